//! What a store promises, whatever lies behind it.

use std::future::Future;
use std::pin::Pin;

use super::{Health, StoreError, StoredRating};
use crate::feedback::{Receipt, Submission};

/// How a rating was kept; both ways the citizen is thanked with the same receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is on the disk now.
    New(Receipt),
    /// A rating with this key was there before; what was sent now is not looked at.
    Already(Receipt),
}

impl Kept {
    /// The receipt of the rating that is there.
    pub fn receipt(self) -> Receipt {
        match self {
            Self::New(receipt) | Self::Already(receipt) => receipt,
        }
    }
}

/// A rating on its way to the disk.
pub type Keeping = Pin<Box<dyn Future<Output = Result<Kept, StoreError>> + Send>>;

/// A place where ratings are kept.
pub trait Store: Send + Sync {
    /// Keeps a rating. The answer comes after it is on the disk; a caller that goes away before does
    /// not undo it.
    fn keep(&self, submission: Submission) -> Keeping;

    /// Hands every rating to `each`, by agency and then by time; an error of `each` ends it. Ratings
    /// kept meanwhile may or may not be among them. Reads the disk: not for an async thread.
    fn export(
        &self,
        each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// How many ratings there are. Reads the disk: not for an async thread.
    fn count(&self) -> Result<u64, StoreError>;

    /// Whether ratings can be kept now. Never waits.
    fn health(&self) -> Health;
}
