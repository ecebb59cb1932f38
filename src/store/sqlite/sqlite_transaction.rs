//! A transaction of the officers' desk in a file.

use rusqlite::{Connection, TransactionBehavior};

use super::batch::unreadable;
use super::sqlite_engine::failure;
use crate::store::failure::Failure;
use crate::store::office::{Transaction, carry_out};
use crate::store::snapshot::EachRow;
use crate::store::upkeep::Held;
use crate::store::{StoreError, Work, Worked};

/// Carries out one piece of work in a transaction, or nothing of it.
pub(super) fn work(connection: &mut Connection, work: &Work) -> Result<Worked, Failure> {
    // Dropped without a commit, it rolls back. The write lock is taken first, so nothing comes between.
    let behavior = TransactionBehavior::Immediate;
    let transaction = connection.transaction_with_behavior(behavior).map_err(failure)?;
    let worked = carry_out(&mut SqliteTransaction(&transaction), work)?;
    transaction.commit().map_err(failure)?;
    Ok(worked)
}

/// A transaction under way.
pub(super) struct SqliteTransaction<'a>(pub(super) &'a Connection);

impl Transaction for SqliteTransaction<'_> {
    /// One writer at a time holds the whole file.
    fn lock(&mut self, _: &'static str) -> Result<(), Failure> {
        Ok(())
    }

    fn rows(&mut self, sql: &str, values: &[Held], each: EachRow<'_>) -> Result<(), Failure> {
        let mut statement = self.0.prepare_cached(sql).map_err(failure)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values)).map_err(failure)?;
        while let Some(row) = rows.next().map_err(failure)? {
            each(row).map_err(|error: StoreError| unreadable(error))?;
        }
        Ok(())
    }

    fn execute(&mut self, sql: &str, values: &[Held]) -> Result<u64, Failure> {
        let mut statement = self.0.prepare_cached(sql).map_err(failure)?;
        let touched = statement.execute(rusqlite::params_from_iter(values)).map_err(failure)?;
        Ok(touched as u64)
    }
}
