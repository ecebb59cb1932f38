-- One row is one rating. `agency` is the unit that owns it and leads every key, so that the same
-- tables can be spread over several machines by agency. Times are milliseconds UTC, answers are JSON,
-- marks are words with spaces between. All numbers are of one type, so that nothing depends on how wide
-- an engine makes the others.
CREATE TABLE IF NOT EXISTS rating (
    agency      TEXT   NOT NULL,
    id          BYTEA  NOT NULL,
    key         BYTEA  NOT NULL,
    receipt     TEXT   NOT NULL,
    counter     TEXT   NOT NULL,
    code        TEXT   NOT NULL,
    procedure   TEXT,
    edition     BYTEA,
    survey      TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    language    TEXT   NOT NULL,
    mode        TEXT   NOT NULL,
    verified    BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    marks       TEXT   NOT NULL,
    answers     TEXT   NOT NULL,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, key)
);

-- Ratings are read by agency and period.
CREATE INDEX IF NOT EXISTS rating_by_time ON rating (agency, received_at, id);
