-- One-time codes that were used: whichever rating came first with a code has it. A row outlives its
-- rating, so that a code is not good again once the rating has been purged.
CREATE TABLE ticket (
    agency   TEXT    NOT NULL,
    ticket   BLOB    NOT NULL,
    key      BLOB    NOT NULL,
    spent_at INTEGER NOT NULL,
    PRIMARY KEY (agency, ticket)
) STRICT;

ALTER TABLE rating ADD COLUMN ticket BLOB;

-- When it was last amended; NULL for never.
ALTER TABLE rating ADD COLUMN amended_at INTEGER;

-- 1 while it lies in quarantine, counted apart.
ALTER TABLE rating ADD COLUMN held INTEGER NOT NULL DEFAULT 0;

UPDATE rating SET held = 1 WHERE marks LIKE '%too_fast%' OR marks LIKE '%forged_stamp%' OR marks LIKE '%honeypot%';

-- Who put a rating into quarantine or let it out is kept for as long as the rating.
CREATE TABLE judgement (
    agency  TEXT    NOT NULL,
    id      BLOB    NOT NULL,
    rating  BLOB    NOT NULL,
    verdict TEXT    NOT NULL,
    reason  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (agency, id)
) STRICT;
