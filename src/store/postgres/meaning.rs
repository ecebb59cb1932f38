//! What an error of the database means for the batch that met it, and for the next.

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use crate::store::failure::{Failure, Reach};
use crate::store::{Fault, StoreError};

/// Why a batch was not written.
#[derive(Debug)]
pub(super) enum Setback {
    /// Somebody else wrote the same at the same moment: begin again.
    Again(Fault),
    /// The connection is of no use any more, or the server does not take writings now.
    Lost(Fault),
    /// Anything else.
    Failed(Failure),
}

impl From<Error> for Setback {
    fn from(error: Error) -> Self {
        let Some(code) = error.code().cloned() else {
            // Not a word of the server: the connection itself, or a value that cannot be sent.
            let broken = error.is_closed() || is_io(&error);
            return if broken {
                Self::Lost(error.into())
            } else {
                Self::Failed(Failure::new(Reach::Order, error))
            };
        };
        let lost = [
            SqlState::ADMIN_SHUTDOWN,
            SqlState::CRASH_SHUTDOWN,
            SqlState::CANNOT_CONNECT_NOW,
            SqlState::READ_ONLY_SQL_TRANSACTION,
        ];
        let corrupted = [SqlState::DATA_CORRUPTED, SqlState::INDEX_CORRUPTED];
        let passing = [
            SqlState::LOCK_NOT_AVAILABLE,
            SqlState::QUERY_CANCELED,
            SqlState::IN_FAILED_SQL_TRANSACTION,
            SqlState::IO_ERROR,
        ];
        // Connection exceptions and insufficient resources are whole classes.
        let class = |digits| code.code().starts_with(digits);
        if [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(&code) {
            Self::Again(error.into())
        } else if lost.contains(&code) || class("08") {
            Self::Lost(error.into())
        } else if corrupted.contains(&code) {
            Self::Failed(Failure::new(Reach::Fatal, error))
        } else if passing.contains(&code) || class("53") {
            Self::Failed(Failure::new(Reach::Passing, error))
        } else {
            Self::Failed(Failure::new(Reach::Order, error))
        }
    }
}

/// A row that holds what no program of this version writes stands in the way of its own rating only.
impl From<StoreError> for Setback {
    fn from(error: StoreError) -> Self {
        Self::Failed(Failure::new(Reach::Order, error))
    }
}

impl From<serde_json::Error> for Setback {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(Failure::new(Reach::Order, error))
    }
}

fn is_io(error: &Error) -> bool {
    let source = std::error::Error::source(error);
    source.is_some_and(|source| source.is::<std::io::Error>())
}
