//! The connection that writes, and what its errors mean.

use rusqlite::{Connection, ErrorCode};

use super::batch;
use crate::store::engine::{Engine, together_or_alone};
use crate::store::failure::{Failure, Reach};
use crate::store::order::{Order, Outcome};

/// Writes to a file, and folds the journal into it while nothing waits.
pub(super) struct SqliteEngine {
    connection: Connection,
    unfolded: bool,
}

impl SqliteEngine {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection, unfolded: false }
    }

    /// Folds the journal into the database. A failure loses nothing: the journal stays and is folded
    /// later.
    fn fold_journal(&self, how: &str) {
        let _ = self.connection.query_row(how, [], |_| Ok(()));
    }
}

impl Engine for SqliteEngine {
    fn write(&mut self, orders: &[Order]) -> Vec<Result<Outcome, Failure>> {
        self.unfolded = true;
        let connection = &mut self.connection;
        together_or_alone(orders, &mut |orders| batch::write(connection, orders))
    }

    fn rest(&mut self) -> Result<(), Failure> {
        if self.unfolded {
            self.fold_journal("PRAGMA wal_checkpoint(PASSIVE)");
            self.unfolded = false;
        }
        Ok(())
    }

    fn end(&mut self) {
        self.fold_journal("PRAGMA wal_checkpoint(TRUNCATE)");
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
