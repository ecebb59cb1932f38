//! What is counted apart from what: the keys of the three tallies.

use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::Mode;
use crate::text::Slug;

/// What ratings must have in common before they may be added up without saying so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stratum {
    /// The agency.
    pub agency: Slug,
    /// Whether they lie in quarantine.
    pub held: bool,
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
}

/// Tally (a): so many ratings of a day gave this answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerCell {
    /// Of which ratings.
    pub stratum: Stratum,
    /// The day in Vietnam, as 20261121.
    pub day: u32,
    /// The procedure they are about, if they are.
    pub procedure: Option<ProcedureCode>,
    /// The question; none in the cell that counts the ratings themselves.
    pub question: Option<Slug>,
    /// The answer: a level or a number in digits, the id of an option, `?` for "don't know", `*` for
    /// "answered", which stands for any words, for any number of boxes ticked, and for a rating itself.
    pub answer: String,
}

/// Tally (b): the scores that ratings of a month gave to two questions, or to one taken twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreCell {
    /// Of which ratings.
    pub stratum: Stratum,
    /// The month in Vietnam, as 202611.
    pub month: u32,
    /// The two questions, in the order of their ids; none in the cell that counts the ratings.
    pub pair: Option<(Slug, Slug)>,
}

/// Tally (c): ratings of a month by the hour of the week in which they came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HourCell {
    /// The agency.
    pub agency: Slug,
    /// Whether they lie in quarantine.
    pub held: bool,
    /// The month in Vietnam, as 202611.
    pub month: u32,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// 0 to 23.
    pub hour: u8,
}
