//! What somebody was asked for that is not on the list.

/// One such thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// A paper.
    Paper,
    /// Money.
    Fee,
    /// One more visit.
    Visit,
    /// Something else, said in words.
    Other,
}

impl Demand {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Paper, Self::Fee, Self::Visit, Self::Other];

    /// The word that is kept and that a form sends.
    pub fn word(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Fee => "fee",
            Self::Visit => "visit",
            Self::Other => "other",
        }
    }

    /// The demand of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|demand| demand.word() == word)
    }
}
