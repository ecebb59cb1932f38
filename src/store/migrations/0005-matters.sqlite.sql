-- What citizens bring that is handled and answered, never counted with ratings. A row of `matter` is one of
-- them as it was brought; from `state` on it repeats what its log in `matter_event` amounts to, so that it can be
-- searched. `tracking` is a keyed hash of the code with which it is looked up. Days are numbers like 20261121.
CREATE TABLE matter (
    agency       TEXT    NOT NULL,
    id           BLOB    NOT NULL,
    tracking     BLOB    NOT NULL,
    kind         TEXT    NOT NULL,
    procedure    TEXT,
    edition_from INTEGER,
    edition      BLOB,
    counter      TEXT,
    page         TEXT,
    demands      TEXT    NOT NULL,
    words        TEXT    NOT NULL,
    -- The words without marks and in small letters.
    folded       TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    received_at  INTEGER NOT NULL,
    marks        TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    -- The day by which the next thing must be done; NULL where nothing is left to do.
    due          INTEGER,
    handled_by   INTEGER NOT NULL,
    answered_by  INTEGER NOT NULL,
    events       INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    assigned     TEXT,
    number       TEXT,
    -- 1 while it seems to come from a program and nobody has looked at it.
    held         INTEGER NOT NULL,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, tracking)
) STRICT;

-- A tracking code does not say which agency it is of.
CREATE INDEX matter_by_tracking ON matter (tracking);

-- The inbox: what is due first.
CREATE INDEX matter_by_due ON matter (agency, due, id) WHERE due IS NOT NULL;

CREATE INDEX matter_by_state ON matter (agency, state, changed_at, id);

CREATE INDEX matter_by_change ON matter (agency, changed_at, id);

-- The log of each matter, numbered from 1; only ever appended. `act` is JSON.
CREATE TABLE matter_event (
    agency  TEXT    NOT NULL,
    matter  BLOB    NOT NULL,
    number  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    author  TEXT    NOT NULL,
    account TEXT,
    act     TEXT    NOT NULL,
    PRIMARY KEY (agency, matter, number)
) STRICT, WITHOUT ROWID;

-- Who brought a matter: apart, so that it can be deleted while the record of handling stays.
CREATE TABLE contact (
    agency  TEXT NOT NULL,
    matter  BLOB NOT NULL,
    name    TEXT NOT NULL,
    phone   TEXT,
    email   TEXT,
    address TEXT,
    PRIMARY KEY (agency, matter)
) STRICT;
