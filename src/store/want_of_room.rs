//! Whether something failed because a disk is full, which the operator can put right and nobody else.

use std::error::Error;
use std::io::{self, ErrorKind};

/// The memory that SQLite shares beside a journal could not be given its length: what a full disk does first to a
/// database that is opened.
const SHARED_MEMORY: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

/// Whether an error, or what lies behind it, is a disk without room.
pub fn is_for_want_of_room(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(one) = cause {
        if of_file(one) || of_database(one) {
            return true;
        }
        cause = one.source();
    }
    false
}

fn of_file(cause: &(dyn Error + 'static)) -> bool {
    let kind = cause.downcast_ref().map(io::Error::kind);
    kind.is_some_and(|kind| matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded))
}

fn of_database(cause: &(dyn Error + 'static)) -> bool {
    let Some(error) = cause.downcast_ref::<rusqlite::Error>() else { return false };
    error.sqlite_error().is_some_and(|error| {
        error.code == rusqlite::ErrorCode::DiskFull || error.extended_code == SHARED_MEMORY
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::StoreError;
    use crate::store::backup::BackupError;

    #[test]
    fn a_full_disk_is_seen_behind_other_words() {
        let full = || io::Error::from(ErrorKind::StorageFull);
        let path = || "var".into();
        assert!(is_for_want_of_room(&StoreError::Folder { path: path(), source: full() }));
        assert!(is_for_want_of_room(&BackupError::File { path: path(), source: full() }));
        let sqlite = |code| {
            let source: crate::store::Fault =
                rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None).into();
            is_for_want_of_room(&StoreError::Open { database: "var".into(), source })
        };
        assert!(sqlite(rusqlite::ffi::SQLITE_FULL) && sqlite(SHARED_MEMORY));
        assert!(!sqlite(rusqlite::ffi::SQLITE_IOERR_READ));
        let closed = io::Error::from(ErrorKind::PermissionDenied);
        assert!(!is_for_want_of_room(&BackupError::File { path: path(), source: closed }));
    }
}
