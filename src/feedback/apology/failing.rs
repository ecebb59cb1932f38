//! What an agency apologises for.

/// What went wrong with a file.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Failing {
    /// It was not, or will not be, done in time.
    Late,
    /// The result was wrong.
    Wrong,
    /// A paper was lost or spoilt.
    Lost,
}

impl Failing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Late, Self::Wrong, Self::Lost];

    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Wrong => "wrong",
            Self::Lost => "lost",
        }
    }

    /// The failing of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|failing| failing.word() == word)
    }
}
