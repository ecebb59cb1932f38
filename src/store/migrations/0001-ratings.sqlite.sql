-- One row is one rating. `agency` is the unit that owns it and leads every key, so that the same
-- tables can be spread over several machines by agency. Times are milliseconds UTC, answers are JSON,
-- marks are words with spaces between.
CREATE TABLE rating (
    agency      TEXT    NOT NULL,
    id          BLOB    NOT NULL,
    key         BLOB    NOT NULL,
    receipt     TEXT    NOT NULL,
    counter     TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    procedure   TEXT,
    edition     BLOB,
    survey      TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    language    TEXT    NOT NULL,
    mode        TEXT    NOT NULL,
    verified    INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    marks       TEXT    NOT NULL,
    answers     TEXT    NOT NULL,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, key)
) STRICT;

-- Ratings are read by agency and period.
CREATE INDEX rating_by_time ON rating (agency, received_at, id);
