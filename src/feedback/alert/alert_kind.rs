//! The kinds of alerts.

/// A kind of alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertKind {
    /// Something was brought, or brought back.
    New,
    /// Something is due by the end of the next working day.
    Due,
    /// Something was not done in time.
    Overdue,
    /// A counter that was rated steadily is rated no more.
    Silent,
    /// A counter's ratings have become worse than chance explains.
    Falling,
    /// More ratings came at once than a counter can serve.
    Burst,
    /// What happened since the last working day.
    Daily,
    /// What happened in the last week.
    Weekly,
    /// Nothing happened: somebody tries whether mail comes.
    Test,
}

impl AlertKind {
    /// All kinds that can be chosen.
    pub const CHOICE: [Self; 8] = [
        Self::New,
        Self::Due,
        Self::Overdue,
        Self::Silent,
        Self::Falling,
        Self::Burst,
        Self::Daily,
        Self::Weekly,
    ];

    /// What a recipient gets who chooses nothing: all but the daily digest, which says again what the others say.
    pub const USUAL: [Self; 7] = [
        Self::New,
        Self::Due,
        Self::Overdue,
        Self::Silent,
        Self::Falling,
        Self::Burst,
        Self::Weekly,
    ];

    /// The word that is kept, typed and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Due => "due",
            Self::Overdue => "overdue",
            Self::Silent => "silent",
            Self::Falling => "falling",
            Self::Burst => "burst",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Test => "test",
        }
    }

    /// The kind of a word that can be chosen.
    pub fn parse(word: &str) -> Option<Self> {
        Self::CHOICE.into_iter().find(|kind| kind.word() == word)
    }
}
