//! The 95 % interval: from where to where the figure would lie if the same people had been asked without end.
//! It speaks of chance only. That those who answer are not like those who do not is not in it.

use super::normal::Z95;

/// By which rule an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntervalRule {
    /// Wilson's score interval, for a share.
    Wilson,
    /// Wilson's score interval with the effective number of ratings, where the spread is known from the sums
    /// of products.
    WilsonEffective,
    /// The same with the widest spread that the counts of the single questions allow, where it is not known
    /// how they were answered together. It is wider than need be, never narrower.
    WilsonBound,
}

/// An interval, in the unit of its figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How it was made.
    pub rule: IntervalRule,
}

impl IntervalRule {
    /// The id by which outputs name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Wilson => "wilson",
            Self::WilsonEffective => "wilson_effective",
            Self::WilsonBound => "wilson_bound",
        }
    }
}

impl Interval {
    /// Wilson's interval for a mean worth 0 to 1 that is as sure as the share of so many independent answers
    /// would be. `n` is above 0 and need not be whole.
    pub(super) fn wilson(mean: f64, n: f64, rule: IntervalRule) -> Self {
        let z2 = Z95 * Z95;
        let centre = (mean + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = Z95 / (1.0 + z2 / n) * (mean * (1.0 - mean) / n + z2 / (4.0 * n * n)).sqrt();
        // At the ends the two terms are equal but for rounding.
        let low = if mean <= 0.0 { 0.0 } else { (centre - half).max(0.0) };
        let high = if mean >= 1.0 { 1.0 } else { (centre + half).min(1.0) };
        Self { low, high, rule }
    }

    /// The interval with both ends put into another unit.
    pub(super) fn map(self, unit: impl Fn(f64) -> f64) -> Self {
        Self { low: unit(self.low), high: unit(self.high), rule: self.rule }
    }
}
