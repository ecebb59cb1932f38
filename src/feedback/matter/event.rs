//! One line of the log of a matter.

use super::Act;

/// Something that happened to a matter; never changed once it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, in milliseconds UTC.
    pub at: i64,
    /// Who did it.
    pub by: By,
    /// What was done.
    pub act: Act,
}

/// Who does something with a matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Whoever brought it, known by the tracking code alone.
    Citizen,
    /// An officer, by the name of the account.
    Officer(Box<str>),
    /// This program, when a period is over.
    System,
}

impl By {
    /// The word that is kept; the account of an officer is kept beside it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Officer(_) => "officer",
            Self::System => "system",
        }
    }

    /// The account of an officer.
    pub fn account(&self) -> Option<&str> {
        match self {
            Self::Officer(account) => Some(account),
            Self::Citizen | Self::System => None,
        }
    }

    /// What a word and an account say; none if they do not belong together.
    pub fn parse(word: &str, account: Option<&str>) -> Option<Self> {
        match (word, account) {
            ("citizen", None) => Some(Self::Citizen),
            ("system", None) => Some(Self::System),
            ("officer", Some(account)) => Some(Self::Officer(account.into())),
            _ => None,
        }
    }
}
