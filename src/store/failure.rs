//! Why an order could not be carried out, and what that means for the next.

use std::sync::Arc;

use super::{Fault, StoreError};

/// How far a failure reaches, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// This order only; its neighbours may be sound.
    Order,
    /// All orders alike, but it may pass: a full disk, a database that somebody else holds.
    Passing,
    /// The database cannot be reached; it may come back.
    Away,
    /// The disk or the file cannot be trusted any more: what was written may or may not be there, and
    /// asking again would only hide that.
    Fatal,
}

/// A failure.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    pub(super) reach: Reach,
    cause: Arc<Fault>,
}

impl Failure {
    pub(super) fn new(reach: Reach, cause: impl Into<Fault>) -> Self {
        Self { reach, cause: Arc::new(cause.into()) }
    }

    /// The failure and its causes in one line.
    pub(super) fn said(&self) -> String {
        let first: &dyn std::error::Error = self.cause.as_ref().as_ref();
        let causes = std::iter::successors(Some(first), |error| error.source());
        causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }

    /// As whoever sent the order is told.
    pub(super) fn error(self) -> StoreError {
        match self.reach {
            Reach::Away => StoreError::Away(self.said()),
            Reach::Order | Reach::Passing | Reach::Fatal => StoreError::Write(self.cause),
        }
    }
}
