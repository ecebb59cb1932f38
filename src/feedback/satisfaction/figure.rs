//! One figure with all that must stand beside it: the formulas, the number of answers, the interval.

use super::scored::Scored;
use super::spread::{Part, Spread};
use super::{Aggregate, Basis, Interval, Sheet};

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The formulas that made it.
    pub basis: Basis,
    /// In per cent of the best that can be; unrounded.
    pub percent: f64,
    /// From where to where it lies with 95 % confidence, in per cent.
    pub interval: Interval,
    /// How many answers are behind it.
    pub counted: Counted,
    /// As many independent yes-or-no answers would be as sure.
    pub effective: f64,
    /// The mean worth of an answer, 0 to 1.
    pub(super) mean: f64,
}

/// How many answers are behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Ratings that answered the criterion; of several criteria, of the one with the most answers. At least so
    /// many people are behind the figure. (How many answered one or another is not counted.)
    pub n: u64,
    /// Ratings that answered the criterion with the fewest answers.
    pub least: u64,
    /// Answers to all criteria together.
    pub answers: u64,
    /// Criteria that have answers.
    pub criteria: usize,
    /// Criteria that were asked.
    pub asked: usize,
}

impl Figure {
    /// The figure of some factors, each with its criteria; none if nobody answered.
    pub(super) fn of(factors: &[Vec<Scored<'_>>], basis: Basis, sheet: &Sheet) -> Option<Self> {
        let answered: Vec<Vec<&Scored<'_>>> = factors
            .iter()
            .map(|factor| factor.iter().filter(|one| one.n > 0).collect::<Vec<_>>())
            .filter(|factor| !factor.is_empty())
            .collect();
        let all: Vec<&Scored<'_>> = answered.iter().flatten().copied().collect();
        let counted = Counted {
            n: all.iter().map(|one| one.n).max()?,
            least: all.iter().map(|one| one.n).min()?,
            answers: all.iter().map(|one| one.n).sum(),
            criteria: all.len(),
            asked: factors.iter().map(Vec::len).sum(),
        };
        let spread = match basis.aggregate {
            Aggregate::CriteriaMean => criteria_mean(&all, sheet),
            Aggregate::FactorMean => factor_mean(&answered, sheet),
            Aggregate::Pooled => pooled(&all, sheet),
        };
        let unit = |mean| basis.method.percent(mean);
        let interval = Interval::wilson(spread.mean, spread.effective, spread.rule);
        Some(Self {
            basis,
            percent: unit(spread.mean),
            interval: interval.map(unit),
            counted,
            effective: spread.effective,
            mean: spread.mean,
        })
    }
}

fn criteria_mean(all: &[&Scored<'_>], sheet: &Sheet) -> Spread {
    let weight = 1.0 / count(all);
    let mean = all.iter().map(|one| one.mean()).sum::<f64>() / count(all);
    weighted(mean, &all.iter().map(|one| (*one, weight)).collect::<Vec<_>>(), sheet)
}

fn factor_mean(factors: &[Vec<&Scored<'_>>], sheet: &Sheet) -> Spread {
    let of_factor = |factor: &Vec<&Scored<'_>>| {
        factor.iter().map(|one| one.mean()).sum::<f64>() / count(factor)
    };
    let mean = factors.iter().map(of_factor).sum::<f64>() / count(factors);
    let weights: Vec<_> = factors
        .iter()
        .flat_map(|factor| {
            let weight = 1.0 / (count(factors) * count(factor));
            factor.iter().map(move |one| (*one, weight))
        })
        .collect();
    weighted(mean, &weights, sheet)
}

/// A mean of the means of criteria: each answer is measured from the mean of its criterion.
fn weighted(mean: f64, weights: &[(&Scored<'_>, f64)], sheet: &Sheet) -> Spread {
    let part = |(scored, weight): &(&'_ Scored<'_>, f64)| (weight / scored.count(), scored.mean());
    let parts: Vec<Part<'_>> = weights
        .iter()
        .map(|one| {
            let (share, centre) = part(one);
            Part { scored: one.0, centre, share }
        })
        .collect();
    let ratings = 1.0 / parts.iter().map(|part| part.share).sum::<f64>();
    Spread::of(mean, ratings, &parts, sheet)
}

/// All answers in one pool: a ratio of two sums, so each answer is measured from the mean of all.
fn pooled(all: &[&Scored<'_>], sheet: &Sheet) -> Spread {
    let answers: f64 = all.iter().map(|one| one.count()).sum();
    let mean = all.iter().map(|one| one.sum()).sum::<f64>() / answers;
    let parts: Vec<Part<'_>> =
        all.iter().map(|one| Part { scored: one, centre: mean, share: 1.0 / answers }).collect();
    Spread::of(mean, answers / count(all), &parts, sheet)
}

#[expect(clippy::cast_precision_loss, reason = "a survey has few criteria")]
fn count<T>(list: &[T]) -> f64 {
    list.len() as f64
}
