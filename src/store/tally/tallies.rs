//! The three tallies as values: what ratings add up to, what a batch adds to them, what a table holds.

use std::collections::BTreeMap;

use super::word::{ANY, words};
use super::{
    AnswerCell, Difference, HourCell, LocalTime, PeriodCell, ScoreCell, ScoreSums, Stratum, Table,
    rolled_up,
};
use crate::store::StoredRating;
use crate::text::Slug;

/// Cells and what they hold. A cell that is not there holds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// (a): day × unit × counter × procedure × survey × mode × verified × question → answers.
    pub answers: BTreeMap<AnswerCell, i64>,
    /// (b): month × counter × survey × mode × verified → sums of scores and their products.
    pub scores: BTreeMap<ScoreCell, ScoreSums>,
    /// (c): month × agency × hour of the week → ratings.
    pub hours: BTreeMap<HourCell, i64>,
    /// What (d) lacks of (a), where a rebuilding found that; empty otherwise, since (d) follows from (a).
    pub periods: BTreeMap<PeriodCell, i64>,
}

impl Tallies {
    /// Counts a rating.
    pub fn add(&mut self, rating: &StoredRating) {
        self.count(rating, 1);
    }

    /// Counts a rating no more.
    pub fn take_away(&mut self, rating: &StoredRating) {
        self.count(rating, -1);
    }

    /// Adds what other tallies hold.
    pub fn merge(&mut self, other: &Self) {
        self.combine(other, 1);
    }

    /// Takes away what other tallies hold.
    pub fn subtract(&mut self, other: &Self) {
        self.combine(other, -1);
    }

    fn combine(&mut self, other: &Self, by: i64) {
        for (cell, n) in &other.answers {
            *self.answers.entry(cell.clone()).or_default() += n * by;
        }
        for (cell, sums) in &other.scores {
            *self.scores.entry(cell.clone()).or_default() += times(*sums, by);
        }
        for (cell, n) in &other.hours {
            *self.hours.entry(cell.clone()).or_default() += n * by;
        }
        for (cell, n) in &other.periods {
            *self.periods.entry(cell.clone()).or_default() += n * by;
        }
        self.drop_zeros();
    }

    /// Whether nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.scores.is_empty()
            && self.hours.is_empty()
            && self.periods.is_empty()
    }

    /// How (d) moves: with (a), and by what it lacked.
    pub(in crate::store) fn period_moves(&self) -> BTreeMap<PeriodCell, i64> {
        let mut moves = rolled_up(&self.answers);
        for (cell, n) in &self.periods {
            *moves.entry(cell.clone()).or_default() += n;
        }
        moves
    }

    /// Leaves out cells that hold nothing.
    pub fn drop_zeros(&mut self) {
        self.answers.retain(|_, n| *n != 0);
        self.scores.retain(|_, sums| !sums.is_zero());
        self.hours.retain(|_, n| *n != 0);
        self.periods.retain(|_, n| *n != 0);
    }

    /// Each cell as a difference, where this is what tables lack of what ratings add up to.
    pub(in crate::store) fn differences(&self) -> Vec<Difference> {
        let answers = self.answers.iter().map(|(cell, n)| Difference {
            agency: cell.stratum.agency.clone(),
            month: cell.day / 100,
            table: Table::Answers,
            cell: cell.to_string(),
            missing: format!("{n:+}"),
        });
        let scores = self.scores.iter().map(|(cell, sums)| Difference {
            agency: cell.stratum.agency.clone(),
            month: cell.month,
            table: Table::Scores,
            cell: cell.to_string(),
            missing: sums.to_string(),
        });
        let hours = self.hours.iter().map(|(cell, n)| Difference {
            agency: cell.agency.clone(),
            month: cell.month,
            table: Table::Hours,
            cell: cell.to_string(),
            missing: format!("{n:+}"),
        });
        let periods = self.periods.iter().map(|(cell, n)| Difference {
            agency: cell.scope.as_ref().unwrap_or(&cell.unit).clone(),
            month: cell.period,
            table: Table::Periods,
            cell: cell.to_string(),
            missing: format!("{n:+}"),
        });
        answers.chain(scores).chain(hours).chain(periods).collect()
    }

    fn count(&mut self, rating: &StoredRating, by: i64) {
        let sent = &rating.submission;
        let time = LocalTime::of(sent.received_at);
        let stratum = Stratum {
            agency: sent.agency.clone(),
            held: rating.held,
            counter: sent.counter.clone(),
            survey: sent.survey.clone(),
            version: sent.version,
            mode: sent.mode,
            verified: sent.verified(),
        };
        let mut answer = |question: Option<&Slug>, answer: String| {
            let cell = AnswerCell {
                stratum: stratum.clone(),
                day: time.day,
                procedure: sent.about.as_ref().map(|about| about.procedure.clone()),
                question: question.cloned(),
                answer,
            };
            *self.answers.entry(cell).or_default() += by;
        };
        answer(None, ANY.to_owned());
        for (question, value) in &sent.answers {
            for word in words(value) {
                answer(Some(question), word);
            }
        }
        self.count_scores(rating, &stratum, time.month(), by);
        let cell = HourCell {
            agency: sent.agency.clone(),
            held: rating.held,
            month: time.month(),
            weekday: time.weekday,
            hour: time.hour,
        };
        *self.hours.entry(cell).or_default() += by;
    }

    fn count_scores(&mut self, rating: &StoredRating, stratum: &Stratum, month: u32, by: i64) {
        let mut add = |pair, sums| {
            let cell = ScoreCell { stratum: stratum.clone(), month, pair };
            *self.scores.entry(cell).or_default() += times(sums, by);
        };
        add(None, ScoreSums { n: 1, ..ScoreSums::default() });
        let answers = &rating.submission.answers;
        let mut scored: Vec<(&Slug, i64)> = answers
            .iter()
            .filter_map(|(question, answer)| Some((question, i64::from(answer.score()?))))
            .collect();
        scored.sort_unstable();
        for (at, (one, first)) in scored.iter().enumerate() {
            for (other, second) in &scored[at..] {
                let pair = Some(((*one).clone(), (*other).clone()));
                let (first, second) = (*first, *second);
                add(pair, ScoreSums { n: 1, first, second, product: first * second });
            }
        }
    }
}

fn times(sums: ScoreSums, by: i64) -> ScoreSums {
    ScoreSums {
        n: sums.n * by,
        first: sums.first * by,
        second: sums.second * by,
        product: sums.product * by,
    }
}
