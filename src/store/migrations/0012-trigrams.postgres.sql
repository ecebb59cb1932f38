-- Which trigrams the searched words of a matter hold, as 256 bits in four numbers: what lacks one of those that are looked
-- for is passed over without its row being read. All bits stand in rows of older programs, which may hold anything.
ALTER TABLE matter ADD COLUMN IF NOT EXISTS trigrams_a BIGINT NOT NULL DEFAULT -1;
ALTER TABLE matter ADD COLUMN IF NOT EXISTS trigrams_b BIGINT NOT NULL DEFAULT -1;
ALTER TABLE matter ADD COLUMN IF NOT EXISTS trigrams_c BIGINT NOT NULL DEFAULT -1;
ALTER TABLE matter ADD COLUMN IF NOT EXISTS trigrams_d BIGINT NOT NULL DEFAULT -1;

-- Each holds all that lists are filtered by.
CREATE INDEX IF NOT EXISTS matter_due_filtered ON matter
    (agency, due, id, kind, held, trigrams_a, trigrams_b, trigrams_c, trigrams_d) WHERE due IS NOT NULL;

CREATE INDEX IF NOT EXISTS matter_state_filtered ON matter
    (agency, state, changed_at, id, kind, held, trigrams_a, trigrams_b, trigrams_c, trigrams_d);

CREATE INDEX IF NOT EXISTS matter_change_filtered ON matter
    (agency, changed_at, id, kind, held, trigrams_a, trigrams_b, trigrams_c, trigrams_d);

-- These are the beginnings of the new ones, or did their work at more length.
DROP INDEX IF EXISTS matter_by_state;

DROP INDEX IF EXISTS matter_by_change;
