//! What is counted apart from what: the keys of the three tallies.

use std::fmt;

use super::ANY;
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

impl fmt::Display for Stratum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { counter, survey, version, mode, .. } = self;
        let verified = if self.verified { "verified" } else { "open" };
        write!(f, "{counter} {survey}/{version} {} {verified}", mode.word())?;
        f.write_str(if self.held { " held" } else { "" })
    }
}

impl fmt::Display for AnswerCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stratum, day, answer, .. } = self;
        let procedure = self.procedure.as_ref().map_or("-", ProcedureCode::as_str);
        let question = self.question.as_ref().map_or(ANY, Slug::as_str);
        write!(f, "{day} {stratum} {procedure} {question}={answer}")
    }
}

impl fmt::Display for ScoreCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pair = self.pair.as_ref().map(|(one, other)| (one.as_str(), other.as_str()));
        let (one, other) = pair.unwrap_or((ANY, ANY));
        write!(f, "{} {one}×{other}", self.stratum)
    }
}

impl fmt::Display for HourCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "weekday {} hour {}", self.weekday, self.hour)?;
        f.write_str(if self.held { " held" } else { "" })
    }
}
