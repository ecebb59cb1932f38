//! The way on which a rating came. Ways are counted apart in results: a tablet in a hall and a form
//! keyed by staff do not measure the same thing as a phone at home.

/// A way of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// By the printed symbol, on one's own phone.
    Qr,
    /// By a link on the site.
    Web,
    /// On a device that stands in the hall.
    Kiosk,
    /// On paper, keyed in by staff; never taken from the open form.
    Paper,
    /// Somebody else held the phone.
    Helped,
}

impl Mode {
    /// All ways.
    pub const ALL: [Self; 5] = [Self::Qr, Self::Web, Self::Kiosk, Self::Paper, Self::Helped];

    /// The word that forms send and that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Qr => "qr",
            Self::Web => "web",
            Self::Kiosk => "kiosk",
            Self::Paper => "paper",
            Self::Helped => "helped",
        }
    }

    /// The way of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }

    /// Whether anyone may say so of their own rating.
    pub fn is_open(self) -> bool {
        self != Self::Paper
    }
}
