//! Brings a file to the newest format, or refuses it untouched.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};

use super::sqlite_store::open_error;
use crate::store::StoreError;
use crate::store::migration::{WITH_TALLIES, checksum, missing};

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS migration \
     (number INTEGER NOT NULL PRIMARY KEY, checksum TEXT NOT NULL) STRICT";

/// Brings the database of `file` to the newest format. Says whether it holds ratings from before tallies
/// were kept.
pub(super) fn migrate(connection: &mut Connection, file: &Path) -> Result<bool, StoreError> {
    let open = |error| open_error(file, error);
    // The write lock keeps out a second program that starts at the same time.
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(open)?;
    transaction.execute(LEDGER, []).map_err(open)?;
    let applied = applied(&transaction).map_err(open)?;
    for migration in missing(&applied, |migration| migration.sqlite, &file.display().to_string())? {
        transaction.execute_batch(migration.sqlite).map_err(open)?;
        let note = "INSERT INTO migration (number, checksum) VALUES ($1, $2)";
        let values = params![migration.number, checksum(migration.sqlite)];
        transaction.execute(note, values).map_err(open)?;
    }
    transaction.commit().map_err(open)?;
    let newest = applied.iter().map(|(number, _)| *number).max();
    Ok(newest.is_some_and(|newest| newest < WITH_TALLIES))
}

/// Whether every step of a database is one that this program knows, without changing anything; gives its
/// format. An older one is fine: it is brought up to date when it is opened for writing.
pub(super) fn verify(connection: &Connection, file: &Path) -> Result<i64, StoreError> {
    let applied = applied(connection).map_err(|error| open_error(file, error))?;
    missing(&applied, |migration| migration.sqlite, &file.display().to_string())?;
    Ok(applied.iter().map(|(number, _)| *number).max().unwrap_or_default())
}

fn applied(connection: &Connection) -> rusqlite::Result<Vec<(i64, String)>> {
    let mut statement = connection.prepare("SELECT number, checksum FROM migration")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}
