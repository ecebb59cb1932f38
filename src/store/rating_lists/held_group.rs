//! Ratings that were set aside for the same reasons in the same half day: they are judged together, since nothing that
//! is shown of them tells one from the other.

use crate::feedback::Mark;
use crate::feedback::secrecy::HalfDay;
use crate::text::Slug;

/// Ratings that wait for a person's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldGroup {
    /// The counter.
    pub counter: Slug,
    /// When they were received.
    pub half_day: HalfDay,
    /// Why they were set aside, with whatever else was noted of them.
    pub marks: Vec<Mark>,
    /// How many.
    pub n: u64,
}

/// How many ratings of a counter lie in quarantine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldCount {
    /// The counter.
    pub counter: Slug,
    /// Those that nobody has decided about.
    pub waiting: u64,
    /// Those that somebody decided to keep out.
    pub kept_out: u64,
}
