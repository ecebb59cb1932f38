-- The log of the desk has an end of keeping. Here lie the number and the hash of the last row that was taken out, so that
-- the chain of what is left can still be proved. One row, `office`.
CREATE TABLE audit_line (
    name   TEXT    NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    hash   BLOB    NOT NULL
) STRICT;

-- Searching what is open: the words lie in the index, so that those which do not fit are passed over without looking at
-- their rows.
CREATE INDEX matter_by_due_and_words ON matter (agency, due, id, folded) WHERE due IS NOT NULL;
