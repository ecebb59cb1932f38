//! What was counted of one cell: one unit, one period, one version of one survey, one way. Everything that the
//! index needs, and nothing of a single rating. The tallies of the store turn into it without reading ratings.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{PairSums, Way, Ways};
use crate::text::Slug;

/// Counts and sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The survey.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// How many ratings, whatever they answered.
    pub ratings: u64,
    /// How often each answer was given to each question: a level or number in digits, the id of an option,
    /// [`Sheet::DONT_KNOW`]. `*` ("answered") may be there and counts for nothing.
    pub answers: BTreeMap<Slug, BTreeMap<String, u64>>,
    /// Sums of pairs of scored questions, in the order of their ids; a question paired with itself has its
    /// own sum and sum of squares. A pair that is not there was never scored together. None where pairs were
    /// not counted at all, as by procedure or by day.
    pub pairs: Option<BTreeMap<(Slug, Slug), PairSums>>,
    ways: Ways,
}

/// Why sheets are not added up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Apart {
    /// Other questions were asked.
    #[error("surveys {0} and {1} are not added up: other questions were asked")]
    Survey(String, String),
    /// They came on other ways; see [`Sheet::combine`].
    #[error("ratings by {0} and by {1} are not added up unasked")]
    Ways(Ways, Ways),
    /// A part holds more than the whole.
    #[error("a part holds more of question {0} than the whole")]
    PartAboveWhole(String),
    /// There is nothing to add up.
    #[error("no ratings to add up")]
    Nothing,
}

impl Sheet {
    /// The answer "không biết / không sử dụng".
    pub const DONT_KNOW: &str = "?";

    /// Nothing counted yet.
    pub fn new(survey: Slug, version: u16, way: Way) -> Self {
        Self {
            survey,
            version,
            ratings: 0,
            answers: BTreeMap::new(),
            pairs: None,
            ways: Ways::One(way),
        }
    }

    /// On which ways its ratings came.
    pub fn ways(&self) -> &Ways {
        &self.ways
    }

    /// Counts an answer so many times.
    pub fn count(&mut self, question: &Slug, answer: &str, times: u64) {
        let answers = self.answers.entry(question.clone()).or_default();
        *answers.entry(answer.to_owned()).or_default() += times;
    }

    /// Adds the sums of a pair, in the order of the ids.
    pub fn pair(&mut self, one: &Slug, other: &Slug, sums: &PairSums) {
        let pairs = self.pairs.get_or_insert_default();
        match pairs.entry((one.clone(), other.clone())) {
            Entry::Vacant(empty) => drop(empty.insert(*sums)),
            Entry::Occupied(mut full) => full.get_mut().add(sums),
        }
    }

    /// Adds another cell of the same survey, version and ways: another counter, another month.
    pub fn add(&mut self, other: &Self) -> Result<(), Apart> {
        if self.ways != other.ways {
            return Err(Apart::Ways(self.ways.clone(), other.ways.clone()));
        }
        self.take_in(other)
    }

    /// Adds up cells of several ways. This is the only way to do it, and the result says what it is.
    pub fn combine<'a>(sheets: impl IntoIterator<Item = &'a Self>) -> Result<Self, Apart> {
        let mut sheets = sheets.into_iter();
        let mut all = sheets.next().ok_or(Apart::Nothing)?.clone();
        let mut ways = all.ways.list();
        for sheet in sheets {
            all.take_in(sheet)?;
            ways.extend(sheet.ways.list());
        }
        all.ways = Ways::Combined(ways.into_iter().collect());
        Ok(all)
    }

    /// Says that these ways were combined, also where ratings came on some of them alone.
    pub(super) fn say_combined(&mut self, ways: &BTreeSet<Way>) {
        self.ways = Ways::Combined(ways.clone());
    }

    /// What is left of the whole without this part.
    pub fn without(&self, part: &Self) -> Result<Self, Apart> {
        self.same_survey(part)?;
        let above = |question: &Slug| Apart::PartAboveWhole(question.to_string());
        let mut rest = self.clone();
        rest.ratings =
            rest.ratings.checked_sub(part.ratings).ok_or(Apart::PartAboveWhole("*".into()))?;
        for (question, counts) in &part.answers {
            for (answer, times) in counts.iter().filter(|(_, times)| **times > 0) {
                let left = rest
                    .answers
                    .get_mut(question)
                    .and_then(|answers| answers.get_mut(answer))
                    .ok_or_else(|| above(question))?;
                *left = left.checked_sub(*times).ok_or_else(|| above(question))?;
            }
        }
        rest.pairs = match (rest.pairs, &part.pairs) {
            (Some(mut left), Some(parts)) => {
                for (pair, sums) in parts {
                    let all = left.get_mut(pair).ok_or_else(|| above(&pair.0))?;
                    *all = all.minus(sums).ok_or_else(|| above(&pair.0))?;
                }
                Some(left)
            }
            // How the part answered two questions together is not known, so neither is it of the rest.
            _ => None,
        };
        Ok(rest)
    }

    fn take_in(&mut self, other: &Self) -> Result<(), Apart> {
        self.same_survey(other)?;
        match &other.pairs {
            Some(pairs) if self.pairs.is_some() || self.ratings == 0 => {
                for ((one, second), sums) in pairs {
                    self.pair(one, second, sums);
                }
            }
            // Pairs that were counted in one part only would pass for those of the whole.
            _ if other.ratings > 0 => self.pairs = None,
            _ => {}
        }
        self.ratings += other.ratings;
        for (question, answers) in &other.answers {
            for (answer, times) in answers {
                self.count(question, answer, *times);
            }
        }
        Ok(())
    }

    fn same_survey(&self, other: &Self) -> Result<(), Apart> {
        if (&self.survey, self.version) == (&other.survey, other.version) {
            return Ok(());
        }
        let name = |sheet: &Self| format!("{} version {}", sheet.survey, sheet.version);
        Err(Apart::Survey(name(self), name(other)))
    }
}
