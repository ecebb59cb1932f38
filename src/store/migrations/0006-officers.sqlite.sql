-- Who answers: officers, their sessions, the one-time links with which they set a password, and the log of what
-- was done at the desk. These tables are of the whole installation and small, so no agency leads their keys.

-- `role` is a word; `agency` is there for those who belong to one. `password` is a PHC string, NULL until one is
-- set. `second_factor` is a sealed secret, `second_step` the last step of it that was used.
CREATE TABLE officer (
    id            BLOB    NOT NULL PRIMARY KEY,
    account       TEXT    NOT NULL UNIQUE,
    name          TEXT    NOT NULL,
    role          TEXT    NOT NULL,
    agency        TEXT,
    password      TEXT,
    second_factor BLOB,
    second_step   INTEGER,
    created_at    INTEGER NOT NULL,
    disabled_at   INTEGER
) STRICT;

-- `token` is a hash of what the browser holds.
CREATE TABLE officer_session (
    token      BLOB    NOT NULL PRIMARY KEY,
    officer    BLOB    NOT NULL,
    started_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX officer_session_by_officer ON officer_session (officer, started_at);

-- `link` is a hash of what the address holds. A row goes when the link is used or another takes its place.
CREATE TABLE set_up_link (
    link       BLOB    NOT NULL PRIMARY KEY,
    officer    BLOB    NOT NULL,
    good_until INTEGER NOT NULL
) STRICT;

CREATE INDEX set_up_link_by_officer ON set_up_link (officer);

-- Only ever added to. `hash` is over all columns before it, and `former` is the `hash` of the row before.
CREATE TABLE audit (
    number  INTEGER NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    account TEXT    NOT NULL,
    deed    TEXT    NOT NULL,
    agency  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL,
    former  BLOB    NOT NULL,
    hash    BLOB    NOT NULL
) STRICT;

CREATE INDEX audit_by_agency ON audit (agency, number);

INSERT INTO lock (name, turn) VALUES ('office', 0);

-- What was given to an officer is listed without reading what was not.
CREATE INDEX matter_by_assigned ON matter (agency, assigned, due, id) WHERE assigned IS NOT NULL;
