//! Ratings of a day at a counter, as the rules of alerts want them.

use crate::feedback::Mode;
use crate::text::Slug;

/// So many answers of one word to one question on one day, alike in all that must not be mixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The counter.
    pub counter: Slug,
    /// The survey.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// The way on which they came.
    pub mode: Mode,
    /// Whether one-time codes proved the visits.
    pub verified: bool,
    /// Whether they lie in quarantine.
    pub held: bool,
    /// The day, as 20261121.
    pub day: u32,
    /// The answer; `*` for the ratings themselves.
    pub answer: String,
    /// How many.
    pub n: u64,
}
