//! The tables, built by numbered steps. A step that has been released is never changed, only followed
//! by another; its checksum is kept in the database, so that a changed one is noticed.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::sqlite_store::open_error;
use crate::store::StoreError;

/// A step from one format to the next.
struct Migration {
    number: i64,
    sql: &'static str,
}

/// All steps, ascending.
const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, sql: include_str!("../migrations/0001-ratings.sqlite.sql") },
    Migration {
        number: 2,
        sql: include_str!("../migrations/0002-tickets-amendments-quarantine.sqlite.sql"),
    },
];

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS migration \
     (number INTEGER NOT NULL PRIMARY KEY, checksum TEXT NOT NULL) STRICT";

/// Brings the database of `file` to the newest format, or refuses it untouched.
pub(super) fn migrate(connection: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let open = |error| open_error(file, error);
    let database = || file.display().to_string();
    // The write lock keeps out a second program that starts at the same time.
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(open)?;
    transaction.execute(LEDGER, []).map_err(open)?;
    let found = found(&transaction).map_err(open)?;
    let known = newest_known();
    if found > known {
        return Err(StoreError::Newer { database: database(), found, known });
    }
    for Migration { number, sql } in MIGRATIONS {
        let checksum = blake3::hash(sql.as_bytes()).to_hex();
        match applied(&transaction, *number).map_err(open)? {
            Some(same) if same == checksum.as_str() => {}
            Some(_) => {
                return Err(StoreError::OtherMigration { database: database(), number: *number });
            }
            None => apply(&transaction, *number, sql, checksum.as_str()).map_err(open)?,
        }
    }
    transaction.commit().map_err(open)
}

/// Whether every step of a database is one that this program knows, without changing anything. An older
/// database is fine: it is brought up to date when it is opened for writing.
pub(super) fn verify(connection: &Connection, file: &Path) -> Result<(), StoreError> {
    let open = |error| open_error(file, error);
    let database = || file.display().to_string();
    let (found, known) = (found(connection).map_err(open)?, newest_known());
    if found > known {
        return Err(StoreError::Newer { database: database(), found, known });
    }
    let sql = "SELECT checksum FROM migration WHERE number = $1";
    for Migration { number, sql: step } in MIGRATIONS.iter().filter(|step| step.number <= found) {
        let kept: Option<String> =
            connection.query_row(sql, [number], |row| row.get(0)).optional().map_err(open)?;
        if kept.as_deref() != Some(blake3::hash(step.as_bytes()).to_hex().as_str()) {
            return Err(StoreError::OtherMigration { database: database(), number: *number });
        }
    }
    Ok(())
}

/// The newest format that this program knows.
pub(super) fn newest_known() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

/// The format of a database; an error if it is none of ours.
pub(super) fn found(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(number), 0) FROM migration", [], |row| row.get(0))
}

fn applied(transaction: &Transaction<'_>, number: i64) -> rusqlite::Result<Option<String>> {
    let sql = "SELECT checksum FROM migration WHERE number = $1";
    transaction.query_row(sql, [number], |row| row.get(0)).optional()
}

fn apply(
    transaction: &Transaction<'_>,
    number: i64,
    sql: &str,
    checksum: &str,
) -> rusqlite::Result<()> {
    transaction.execute_batch(sql)?;
    let note = "INSERT INTO migration (number, checksum) VALUES ($1, $2)";
    transaction.execute(note, params![number, checksum]).map(drop)
}
