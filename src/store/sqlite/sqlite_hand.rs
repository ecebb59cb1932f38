//! Upkeep of a file, on a connection of its own beside the one of the host.

use std::path::Path;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, TransactionBehavior};

use super::sqlite_store::{open_error, set_up};
use crate::store::StoreError;
use crate::store::upkeep::{Hand, Held, Step};

/// A connection that writes now and then.
pub(in crate::store) struct SqliteHand(Connection);

impl SqliteHand {
    /// Opens a file that a store has brought to the newest format. What is deleted there is overwritten.
    pub(in crate::store) fn open(file: &Path) -> Result<Self, StoreError> {
        let open = |error| open_error(file, error);
        let connection = Connection::open(file).map_err(open)?;
        set_up(&connection).map_err(open)?;
        connection.pragma_update(None, "secure_delete", "ON").map_err(open)?;
        Ok(Self(connection))
    }
}

impl Hand for SqliteHand {
    fn carry_out(&mut self, steps: &[Step<'_>]) -> Result<u64, StoreError> {
        let mut work = || {
            let transaction = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut touched = 0;
            for Step { sql, values } in steps {
                let mut statement = transaction.prepare_cached(sql)?;
                touched += statement.execute(rusqlite::params_from_iter(values))? as u64;
            }
            transaction.commit()?;
            Ok(touched)
        };
        work().map_err(|error: rusqlite::Error| StoreError::Upkeep(error.into()))
    }

    fn finish(&mut self) {
        // If somebody reads an old moment just now, the host folds the journal later.
        let _ = self.0.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
}

impl ToSql for Held {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Number(number) => ValueRef::Integer(*number),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
