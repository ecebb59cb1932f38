//! How many of how many, with Wilson's interval.

use super::{Interval, IntervalRule};

/// A share of answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// How many.
    pub hits: u64,
    /// Of how many; never 0.
    pub n: u64,
    /// In per cent.
    pub percent: f64,
    /// In per cent.
    pub interval: Interval,
}

impl Share {
    /// The share of `hits` among `n`; none of nothing, and none if there are more hits than answers.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn of(hits: u64, n: u64) -> Option<Self> {
        if n == 0 || hits > n {
            return None;
        }
        let mean = hits as f64 / n as f64;
        let interval = Interval::wilson(mean, n as f64, IntervalRule::Wilson);
        Some(Self { hits, n, percent: 100.0 * mean, interval: interval.map(|end| 100.0 * end) })
    }
}
