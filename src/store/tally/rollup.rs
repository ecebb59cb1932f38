//! Tally (d): tally (a) added up by month and by year, so that a page over a year reads hundreds of rows and not
//! millions. It follows from (a) and nothing else: whatever moves (a) moves it in the same transaction.

use std::collections::BTreeMap;
use std::fmt;

use super::{ANY, AnswerCell};
use crate::feedback::Mode;
use crate::text::Slug;

/// So many ratings of a month or a year gave this answer; those in quarantine are not among them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodCell {
    /// The agency, where the unit is one of its counters; none where the unit is an agency.
    pub scope: Option<Slug>,
    /// The month as 202611; or of an agency the year as 2026.
    pub period: u32,
    /// The way on which they came.
    pub mode: Mode,
    /// Whether one-time codes proved the visits.
    pub verified: bool,
    /// The agency or the counter.
    pub unit: Slug,
    /// The survey.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// The question; none in the cell that counts the ratings themselves.
    pub question: Option<Slug>,
    /// The answer, as in tally (a).
    pub answer: String,
}

/// How tally (d) moves with these moves of tally (a).
pub(in crate::store) fn rolled_up(
    answers: &BTreeMap<AnswerCell, i64>,
) -> BTreeMap<PeriodCell, i64> {
    let mut moves = BTreeMap::new();
    for (cell, n) in answers.iter().filter(|(cell, _)| !cell.stratum.held) {
        let AnswerCell { stratum, day, question, answer, .. } = cell;
        let of = |scope, unit: &Slug, period| PeriodCell {
            scope,
            period,
            mode: stratum.mode,
            verified: stratum.verified,
            unit: unit.clone(),
            survey: stratum.survey.clone(),
            version: stratum.version,
            question: question.clone(),
            answer: answer.clone(),
        };
        let (agency, counter) = (&stratum.agency, &stratum.counter);
        for cell in [
            of(Some(agency.clone()), counter, day / 100),
            of(None, agency, day / 100),
            of(None, agency, day / 10_000),
        ] {
            *moves.entry(cell).or_default() += n;
        }
    }
    moves.retain(|_, n| *n != 0);
    moves
}

impl fmt::Display for PeriodCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { period, mode, verified, unit, survey, version, answer, .. } = self;
        let verified = if *verified { "verified" } else { "open" };
        let question = self.question.as_ref().map_or(ANY, Slug::as_str);
        write!(
            f,
            "{period} {unit} {survey}/{version} {} {verified} {question}={answer}",
            mode.word()
        )
    }
}
