//! Where the handling of a matter stands.

/// A state. Which follows which is said in [`super::Life::follow`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is here; nobody has said yet who handles it.
    Received,
    /// The agency handles it.
    Accepted,
    /// Another body handles it, which is named.
    PassedOn,
    /// It is not handled, for a reason that is said.
    Refused,
    /// It is answered: fixed or explained.
    Answered,
    /// The time in which it could be reopened is over, or it was reopened before.
    Closed,
    /// Whoever brought it has asked once more.
    Reopened,
    /// Whoever brought it has taken it back.
    Withdrawn,
}

impl State {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Accepted,
        Self::PassedOn,
        Self::Refused,
        Self::Answered,
        Self::Closed,
        Self::Reopened,
        Self::Withdrawn,
    ];

    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::PassedOn => "passed_on",
            Self::Refused => "refused",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether the agency has still to do something: what the inbox shows first.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Accepted | Self::Reopened)
    }

    /// Whether there is no answer yet, so that without a contact nobody could be answered.
    pub fn awaits_answer(self) -> bool {
        self.is_open() || self == Self::PassedOn
    }
}
