//! A counter whose ratings have become worse than chance explains.
//!
//! The share of satisfied answers to one question, in one way of answering, in the last ten working days against the
//! sixty before. Told where at least thirty answers are new and fifty are old, the share fell by ten points or more,
//! and the score test of two shares gives z of 3.09 or more (once in a thousand by chance, one-sided) with every
//! variance doubled: answers of one day and one tablet are not independent, and how much they are not is not known.
//! It speaks of chance only. Which procedures were in season, or who answered, is not in it.

use serde::{Deserialize, Serialize};

/// The fewest answers of the last days.
const FEWEST_NOW: u64 = 30;

/// The fewest answers before.
const FEWEST_BEFORE: u64 = 50;

/// The least fall, as a share.
const LEAST: f64 = 0.10;

/// What leaves one in a thousand above it.
const Z999: f64 = 3.090_232_306_167_813;

/// By how much variances are widened.
const DESIGN: f64 = 2.0;

/// So many satisfied of so many answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Satisfied {
    /// The satisfied ones.
    pub satisfied: u64,
    /// All that can be counted.
    pub n: u64,
}

/// A fall worth a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fall {
    /// The last days.
    pub now: Satisfied,
    /// The days before them.
    pub before: Satisfied,
}

impl Satisfied {
    /// The share in whole per cent.
    pub fn percent(self) -> u64 {
        (self.satisfied * 100 + self.n / 2).checked_div(self.n).unwrap_or(0)
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn parts(self) -> (f64, f64) {
        (self.satisfied as f64, self.n as f64)
    }
}

/// The fall from one share to the other, if it is worth a word.
pub fn falling(before: Satisfied, now: Satisfied) -> Option<Fall> {
    let sound = |share: Satisfied| share.satisfied <= share.n;
    if now.n < FEWEST_NOW || before.n < FEWEST_BEFORE || !sound(now) || !sound(before) {
        return None;
    }
    let ((hits_before, n_before), (hits_now, n_now)) = (before.parts(), now.parts());
    let fall = hits_before / n_before - hits_now / n_now;
    let pooled = (hits_before + hits_now) / (n_before + n_now);
    let variance = DESIGN * pooled * (1.0 - pooled) * (1.0 / n_before + 1.0 / n_now);
    // With all alike the variance is nought, and so is the fall.
    let told = fall >= LEAST - 1e-12 && fall >= Z999 * variance.sqrt();
    told.then_some(Fall { now, before })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(satisfied: u64, n: u64) -> Satisfied {
        Satisfied { satisfied, n }
    }

    #[test]
    fn a_fall_is_told_when_chance_does_not_explain_it() {
        // z without the doubled variance, worked by hand: 270/300 to 30/50 is 0.9 to 0.6, pooled 6/7, standard error
        // 0.05345, z 5.61; by the root of two 3.97.
        assert!(falling(share(270, 300), share(30, 50)).is_some());
        // 0.9 to 0.7: pooled 0.8714, standard error 0.0511, z 3.91; by the root of two 2.77.
        assert_eq!(falling(share(270, 300), share(35, 50)), None);
        // Many answers, and a fall too small to matter: z is 9.5, by the root of two 6.7.
        assert_eq!(falling(share(9_000, 10_000), share(8_100, 10_000)), None);
        assert!(falling(share(9_000, 10_000), share(8_000, 10_000)).is_some());
    }

    #[test]
    fn few_answers_say_nothing() {
        assert_eq!(falling(share(50, 50), share(0, 29)), None);
        assert_eq!(falling(share(49, 49), share(0, 30)), None);
        assert!(falling(share(50, 50), share(0, 30)).is_some());
        assert_eq!(falling(share(0, 0), share(0, 0)), None);
        assert_eq!(falling(share(50, 50), share(50, 50)), None);
        assert_eq!(falling(share(10, 50), share(50, 50)), None, "a rise");
        assert_eq!((share(2, 3).percent(), share(0, 0).percent()), (67, 0));
    }
}
