-- What an agency makes good: apologies for files, the late files that it knows of, totals that were keyed in, and for its
-- published results the measures against weak criteria and the words of citizens that were chosen. No name of a citizen and
-- no whole number of a file stands in any of them.

-- `file` is a keyed hash of the number, so each file is apologised for once; `masked` is what is shown. `due` and `new_due`
-- read like 20261121. An entry is a draft until `signed_at`; `signed_by` is the name on the letter, `signer` the account.
CREATE TABLE IF NOT EXISTS apology (
    agency     TEXT    NOT NULL,
    id         BYTEA   NOT NULL,
    file       BYTEA   NOT NULL UNIQUE,
    masked     TEXT    NOT NULL,
    procedure  TEXT,
    failing    TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    due        BIGINT,
    new_due    BIGINT,
    matter     BYTEA,
    drafted_by TEXT    NOT NULL,
    drafted_at BIGINT  NOT NULL,
    signer     TEXT,
    signed_by  TEXT,
    signed_at  BIGINT,
    PRIMARY KEY (agency, id)
);

CREATE INDEX IF NOT EXISTS apology_by_time ON apology (agency, drafted_at);

-- Files that an agency's own system lists as late; read from a table, never written by hand.
CREATE TABLE IF NOT EXISTS late_file (
    agency      TEXT    NOT NULL,
    masked      TEXT    NOT NULL,
    due         BIGINT  NOT NULL,
    procedure   TEXT,
    returned    BIGINT,
    imported_at BIGINT  NOT NULL,
    PRIMARY KEY (agency, masked, due)
);

CREATE INDEX IF NOT EXISTS late_file_by_due ON late_file (agency, due);

-- How many files were overdue in a month such as 202611, keyed in where no report says it.
CREATE TABLE IF NOT EXISTS overdue_total (
    agency  TEXT    NOT NULL,
    month   BIGINT  NOT NULL,
    overdue BIGINT  NOT NULL,
    account TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    PRIMARY KEY (agency, month)
);

-- What is done about a weak criterion of a survey; goes into the bulletin of `period`. `until` reads like 20261121.
CREATE TABLE IF NOT EXISTS measure (
    agency     TEXT    NOT NULL,
    id         BYTEA   NOT NULL,
    period     TEXT    NOT NULL,
    counter    TEXT,
    survey     TEXT    NOT NULL,
    criterion  TEXT    NOT NULL,
    cause      TEXT    NOT NULL,
    measure    TEXT    NOT NULL,
    answerable TEXT    NOT NULL,
    until      BIGINT  NOT NULL,
    outcome    TEXT,
    quote      TEXT,
    account    TEXT    NOT NULL,
    at         BIGINT  NOT NULL,
    PRIMARY KEY (agency, id)
);

CREATE INDEX IF NOT EXISTS measure_by_period ON measure (agency, period);

-- Words of citizens that an officer has read, masked and chosen for a report.
CREATE TABLE IF NOT EXISTS chosen_quote (
    agency  TEXT    NOT NULL,
    id      BYTEA   NOT NULL,
    period  TEXT    NOT NULL,
    counter TEXT,
    words   TEXT    NOT NULL,
    account TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    PRIMARY KEY (agency, id)
);

CREATE INDEX IF NOT EXISTS chosen_quote_by_period ON chosen_quote (agency, period);
