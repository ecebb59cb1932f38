-- What citizens bring that is handled and answered, never counted with ratings. A row of `matter` is one of
-- them as it was brought; from `state` on it repeats what its log in `matter_event` amounts to, so that it can be
-- searched. `tracking` is a keyed hash of the code with which it is looked up. Days are numbers like 20261121.
CREATE TABLE IF NOT EXISTS matter (
    agency       TEXT   NOT NULL,
    id           BYTEA  NOT NULL,
    tracking     BYTEA  NOT NULL,
    kind         TEXT   NOT NULL,
    procedure    TEXT,
    edition_from BIGINT,
    edition      BYTEA,
    counter      TEXT,
    page         TEXT,
    demands      TEXT   NOT NULL,
    words        TEXT   NOT NULL,
    -- The words without marks and in small letters.
    folded       TEXT   NOT NULL,
    language     TEXT   NOT NULL,
    received_at  BIGINT NOT NULL,
    marks        TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    -- The day by which the next thing must be done; NULL where nothing is left to do.
    due          BIGINT,
    handled_by   BIGINT NOT NULL,
    answered_by  BIGINT NOT NULL,
    events       BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    assigned     TEXT,
    number       TEXT,
    -- 1 while it seems to come from a program and nobody has looked at it.
    held         BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, tracking)
);

-- A tracking code does not say which agency it is of.
CREATE INDEX IF NOT EXISTS matter_by_tracking ON matter (tracking);

-- The inbox: what is due first.
CREATE INDEX IF NOT EXISTS matter_by_due ON matter (agency, due, id) WHERE due IS NOT NULL;

CREATE INDEX IF NOT EXISTS matter_by_state ON matter (agency, state, changed_at, id);

CREATE INDEX IF NOT EXISTS matter_by_change ON matter (agency, changed_at, id);

-- The log of each matter, numbered from 1; only ever appended. `act` is JSON.
CREATE TABLE IF NOT EXISTS matter_event (
    agency  TEXT   NOT NULL,
    matter  BYTEA  NOT NULL,
    number  BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    author  TEXT   NOT NULL,
    account TEXT,
    act     TEXT   NOT NULL,
    PRIMARY KEY (agency, matter, number)
);

-- Who brought a matter: apart, so that it can be deleted while the record of handling stays.
CREATE TABLE IF NOT EXISTS contact (
    agency  TEXT  NOT NULL,
    matter  BYTEA NOT NULL,
    name    TEXT  NOT NULL,
    phone   TEXT,
    email   TEXT,
    address TEXT,
    PRIMARY KEY (agency, matter)
);
