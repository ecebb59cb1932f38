//! For whom messages are counted.

/// Who reads what is sent to a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The leader of an agency, or the parent body: everything.
    Leader,
    /// Officers: everything but reports of what was asked for beyond the list, which concern themselves and go to the
    /// leader first.
    Officers,
}

impl Audience {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Leader, Self::Officers];

    /// The word that is kept and typed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Officers => "officers",
        }
    }

    /// The audience of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word)
    }
}
