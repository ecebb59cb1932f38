//! What the writer is asked to do, and what became of it.

use super::rating_lists::{KeyIn, KeyedIn};
use super::{Amended, Appended, Judged, Judgement, Kept, LogEntry, Received, Tallies};
use crate::feedback::matter::Matter;
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
    /// A slip of paper, and the id its rating gets if it is new.
    KeyIn { id: [u8; 16], slip: Box<KeyIn> },
    /// A matter, and the id it gets if it is new.
    Receive { id: [u8; 16], matter: Box<Matter> },
    /// One more event in the log of a matter.
    Append(Box<LogEntry>),
    /// What tallies lack, added if they have been rebuilt so often and not once more.
    Adjust { turn: i64, lacking: Box<Tallies> },
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Kept(Kept),
    Amended(Amended),
    Judged(Judged),
    KeyedIn(KeyedIn),
    Received(Received),
    Appended(Appended),
    /// Whether it was added: no, where another rebuilding came between.
    Adjusted(bool),
}
