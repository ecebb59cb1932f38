-- Who is told of what, and the queue of messages. These tables are of the whole installation and small, so no agency
-- leads their keys, except where things are counted by agency.

-- `agency` is NULL for those who are told of all agencies. `way` is `mail` or `hook`, `target` an address; `tongues` and
-- `kinds` are words with spaces between.
CREATE TABLE alert_recipient (
    id         BLOB    NOT NULL PRIMARY KEY,
    agency     TEXT,
    way        TEXT    NOT NULL,
    target     TEXT    NOT NULL,
    tongues    TEXT    NOT NULL,
    kinds      TEXT    NOT NULL,
    audience   TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Settings that all hosts share: the mail server, the hour of digests. No secret is among them.
CREATE TABLE alert_setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What is to be told, counted in the transaction of the deed itself and taken out when messages are queued for it.
CREATE TABLE alert_cause (
    agency   TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    n        INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    PRIMARY KEY (agency, kind, subject)
) STRICT, WITHOUT ROWID;

-- Up to where something was told: a day like 20261121, or a moment in milliseconds UTC.
CREATE TABLE alert_mark (
    agency TEXT    NOT NULL,
    what   TEXT    NOT NULL,
    mark   INTEGER NOT NULL,
    PRIMARY KEY (agency, what)
) STRICT, WITHOUT ROWID;

-- Messages. `state` is `waiting`, `sent` or `failed`; whoever sends one holds it until `lease_until`, 0 for nobody. `unsure`
-- is 1 once it may have arrived although nobody said so. `facts` is JSON: numbers, days and ids.
CREATE TABLE alert (
    id          BLOB    NOT NULL PRIMARY KEY,
    recipient   BLOB    NOT NULL,
    way         TEXT    NOT NULL,
    agency      TEXT    NOT NULL,
    facts       TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    tries       INTEGER NOT NULL,
    next_at     INTEGER NOT NULL,
    until       INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    unsure      INTEGER NOT NULL,
    trouble     TEXT,
    ended_at    INTEGER
) STRICT;

CREATE INDEX alert_by_time ON alert (state, way, next_at);

INSERT INTO lock (name, turn) VALUES ('alerts', 0);
