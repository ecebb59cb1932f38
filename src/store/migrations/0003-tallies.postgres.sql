-- What ratings add up to, kept in the transaction that keeps the ratings. `held` is 1 for those in
-- quarantine. Days are numbers like 20261121 and months like 202611, by the clocks of Vietnam.

-- (a) How many ratings of a day gave an answer. `procedure` is empty for ratings about none, `question`
-- is `*` where the ratings themselves are counted.
CREATE TABLE IF NOT EXISTS tally_answer (
    agency    TEXT   NOT NULL,
    held      BIGINT NOT NULL,
    day       BIGINT NOT NULL,
    counter   TEXT   NOT NULL,
    procedure TEXT   NOT NULL,
    survey    TEXT   NOT NULL,
    version   BIGINT NOT NULL,
    mode      TEXT   NOT NULL,
    verified  BIGINT NOT NULL,
    question  TEXT   NOT NULL,
    answer    TEXT   NOT NULL,
    n         BIGINT NOT NULL,
    PRIMARY KEY (agency, held, day, counter, procedure, survey, version, mode, verified, question, answer)
);

-- (b) Sums over the ratings of a month that scored two questions, or one taken twice. Both questions are
-- `*` where the ratings themselves are counted.
CREATE TABLE IF NOT EXISTS tally_score (
    agency      TEXT   NOT NULL,
    held        BIGINT NOT NULL,
    month       BIGINT NOT NULL,
    counter     TEXT   NOT NULL,
    survey      TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    mode        TEXT   NOT NULL,
    verified    BIGINT NOT NULL,
    question    TEXT   NOT NULL,
    other       TEXT   NOT NULL,
    n           BIGINT NOT NULL,
    sum_first   BIGINT NOT NULL,
    sum_second  BIGINT NOT NULL,
    sum_product BIGINT NOT NULL,
    PRIMARY KEY (agency, held, month, counter, survey, version, mode, verified, question, other)
);

-- (c) Ratings of a month by weekday (1 is Monday) and hour.
CREATE TABLE IF NOT EXISTS tally_hour (
    agency  TEXT   NOT NULL,
    held    BIGINT NOT NULL,
    month   BIGINT NOT NULL,
    weekday BIGINT NOT NULL,
    hour    BIGINT NOT NULL,
    n       BIGINT NOT NULL,
    PRIMARY KEY (agency, held, month, weekday, hour)
);

-- Ratings of months before this one may have been purged: their tallies are all that is left of them and
-- are never rebuilt.
CREATE TABLE IF NOT EXISTS purge_line (
    agency TEXT   NOT NULL PRIMARY KEY,
    month  BIGINT NOT NULL
);

INSERT INTO lock (name, turn) VALUES ('rebuild', 0) ON CONFLICT (name) DO NOTHING;
