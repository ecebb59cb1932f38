//! A message, on its way into the queue and in it.

use crate::feedback::alert::{Facts, Target};
use crate::text::Slug;

/// A message to be queued.
#[derive(Clone, Debug, PartialEq)]
pub struct QueuedAlert {
    /// Its id: what a receiver knows it by, however often it comes.
    pub id: [u8; 16],
    /// The id of the recipient.
    pub recipient: [u8; 16],
    /// The way to the recipient.
    pub target: Target,
    /// The agency that it tells of.
    pub agency: Slug,
    /// What it says.
    pub facts: Facts,
}

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertState {
    /// It is to be sent.
    Waiting,
    /// It was taken by the other side.
    Sent,
    /// It was given up.
    Failed,
}

/// A message in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAlert {
    /// Its id.
    pub id: [u8; 16],
    /// The id of the recipient.
    pub recipient: [u8; 16],
    /// The agency that it tells of.
    pub agency: Slug,
    /// What it says, as JSON of [`Facts`].
    pub facts: String,
    /// When it was queued, in milliseconds UTC.
    pub created_at: i64,
    /// Where it stands.
    pub state: AlertState,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next.
    pub next_at: i64,
    /// When it is given up.
    pub until: i64,
    /// Until when somebody is at work with it; 0 for nobody.
    pub lease_until: i64,
    /// Whether it may have arrived although nobody said so.
    pub unsure: bool,
    /// What the last try met: words of the room that sends.
    pub trouble: Option<String>,
    /// When it was sent or given up.
    pub ended_at: Option<i64>,
}

impl AlertState {
    /// All states.
    pub(in crate::store) const ALL: [Self; 3] = [Self::Waiting, Self::Sent, Self::Failed];

    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// The state of a word.
    pub(in crate::store) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}
