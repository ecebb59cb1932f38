//! What a batch changes, without a database.
