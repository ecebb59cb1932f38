//! What is asked of the ratings of a counter, and what comes back.

use super::SlipBatch;
use crate::feedback::secrecy::{Disclosed, HalfDay, Horizon, Line, ShownWords};
use crate::text::Slug;

/// A month of one counter and one survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureQuery {
    /// The agency.
    pub agency: Slug,
    /// The counter.
    pub counter: Slug,
    /// The survey.
    pub survey: Slug,
    /// The month: 202611.
    pub month: u32,
    /// Up to when ratings may be read.
    pub horizon: Horizon,
    /// Only what was gathered before this half day; none for the latest.
    pub before: Option<HalfDay>,
}

/// A page of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disclosure {
    /// What was gathered, the latest first. What began before the month and ended in it is there too.
    pub gatherings: Vec<Disclosed>,
    /// What [`DisclosureQuery::before`] takes for the next page; none after the last.
    pub next: Option<HalfDay>,
    /// Slips of paper collected until a day of the month, each pile with its answers.
    pub slips: Vec<(SlipBatch, Vec<Line>)>,
    /// The words of the month, without any time.
    pub words: Vec<ShownWords>,
}
