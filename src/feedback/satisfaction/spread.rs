//! How far a mean of one or several criteria may be off.
//!
//! Its variance follows from the sums of products by the delta method (Taylor linearization, as for a ratio in
//! survey sampling): each rating adds `Σ cᵢ·(yᵢ − μᵢ)` over the criteria that it scored, and the variance is the sum
//! of the squares of that over the ratings. It is then put as an effective number of ratings n*, the number of
//! independent yes-or-no answers that would be as sure (Kish), and Wilson's interval is taken with n*, as is
//! done for shares in complex samples (Korn and Graubard). So an interval keeps within the bounds of the scale,
//! is longer towards its middle, and for a single share is Wilson's own. `docs/statistics.md` says more.

use super::scored::Scored;
use super::{IntervalRule, Sheet};

/// So many ratings as spread as can be are added to those that were counted, in reckoning the spread alone. A
/// few like answers say little of how alike all would be; without this, three equal ratings would have an
/// interval of no length. For a share of one question it changes nothing.
const PRIOR: f64 = 2.0;

/// A mean worth 0 to 1 and how sure it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spread {
    pub(super) mean: f64,
    /// The effective number of ratings.
    pub(super) effective: f64,
    pub(super) rule: IntervalRule,
}

/// A criterion that was answered, the centre from which its answers are measured, and what a distance of 1 in one
/// answer adds to the mean.
pub(super) struct Part<'a> {
    pub(super) scored: &'a Scored<'a>,
    pub(super) centre: f64,
    pub(super) share: f64,
}

impl Spread {
    /// The spread of a mean made of these parts, at least one. `ratings` is the number of ratings behind it: the
    /// harmonic mean of those of its criteria by their weights, since a criterion with few answers makes the
    /// whole unsure.
    pub(super) fn of(mean: f64, ratings: f64, parts: &[Part<'_>], sheet: &Sheet) -> Self {
        if let [part] = parts
            && part.scored.method.is_share()
        {
            return Self { mean, effective: ratings, rule: IntervalRule::Wilson };
        }
        let (variance, rule) = match known(parts, sheet) {
            Some(variance) => (variance, IntervalRule::WilsonEffective),
            None => (widest(parts), IntervalRule::WilsonBound),
        };
        // The widest that any answers with this mean could be (Bhatia and Davis).
        let most = mean * (1.0 - mean) / ratings;
        // All answers the best, or all the worst: nothing is known of their spread.
        let design = if most > 0.0 { (variance / most).clamp(0.0, 1.0) } else { 1.0 };
        let effective = ratings * (ratings + PRIOR) / (ratings * design + PRIOR);
        Self { mean, effective, rule }
    }
}

/// The variance, from the sums of products.
fn known(parts: &[Part<'_>], sheet: &Sheet) -> Option<f64> {
    let mut variance = 0.0;
    for (at, one) in parts.iter().enumerate() {
        variance += one.share.powi(2) * one.scored.squares_about(one.centre);
        for other in &parts[at + 1..] {
            let products =
                one.scored.products_about(one.centre, other.scored, other.centre, sheet)?;
            variance += 2.0 * one.share * other.share * products;
        }
    }
    Some(variance.max(0.0))
}

/// The most that the variance can be (Minkowski): as if whoever is above the mean in one criterion were so in
/// all.
fn widest(parts: &[Part<'_>]) -> f64 {
    let of = |part: &Part<'_>| part.share * part.scored.squares_about(part.centre).sqrt();
    parts.iter().map(of).sum::<f64>().powi(2)
}
