//! The connection that writes, and what its errors mean.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use rusqlite::{Connection, ErrorCode};

use super::batch;
use crate::store::engine::{Engine, together_or_alone};
use crate::store::failure::{Failure, Reach};
use crate::store::order::{Order, Outcome};

/// How long the journal may grow, in pages, before it is folded into the file between two batches.
const LONG_JOURNAL: i32 = 1_000;

/// Writes to a file, and folds the journal into it now and then.
///
/// `SQLite` would fold it by itself at the end of a commit, and would say nothing if the disk failed then:
/// the next folding might find all well and drop a journal that never reached the file. So it is done
/// here, and a failure ends the taking.
pub(super) struct SqliteEngine {
    connection: Connection,
    journal: Arc<AtomicI32>,
    failed: Option<Failure>,
}

impl SqliteEngine {
    pub(super) fn new(mut connection: Connection) -> rusqlite::Result<Self> {
        connection.pragma_update(None, "wal_autocheckpoint", 0)?;
        let journal = Arc::new(AtomicI32::new(0));
        let length = Arc::clone(&journal);
        connection.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, pages| {
            length.store(pages, Ordering::Relaxed);
            Ok(())
        }))?;
        Ok(Self { connection, journal, failed: None })
    }

    /// Folds the journal into the file, as far as those who read allow. Where there is no room for it the
    /// journal stays and loses nothing.
    fn fold_journal(&mut self, how: &str) {
        self.journal.store(0, Ordering::Relaxed);
        let folded = self.connection.query_row(how, [], |_| Ok(())).map_err(failure);
        self.failed = folded.err().filter(|failure| failure.reach == Reach::Fatal);
    }
}

impl Engine for SqliteEngine {
    fn write(&mut self, orders: &[Order]) -> Vec<Result<Outcome, Failure>> {
        if let Some(failure) = &self.failed {
            return orders.iter().map(|_| Err(failure.clone())).collect();
        }
        let connection = &mut self.connection;
        let outcomes = together_or_alone(orders, &mut |orders| batch::write(connection, orders));
        if self.journal.load(Ordering::Relaxed) >= LONG_JOURNAL {
            self.fold_journal("PRAGMA wal_checkpoint(PASSIVE)");
        }
        outcomes
    }

    fn rest(&mut self) -> Result<(), Failure> {
        if self.failed.is_none() && self.journal.load(Ordering::Relaxed) > 0 {
            self.fold_journal("PRAGMA wal_checkpoint(PASSIVE)");
        }
        self.failed.clone().map_or(Ok(()), Err)
    }

    fn end(&mut self) {
        if self.failed.is_none() {
            self.fold_journal("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}

/// An error of the database, with how far it reaches.
pub(super) fn failure(error: rusqlite::Error) -> Failure {
    let reach = match error.sqlite_error_code() {
        Some(
            ErrorCode::SystemIoFailure
            | ErrorCode::DatabaseCorrupt
            | ErrorCode::NotADatabase
            | ErrorCode::ReadOnly
            | ErrorCode::CannotOpen,
        ) => Reach::Fatal,
        Some(
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::OutOfMemory,
        ) => Reach::Passing,
        _ => Reach::Order,
    };
    Failure::new(reach, error)
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn a_disk_that_fails_is_told_from_one_that_is_full() {
        let reach =
            |code| failure(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)).reach;
        assert_eq!(reach(ffi::SQLITE_IOERR_FSYNC), Reach::Fatal);
        assert_eq!(reach(ffi::SQLITE_FULL), Reach::Passing);
        assert_eq!(reach(ffi::SQLITE_BUSY), Reach::Passing);
        assert_eq!(reach(ffi::SQLITE_CONSTRAINT), Reach::Order);
    }
}
