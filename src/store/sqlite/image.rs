//! A copy of a database as it was at one moment, and the looking through of such a copy.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::sqlite_store::PATIENCE;
use super::{reader, schema};
use crate::store::Inventory;
use crate::store::backup::BackupError;

/// A database that was looked through from end to end and found sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Examined {
    /// The newest migration it had before it was brought up to date.
    pub(in crate::store) migration: i64,
    /// What it holds.
    pub(in crate::store) holds: Inventory,
}

/// Copies the database of `from` into the empty file `to`, as of one moment, while others go on reading
/// and writing. `VACUUM INTO` reads in one transaction, so it never begins anew under load, and it leaves
/// behind what was purged.
pub(in crate::store) fn take(from: &Path, to: &Path) -> Result<(), BackupError> {
    let error = BackupError::database(from);
    let connection = read_only(from).map_err(&error)?;
    let to = to.to_str().ok_or(BackupError::Foreign)?;
    connection.execute("VACUUM INTO $1", [to]).map(drop).map_err(&error)
}

/// Looks through a copy that nobody else has open: every page, every reference, every rating. A copy of
/// an older format is brought to the newest first.
pub(in crate::store) fn examine(copy: &Path) -> Result<Examined, BackupError> {
    let error = BackupError::database(copy);
    let mut connection = Connection::open(copy).map_err(&error)?;
    sound(&connection, copy)?;
    let migration = schema::found(&connection).map_err(|_| BackupError::Foreign)?;
    schema::migrate(&mut connection, copy)?;
    Ok(Examined { migration, holds: inventory(&connection)? })
}

/// The newest format that this program knows.
pub(in crate::store) fn newest_format() -> i64 {
    schema::newest_known()
}

/// How many ratings a database holds, if it can be asked.
pub(in crate::store) fn count(file: &Path) -> Option<u64> {
    reader::count(&read_only(file).ok()?).ok()
}

/// Folds the journal of a database that nobody else has open into its file; a broken one is left as it is.
pub(in crate::store) fn fold(file: &Path) {
    if let Ok(connection) = Connection::open(file) {
        let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
}

/// Looks through a database that others may have open, changing nothing.
pub(in crate::store) fn look_through(file: &Path) -> Result<(), BackupError> {
    let connection = read_only(file).map_err(BackupError::database(file))?;
    sound(&connection, file)?;
    Ok(schema::verify(&connection, file)?)
}

/// What a database holds.
pub(in crate::store) fn inventory(connection: &Connection) -> Result<Inventory, BackupError> {
    let mut holds = Inventory::default();
    reader::export(connection, &mut |rating| holds.add(&rating))?;
    Ok(holds)
}

/// Whether every page can be read and every reference leads somewhere.
pub(in crate::store) fn sound(connection: &Connection, file: &Path) -> Result<(), BackupError> {
    let error = |source: rusqlite::Error| match source.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => BackupError::Foreign,
        Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
            BackupError::Unsound { found: source.to_string() }
        }
        _ => BackupError::database(file)(source),
    };
    let found: String =
        connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(error)?;
    if found != "ok" {
        return Err(BackupError::Unsound { found });
    }
    let dangling = connection
        .prepare("PRAGMA foreign_key_check")
        .and_then(|mut statement| statement.exists([]))
        .map_err(error)?;
    if dangling {
        return Err(BackupError::Unsound { found: "foreign_key_check".into() });
    }
    Ok(())
}

/// A connection that changes nothing.
pub(in crate::store) fn read_only(file: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}
