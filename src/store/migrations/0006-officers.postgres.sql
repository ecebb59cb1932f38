-- Who answers: officers, their sessions, the one-time links with which they set a password, and the log of what
-- was done at the desk. These tables are of the whole installation and small, so no agency leads their keys.

-- `role` is a word; `agency` is there for those who belong to one. `password` is a PHC string, NULL until one is
-- set. `second_factor` is a sealed secret, `second_step` the last step of it that was used.
CREATE TABLE IF NOT EXISTS officer (
    id            BYTEA   NOT NULL PRIMARY KEY,
    account       TEXT    NOT NULL UNIQUE,
    name          TEXT    NOT NULL,
    role          TEXT    NOT NULL,
    agency        TEXT,
    password      TEXT,
    second_factor BYTEA,
    second_step   BIGINT,
    created_at    BIGINT  NOT NULL,
    disabled_at   BIGINT
);

-- `token` is a hash of what the browser holds.
CREATE TABLE IF NOT EXISTS officer_session (
    token      BYTEA   NOT NULL PRIMARY KEY,
    officer    BYTEA   NOT NULL,
    started_at BIGINT  NOT NULL,
    seen_at    BIGINT  NOT NULL
);

CREATE INDEX IF NOT EXISTS officer_session_by_officer ON officer_session (officer, started_at);

-- `link` is a hash of what the address holds. A row goes when the link is used or another takes its place.
CREATE TABLE IF NOT EXISTS set_up_link (
    link       BYTEA   NOT NULL PRIMARY KEY,
    officer    BYTEA   NOT NULL,
    good_until BIGINT  NOT NULL
);

CREATE INDEX IF NOT EXISTS set_up_link_by_officer ON set_up_link (officer);

-- Only ever added to. `hash` is over all columns before it, and `former` is the `hash` of the row before.
CREATE TABLE IF NOT EXISTS audit (
    number  BIGINT  NOT NULL PRIMARY KEY,
    at      BIGINT  NOT NULL,
    account TEXT    NOT NULL,
    deed    TEXT    NOT NULL,
    agency  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL,
    former  BYTEA   NOT NULL,
    hash    BYTEA   NOT NULL
);

CREATE INDEX IF NOT EXISTS audit_by_agency ON audit (agency, number);

INSERT INTO lock (name, turn) VALUES ('office', 0) ON CONFLICT (name) DO NOTHING;

-- What was given to an officer is listed without reading what was not.
CREATE INDEX IF NOT EXISTS matter_by_assigned ON matter (agency, assigned, due, id) WHERE assigned IS NOT NULL;
