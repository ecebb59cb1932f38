//! Marks on a rating that deserve a second look. Nothing suspicious is refused or deleted: it is kept
//! and marked, and whoever counts says which marks were left out.

/// A reason to look twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Sent sooner after the page was handed out than a hand can.
    TooFast,
    /// Sent a day or more after the page was handed out.
    Stale,
    /// The page was never stamped: a plain static host, or a program.
    NoStamp,
    /// The stamp is not ours, or belongs to another page.
    ForgedStamp,
    /// A field was filled that people do not see.
    Honeypot,
    /// One of more ratings at once than a counter can serve, from one place or for one counter.
    Burst,
    /// The same words came the same day in another rating.
    Repeat,
    /// The words seem to hold a telephone number, an identity number or an e-mail address.
    Personal,
}

impl Mark {
    /// All marks.
    pub const ALL: [Self; 8] = [
        Self::TooFast,
        Self::Stale,
        Self::NoStamp,
        Self::ForgedStamp,
        Self::Honeypot,
        Self::Burst,
        Self::Repeat,
        Self::Personal,
    ];

    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::TooFast => "too_fast",
            Self::Stale => "stale",
            Self::NoStamp => "no_stamp",
            Self::ForgedStamp => "forged_stamp",
            Self::Honeypot => "honeypot",
            Self::Burst => "burst",
            Self::Repeat => "repeat",
            Self::Personal => "personal",
        }
    }

    /// Whether a rating with this mark is counted apart until a person has looked at it. A page that lay
    /// open over night or came from a plain static host is no reason, nor is a telephone number.
    pub fn quarantines(self) -> bool {
        match self {
            Self::TooFast | Self::ForgedStamp | Self::Honeypot | Self::Burst | Self::Repeat => true,
            Self::Stale | Self::NoStamp | Self::Personal => false,
        }
    }

    /// The mark of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.word() == word)
    }
}
