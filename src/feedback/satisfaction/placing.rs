//! Which agencies differ from the province, and in which direction. No ranks: with so many places and so few
//! ratings each, most ranks would be chance.
//!
//! Each agency is held against the rest of the province, since it is part of the whole: agency and whole differ
//! exactly where agency and rest do. The test is the score test of two shares with effective numbers of ratings,
//! as the intervals have them: for one question by `top2` it is the usual test of two shares. A hundred tests at
//! 5 % would find five differences where there are none, so p-values are adjusted by Holm's rule: with 95 %
//! confidence not one agency is placed high or low that is not.

use super::normal::two_sided;
use super::{Apart, Basis, Figure, Index, IndexError, Instrument, Sheet};
use crate::text::{Slug, sort_key};

/// What is compared.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The agency.
    pub agency: Slug,
    /// Its name, by which it is sorted.
    pub name: &'a str,
    /// What was counted of it.
    pub sheet: &'a Sheet,
    /// Whether its figure may be shown. One that may not is in the province's figure and in no group.
    pub shown: bool,
}

/// How an agency stands to the province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// "Cao hơn".
    Higher,
    /// "Chưa khác biệt".
    NotDifferent,
    /// "Thấp hơn".
    Lower,
}

/// An agency in its group.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The agency.
    pub agency: Slug,
    /// Its group.
    pub standing: Standing,
    /// Its own figure.
    pub figure: Figure,
    /// The p-value of this comparison alone, two-sided.
    pub p: f64,
    /// The p-value with all comparisons allowed for.
    pub adjusted: f64,
}

/// All agencies in three groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Placing {
    /// The province's figure, with the formulas.
    pub whole: Figure,
    /// How many comparisons were allowed for.
    pub comparisons: usize,
    /// Agencies that were compared, by group and within it by name.
    pub placed: Vec<Placed>,
    /// Agencies that were not: withheld, not asked the same criteria, or alone in the province. By name.
    pub not_compared: Vec<Slug>,
}

/// Why no placing is made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlacingError {
    /// Agencies were asked other questions or on other ways.
    #[error(transparent)]
    Apart(#[from] Apart),
    /// Sheets are not sound.
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl Placing {
    /// The adjustment for the number of comparisons.
    pub const ADJUSTMENT: &str = "holm";

    /// Two-sided, over all comparisons together.
    const LEVEL: f64 = 0.05;

    /// Places all agencies of a province; `None` where nobody answered.
    pub fn of(
        candidates: &[Candidate<'_>],
        asked: &Instrument,
        basis: Basis,
    ) -> Result<Option<Self>, PlacingError> {
        let Some((first, others)) = candidates.split_first() else { return Ok(None) };
        let mut all = first.sheet.clone();
        for candidate in others {
            all.add(candidate.sheet)?;
        }
        let headline = |sheet: &Sheet| {
            Ok::<_, IndexError>(Index::of(sheet, asked, basis)?.headline().cloned())
        };
        let Some(whole) = headline(&all)? else { return Ok(None) };
        let mut by_name: Vec<&Candidate<'_>> = candidates.iter().collect();
        by_name.sort_by_cached_key(|candidate| (sort_key(candidate.name), &candidate.agency));
        let (mut placed, mut not_compared) = (Vec::new(), Vec::new());
        for candidate in by_name {
            let rest = headline(&all.without(candidate.sheet)?)?;
            let own = headline(candidate.sheet)?.filter(|_| candidate.shown);
            match (own, rest) {
                (Some(own), Some(rest)) if comparable(&own, &rest, &whole) => {
                    let (agency, p) = (candidate.agency.clone(), difference(&own, &rest, &whole));
                    let standing = Standing::NotDifferent;
                    placed.push(Placed { agency, standing, figure: own, p, adjusted: p });
                }
                _ => not_compared.push(candidate.agency.clone()),
            }
        }
        adjust(&mut placed);
        for one in placed.iter_mut().filter(|one| one.adjusted < Self::LEVEL) {
            let higher = one.figure.mean > whole.mean;
            one.standing = if higher { Standing::Higher } else { Standing::Lower };
        }
        // Stable: within a group they stay by name.
        placed.sort_by_key(|one| one.standing);
        Ok(Some(Self { whole, comparisons: placed.len(), placed, not_compared }))
    }
}

/// Whether the same criteria were answered, so that like is compared with like.
fn comparable(own: &Figure, rest: &Figure, whole: &Figure) -> bool {
    let criteria = whole.counted.criteria;
    own.counted.criteria == criteria && rest.counted.criteria == criteria
}

/// The two-sided p-value of a difference between an agency and the rest. The variance is that of the whole's
/// mean, as it would be if there were none.
fn difference(own: &Figure, rest: &Figure, whole: &Figure) -> f64 {
    let gap = own.mean - rest.mean;
    // With missing answers the agency may be above the rest and yet below the whole: nothing is said then.
    if gap * (own.mean - whole.mean) <= 0.0 {
        return 1.0;
    }
    let variance = whole.mean * (1.0 - whole.mean) * (1.0 / own.effective + 1.0 / rest.effective);
    two_sided(gap / variance.sqrt())
}

/// Holm: the smallest p-value times the number of comparisons, the next times one less, and so on, never falling.
fn adjust(placed: &mut [Placed]) {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.sort_by(|one, other| placed[*one].p.total_cmp(&placed[*other].p));
    let mut least: f64 = 0.0;
    let mut left = u32::try_from(placed.len()).unwrap_or(u32::MAX);
    for at in order {
        least = least.max((placed[at].p * f64::from(left)).min(1.0));
        placed[at].adjusted = least;
        left -= 1;
    }
}
