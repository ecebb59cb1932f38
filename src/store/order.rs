//! What the writer is asked to do, and what became of it.

use super::{Amended, Judged, Judgement, Kept, Tallies};
use crate::feedback::{Amendment, Submission};

/// One thing to write.
#[derive(Clone, Debug)]
pub(super) enum Order {
    /// A rating, and the id it gets if it is new.
    Keep { id: [u8; 16], submission: Box<Submission> },
    /// A change to a rating.
    Amend(Box<Amendment>),
    /// A word on a rating, and the id under which it is remembered.
    Judge { id: [u8; 16], judgement: Box<Judgement> },
    /// What tallies lack, added if they have been rebuilt so often and not once more.
    Adjust { turn: i64, lacking: Box<Tallies> },
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Kept(Kept),
    Amended(Amended),
    Judged(Judged),
    /// Whether it was added: no, where another rebuilding came between.
    Adjusted(bool),
}
