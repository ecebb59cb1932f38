//! A database file as a whole: a copy of it as it was at one moment, and the looking through of such a copy.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::schema;
use super::sqlite_snapshot::SqliteSnapshot;
use super::sqlite_store::PATIENCE;
use crate::store::backup::BackupError;
use crate::store::migration::newest_known;
use crate::store::{Inventory, snapshot, upkeep};

/// A database that was looked through from end to end and found sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Examined {
    /// The number of its newest migration.
    pub(in crate::store) format: i64,
    /// What it holds.
    pub(in crate::store) holds: Inventory,
}

/// Copies the database of `from` into the empty file `to`, as of one moment, while others go on reading
/// and writing. `VACUUM INTO` reads in one transaction, so it never begins anew under load, and it leaves
/// behind what was purged.
pub(in crate::store) fn take(from: &Path, to: &Path) -> Result<(), BackupError> {
    let error = BackupError::database(from);
    let connection = read_only(from).map_err(&error)?;
    let written = to.to_str().ok_or(BackupError::Foreign)?;
    connection.execute("VACUUM INTO $1", [written]).map(drop).map_err(|source| {
        // It is the copy that has no room, on a disk that may be another.
        if source.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) {
            BackupError::file(to)(std::io::ErrorKind::StorageFull.into())
        } else {
            error(source)
        }
    })
}

/// Looks through a copy that nobody else writes: every page, every reference, every rating. Of a copy of an
/// older format only the ratings are counted; it is brought up to date when a store opens it.
pub(in crate::store) fn examine(copy: &Path) -> Result<Examined, BackupError> {
    let connection = read_only(copy).map_err(BackupError::database(copy))?;
    sound(&connection, copy)?;
    let is_ours = "SELECT count(*) FROM sqlite_schema WHERE name IN ('migration', 'rating')";
    let ours: i64 =
        connection.query_row(is_ours, [], |row| row.get(0)).map_err(BackupError::database(copy))?;
    if ours != 2 {
        return Err(BackupError::Foreign);
    }
    let format = schema::verify(&connection, copy)?;
    drop(connection);
    let mut holds = Inventory::default();
    let mut moment = SqliteSnapshot::open(copy)?;
    if format == newest_known() {
        snapshot::export(&mut moment, &mut |rating| holds.add(&rating))?;
        holds.tables = upkeep::all_but_ratings(&mut moment)?;
    } else {
        holds.ratings = snapshot::count(&mut moment)?;
    }
    Ok(Examined { format, holds })
}

/// Looks through a database that others may have open, changing nothing.
pub(in crate::store) fn look_through(file: &Path) -> Result<(), BackupError> {
    let connection = read_only(file).map_err(BackupError::database(file))?;
    sound(&connection, file)?;
    schema::verify(&connection, file)?;
    Ok(())
}

/// How many ratings a database holds, if it can be asked.
pub(in crate::store) fn count(file: &Path) -> Option<u64> {
    snapshot::count(&mut SqliteSnapshot::open(file).ok()?).ok()
}

/// Folds the journal of a database that nobody else has open into its file; a broken one is left as it is.
pub(in crate::store) fn fold(file: &Path) {
    if let Ok(connection) = Connection::open(file) {
        let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
}

/// Whether every page can be read and every reference leads somewhere.
fn sound(connection: &Connection, file: &Path) -> Result<(), BackupError> {
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
fn read_only(file: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}
