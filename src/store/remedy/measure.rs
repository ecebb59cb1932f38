//! What is said beside published figures: measures against weak criteria, and chosen words of citizens.

use crate::text::{Date, Slug};

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id.
    pub id: [u8; 16],
    /// The agency that takes it.
    pub agency: Slug,
    /// The period whose results it answers: `2026-q4`, `2026-11`, `2026`.
    pub period: String,
    /// The counter, if it is about one alone.
    pub counter: Option<Slug>,
    /// The survey.
    pub survey: Slug,
    /// The weak question.
    pub criterion: Slug,
    /// Why it is weak.
    pub cause: String,
    /// What is done.
    pub measure: String,
    /// The position of the head who answers for it.
    pub answerable: String,
    /// Until when.
    pub until: Date,
    /// What came of it; none while it is under way.
    pub outcome: Option<String>,
    /// Words of a citizen that led to it, masked.
    pub quote: Option<String>,
}

/// Words of a citizen, read and masked by whoever chose them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenQuote {
    /// Its id.
    pub id: [u8; 16],
    /// The agency.
    pub agency: Slug,
    /// The period: `2026-q4`.
    pub period: String,
    /// The counter, if the words are about one alone.
    pub counter: Option<Slug>,
    /// The words.
    pub words: String,
}
