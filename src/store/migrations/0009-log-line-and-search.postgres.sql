-- The log of the desk has an end of keeping. Here lie the number and the hash of the last row that was taken out, so that
-- the chain of what is left can still be proved. One row, `office`.
CREATE TABLE IF NOT EXISTS audit_line (
    name   TEXT   NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    hash   BYTEA  NOT NULL
);
