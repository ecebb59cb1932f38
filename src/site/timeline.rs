//! Which edition stands at a procedure's own address, and from which day to which. A release holds
//! all of them, so a host changes over on the right morning without a new build.

use crate::publication::{EditionIndex, Publication, Standing};
use crate::release::{Day, Validity};
use crate::text::Date;

/// An edition at the address of its procedure for a span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stay {
    /// The edition shown.
    pub(super) edition: EditionIndex,
    /// What is in force and what comes, on all these days.
    pub(super) standing: Standing,
    /// The days.
    pub(super) validity: Validity,
}

/// What stands at the address of a procedure from `day` on; before `day`, what stood on it.
pub(super) fn stays(publication: &Publication, one: EditionIndex, day: Date) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for start in changes(publication, one, day) {
        let standing = publication.standing(one, start);
        let last = publication.editions_beside(one).last();
        let Some(edition) = standing.in_force.or(standing.coming).or(last) else { continue };
        let from = Day(start.day_number());
        match stays.last_mut() {
            Some(stay) if stay.edition == edition && stay.standing == standing => {}
            Some(stay) => {
                stay.validity.to = Some(from);
                let validity = Validity { from: Some(from), to: None };
                stays.push(Stay { edition, standing, validity });
            }
            None => stays.push(Stay { edition, standing, validity: Validity::ALWAYS }),
        }
    }
    stays
}

/// `day`, and each later day on which an edition begins or has ended.
fn changes(publication: &Publication, one: EditionIndex, day: Date) -> Vec<Date> {
    let mut days = vec![day];
    for index in publication.editions_beside(one) {
        let edition = publication.edition(index);
        days.extend(edition.from);
        days.extend(edition.to.map(|last| last.plus_days(1)));
    }
    days.retain(|change| *change >= day);
    days.sort_unstable();
    days.dedup();
    days
}
