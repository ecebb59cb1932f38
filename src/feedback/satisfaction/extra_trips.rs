//! The share of people who had to come back at most once: an index of its own, never mixed with satisfaction,
//! because it is a fact and no opinion.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Share, Sheet};
use crate::text::Slug;

/// Which question asks for extra trips, and which of its answers mean at most one. Said by the survey's owner,
/// since no id tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraTrips {
    /// The question.
    pub question: Slug,
    /// Answers that mean none or one.
    pub at_most_one: BTreeSet<String>,
    /// Answers that mean more. Any other, such as "don't know", leaves the denominator.
    pub more: BTreeSet<String>,
}

impl ExtraTrips {
    /// The share with at most one extra trip; none where nobody said.
    pub fn share(&self, sheet: &Sheet) -> Option<Share> {
        let answers = sheet.answers.get(&self.question)?;
        let sum = |of: &BTreeSet<String>| of.iter().filter_map(|id| answers.get(id)).sum::<u64>();
        let hits = sum(&self.at_most_one);
        Share::of(hits, hits + sum(&self.more))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::Mode;
    use crate::feedback::sample::slug;
    use crate::feedback::satisfaction::Way;

    #[test]
    fn who_does_not_know_leaves_the_denominator() {
        let words = |list: &[&str]| list.iter().map(ToString::to_string).collect();
        let question = slug("di-lai");
        let (at_most_one, more) = (words(&["khong", "mot"]), words(&["hai", "ba-tro-len"]));
        let trips = ExtraTrips { question: question.clone(), at_most_one, more };
        let mut sheet = Sheet::new(slug("nhanh-5"), 2, Way { mode: Mode::Qr, verified: false });
        sheet.count(&question, "?", 40);
        assert_eq!(trips.share(&sheet), None);
        for (answer, times) in [("khong", 20), ("mot", 7), ("hai", 2), ("ba-tro-len", 1)] {
            sheet.count(&question, answer, times);
        }
        let share = trips.share(&sheet).unwrap();
        assert_eq!((share.hits, share.n), (27, 30));
        assert!((share.percent - 90.0).abs() < 1e-9);
    }
}
