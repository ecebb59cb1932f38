//! The store in one `SQLite` file: a desk in front of the connection that writes, and read-only
//! connections for those who count and export.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::schema;
use super::sqlite_engine::SqliteEngine;
use super::sqlite_snapshot::SqliteSnapshot;
use crate::store::backed::Backed;
use crate::store::data_folder::FolderLock;
use crate::store::desk::Desk;
use crate::store::idle::Idle;
use crate::store::{DataFolder, Randomness, Store, StoreError};

/// How long to wait for another program that holds the database, a backup say.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Ratings in `niemyet.db`. Dropping it writes what still waits, then closes the file.
pub struct SqliteStore {
    file: PathBuf,
    desk: Desk,
    idle: Idle<SqliteSnapshot>,
    _lock: FolderLock,
}

impl SqliteStore {
    /// Opens the database of a data folder, made and brought to the newest format as needed.
    pub fn open(folder: &DataFolder, random: Randomness) -> Result<Self, StoreError> {
        let lock = folder.shared()?;
        let file = folder.database()?;
        let mut connection = Connection::open(&file).map_err(|error| open_error(&file, error))?;
        set_up(&connection).map_err(|error| open_error(&file, error))?;
        let untallied = schema::migrate(&mut connection, &file)?;
        let engine = SqliteEngine::new(connection).map_err(|error| open_error(&file, error))?;
        let desk = Desk::start(vec![engine], random)?;
        let store = Self { file, desk, idle: Idle::default(), _lock: lock };
        if untallied {
            store.rebuild_tallies()?;
        }
        Ok(store)
    }
}

impl Backed for SqliteStore {
    type Moment = SqliteSnapshot;

    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn moment(&self) -> Result<SqliteSnapshot, StoreError> {
        SqliteSnapshot::open(&self.file)
    }

    fn idle(&self) -> &Idle<SqliteSnapshot> {
        &self.idle
    }
}

/// An error of opening a file.
pub(super) fn open_error(file: &Path, error: rusqlite::Error) -> StoreError {
    StoreError::Open { database: file.display().to_string(), source: error.into() }
}

/// Durable before answered: `FULL` waits for the disk at every commit.
pub(super) fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")
}

#[cfg(test)]
#[path = "sqlite_store_tests.rs"]
mod tests;
