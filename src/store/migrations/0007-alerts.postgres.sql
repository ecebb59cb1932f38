-- Who is told of what, and the queue of messages. These tables are of the whole installation and small, so no agency
-- leads their keys, except where things are counted by agency.

-- `agency` is NULL for those who are told of all agencies. `way` is `mail` or `hook`, `target` an address; `tongues` and
-- `kinds` are words with spaces between.
CREATE TABLE IF NOT EXISTS alert_recipient (
    id         BYTEA   NOT NULL PRIMARY KEY,
    agency     TEXT,
    way        TEXT    NOT NULL,
    target     TEXT    NOT NULL,
    tongues    TEXT    NOT NULL,
    kinds      TEXT    NOT NULL,
    audience   TEXT    NOT NULL,
    created_at BIGINT  NOT NULL
);

-- Settings that all hosts share: the mail server, the hour of digests. No secret is among them.
CREATE TABLE IF NOT EXISTS alert_setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- What is to be told, counted in the transaction of the deed itself and taken out when messages are queued for it.
CREATE TABLE IF NOT EXISTS alert_cause (
    agency   TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    n        BIGINT  NOT NULL,
    first_at BIGINT  NOT NULL,
    PRIMARY KEY (agency, kind, subject)
);

-- Up to where something was told: a day like 20261121, or a moment in milliseconds UTC.
CREATE TABLE IF NOT EXISTS alert_mark (
    agency TEXT    NOT NULL,
    what   TEXT    NOT NULL,
    mark   BIGINT  NOT NULL,
    PRIMARY KEY (agency, what)
);

-- Messages. `state` is `waiting`, `sent` or `failed`; whoever sends one holds it until `lease_until`, 0 for nobody. `unsure`
-- is 1 once it may have arrived although nobody said so. `facts` is JSON: numbers, days and ids.
CREATE TABLE IF NOT EXISTS alert (
    id          BYTEA   NOT NULL PRIMARY KEY,
    recipient   BYTEA   NOT NULL,
    way         TEXT    NOT NULL,
    agency      TEXT    NOT NULL,
    facts       TEXT    NOT NULL,
    created_at  BIGINT  NOT NULL,
    state       TEXT    NOT NULL,
    tries       BIGINT  NOT NULL,
    next_at     BIGINT  NOT NULL,
    until       BIGINT  NOT NULL,
    lease_until BIGINT  NOT NULL,
    unsure      BIGINT  NOT NULL,
    trouble     TEXT,
    ended_at    BIGINT
);

CREATE INDEX IF NOT EXISTS alert_by_time ON alert (state, way, next_at);

INSERT INTO lock (name, turn) VALUES ('alerts', 0) ON CONFLICT (name) DO NOTHING;
