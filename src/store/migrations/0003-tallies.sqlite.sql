-- What ratings add up to, kept in the transaction that keeps the ratings. `held` is 1 for those in
-- quarantine. Days are numbers like 20261121 and months like 202611, by the clocks of Vietnam.

-- (a) How many ratings of a day gave an answer. `procedure` is empty for ratings about none, `question`
-- is `*` where the ratings themselves are counted.
CREATE TABLE tally_answer (
    agency    TEXT    NOT NULL,
    held      INTEGER NOT NULL,
    day       INTEGER NOT NULL,
    counter   TEXT    NOT NULL,
    procedure TEXT    NOT NULL,
    survey    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    mode      TEXT    NOT NULL,
    verified  INTEGER NOT NULL,
    question  TEXT    NOT NULL,
    answer    TEXT    NOT NULL,
    n         INTEGER NOT NULL,
    PRIMARY KEY (agency, held, day, counter, procedure, survey, version, mode, verified, question, answer)
) STRICT, WITHOUT ROWID;

-- (b) Sums over the ratings of a month that scored two questions, or one taken twice. Both questions are
-- `*` where the ratings themselves are counted.
CREATE TABLE tally_score (
    agency      TEXT    NOT NULL,
    held        INTEGER NOT NULL,
    month       INTEGER NOT NULL,
    counter     TEXT    NOT NULL,
    survey      TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    mode        TEXT    NOT NULL,
    verified    INTEGER NOT NULL,
    question    TEXT    NOT NULL,
    other       TEXT    NOT NULL,
    n           INTEGER NOT NULL,
    sum_first   INTEGER NOT NULL,
    sum_second  INTEGER NOT NULL,
    sum_product INTEGER NOT NULL,
    PRIMARY KEY (agency, held, month, counter, survey, version, mode, verified, question, other)
) STRICT, WITHOUT ROWID;

-- (c) Ratings of a month by weekday (1 is Monday) and hour.
CREATE TABLE tally_hour (
    agency  TEXT    NOT NULL,
    held    INTEGER NOT NULL,
    month   INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    hour    INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    PRIMARY KEY (agency, held, month, weekday, hour)
) STRICT, WITHOUT ROWID;

-- Ratings of months before this one may have been purged: their tallies are all that is left of them and
-- are never rebuilt.
CREATE TABLE purge_line (
    agency TEXT    NOT NULL PRIMARY KEY,
    month  INTEGER NOT NULL
) STRICT;

-- Locks by row. `turn` counts how often the thing was done: whoever worked something out and finds the
-- turn moved on begins again.
CREATE TABLE lock (
    name TEXT    NOT NULL PRIMARY KEY,
    turn INTEGER NOT NULL
) STRICT;

INSERT INTO lock (name, turn) VALUES ('rebuild', 0);
