//! For how long what citizens sent is kept. Counts stay for good; what could point at a person goes first,
//! words next, single ratings last.

use serde::{Deserialize, Serialize};

/// A period in whole months, and what sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// Months, 1 to [`Period::LONGEST`].
    pub months: u16,
    /// The act or decision that sets it; none where nothing but our default does.
    pub citation: Option<Box<str>>,
}

impl Period {
    /// No period is longer: a hundred years.
    pub const LONGEST: u16 = 1_200;

    /// So many months that no act sets.
    pub fn of_months(months: u16) -> Self {
        Self { months, citation: None }
    }
}

/// The periods of each class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// Words that may hold personal data.
    pub marked_words: Period,
    /// All other words.
    pub words: Period,
    /// Ratings, with whatever was said on them.
    pub ratings: Period,
    /// Who brought a matter and how to answer, from the last act of its handling on.
    pub contacts: Period,
    /// Matters with their logs, from the last act on.
    pub matters: Period,
    /// The log of the desk: who signed in, opened personal data, did what.
    pub log: Period,
}

impl Default for Retention {
    /// What holds where the site says nothing. No act that we know sets these; an agency decides its own.
    fn default() -> Self {
        Self {
            marked_words: Period::of_months(3),
            words: Period::of_months(24),
            ratings: Period::of_months(60),
            contacts: Period::of_months(12),
            matters: Period::of_months(60),
            log: Period::of_months(60),
        }
    }
}

impl Retention {
    /// Whether no class outlives the one that holds it.
    pub fn is_ordered(&self) -> bool {
        self.marked_words.months <= self.words.months
            && self.words.months <= self.ratings.months
            && self.contacts.months <= self.matters.months
    }
}
