//! The connection that writes, and what its errors mean.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use rusqlite::{Connection, ErrorCode, ffi};

use super::{batch, sqlite_transaction};
use crate::store::engine::{Engine, together_or_alone};
use crate::store::failure::{Failure, Reach};
use crate::store::order::{Order, Outcome};
use crate::store::{Work, Worked};

/// How long the journal may grow, in pages, before it is folded into the file between two batches.
const LONG_JOURNAL: i32 = 1_000;

/// A writing to see whether the file can be written again. It must change something: what is as before is
/// not written.
const TRIAL: &str = "INSERT INTO lock (name, turn) VALUES ('trial', 1) \
     ON CONFLICT (name) DO UPDATE SET turn = lock.turn + 1";

/// Writes to a file, and folds the journal into it now and then.
///
/// `SQLite` would fold it by itself at the end of a commit, and would say nothing if the disk failed then:
/// the next folding might find all well and drop a journal that never reached the file. So it is done
/// here, and a failure ends the taking.
pub(super) struct SqliteEngine {
    connection: Connection,
    journal: Arc<AtomicI32>,
    failed: Option<Failure>,
    /// Whether the file could not be written when it was last tried.
    suspended: bool,
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
        Ok(Self { connection, journal, failed: None, suspended: false })
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
        let reach = outcomes.iter().filter_map(|one| Some(one.as_ref().err()?.reach)).max();
        self.suspended = reach == Some(Reach::Away);
        if self.journal.load(Ordering::Relaxed) >= LONG_JOURNAL {
            self.fold_journal("PRAGMA wal_checkpoint(PASSIVE)");
        }
        outcomes
    }

    fn work(&mut self, work: &Work) -> Result<Worked, Failure> {
        if let Some(failure) = &self.failed {
            return Err(failure.clone());
        }
        let worked = sqlite_transaction::work(&mut self.connection, work);
        self.suspended = worked.as_ref().is_err_and(|failure| failure.reach == Reach::Away);
        if self.journal.load(Ordering::Relaxed) >= LONG_JOURNAL {
            self.fold_journal("PRAGMA wal_checkpoint(PASSIVE)");
        }
        worked
    }

    fn rest(&mut self) -> Result<(), Failure> {
        if self.suspended {
            self.connection.execute(TRIAL, []).map_err(failure)?;
            self.suspended = false;
        }
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

/// An error of the database, with how far it reaches. A write that the system refuses, as on a disk that
/// was made read-only, has told the truth and may be tried again; a sync that fails has not.
pub(super) fn failure(error: rusqlite::Error) -> Failure {
    let code = error.sqlite_error().map(|error| error.extended_code);
    let reach = match error.sqlite_error_code() {
        Some(_) if code == Some(ffi::SQLITE_IOERR_WRITE) => Reach::Away,
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => Reach::Away,
        Some(ErrorCode::SystemIoFailure | ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            Reach::Fatal
        }
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
    use super::*;

    #[test]
    fn a_disk_that_fails_is_told_from_one_that_is_full() {
        let reach =
            |code| failure(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)).reach;
        assert_eq!(reach(ffi::SQLITE_IOERR_FSYNC), Reach::Fatal);
        assert_eq!(reach(ffi::SQLITE_CORRUPT), Reach::Fatal);
        assert_eq!(reach(ffi::SQLITE_IOERR_WRITE), Reach::Away);
        assert_eq!(reach(ffi::SQLITE_READONLY_DBMOVED), Reach::Away);
        assert_eq!(reach(ffi::SQLITE_FULL), Reach::Passing);
        assert_eq!(reach(ffi::SQLITE_BUSY), Reach::Passing);
        assert_eq!(reach(ffi::SQLITE_CONSTRAINT), Reach::Order);
    }
}
