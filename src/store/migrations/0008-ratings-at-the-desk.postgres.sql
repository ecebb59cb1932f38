-- When a person last decided whether a rating is counted with the others; NULL for never.
ALTER TABLE rating ADD COLUMN IF NOT EXISTS judged_at BIGINT;

-- Who decided; empty for whoever sits at the machine.
ALTER TABLE judgement ADD COLUMN IF NOT EXISTS account TEXT NOT NULL DEFAULT '';

UPDATE rating SET judged_at = (SELECT max(at) FROM judgement
    WHERE judgement.agency = rating.agency AND judgement.rating = rating.id)
    WHERE id IN (SELECT rating FROM judgement);

-- What the desk lists of a counter: counted by half days without reading the rows, for which
-- SQLite wants the columns of the condition too.
CREATE INDEX IF NOT EXISTS rating_by_counter ON rating (agency, counter, survey, received_at, words, held, judged_at, mode)
    WHERE held = 0 AND judged_at IS NULL AND mode <> 'paper';

-- What was set aside, first what nobody has decided about.
CREATE INDEX IF NOT EXISTS rating_set_aside ON rating (agency, judged_at, received_at, counter, marks, held)
    WHERE held = 1;

-- What a person decided of words that may hold personal data: `quotable` with the words as they may be quoted, or
-- `withheld`. It goes with the words.
CREATE TABLE IF NOT EXISTS words_review (
    agency   TEXT    NOT NULL,
    rating   BYTEA    NOT NULL,
    question TEXT    NOT NULL,
    verdict  TEXT    NOT NULL,
    words    TEXT,
    account  TEXT    NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (agency, rating, question)
);

-- Slips of paper that were collected together. The key of a slip's rating is the first twelve bytes of `id` and the
-- number of the slip in four. Days are numbers like 20261121.
CREATE TABLE IF NOT EXISTS slip_batch (
    agency    TEXT    NOT NULL,
    id        BYTEA    NOT NULL,
    counter   TEXT    NOT NULL,
    survey    TEXT    NOT NULL,
    version   BIGINT NOT NULL,
    from_day  BIGINT NOT NULL,
    until_day BIGINT NOT NULL,
    account   TEXT    NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (agency, id)
);
