//! A person's word on a rating: into quarantine or out of it. Nothing is deleted by it; the rating is
//! counted apart or with the others, and the word is kept.

use crate::text::Slug;

/// Where a rating belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Into quarantine: kept and visible, counted apart.
    Hold,
    /// Out of it: counted with the others.
    Release,
}

impl Verdict {
    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Release => "release",
        }
    }
}

/// A word on one rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The agency of the rating.
    pub agency: Slug,
    /// The id of the rating.
    pub rating: [u8; 16],
    /// Where it belongs.
    pub verdict: Verdict,
    /// Why, in the words of the person.
    pub reason: String,
    /// The account of the person; empty for whoever sits at the machine, whose word is not in the log of the desk.
    pub account: String,
    /// When, in milliseconds UTC.
    pub at: i64,
}

/// What became of a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// The rating is where it was sent, and the tallies with it; also if it was there before.
    Done,
    /// There is no such rating.
    Unknown,
}
