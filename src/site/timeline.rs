//! Which edition stands at a procedure's own address, and from which day to which. A release holds
//! all of them, so a host changes over on the right morning without a new build.

use super::turns::NOTICE_DAYS;
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
    /// Whether what comes is announced on these days with what it changes.
    pub(super) soon: bool,
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
        let coming = standing.coming.and_then(|coming| publication.edition(coming).from);
        let soon = coming.is_some_and(|from| from.plus_days(-NOTICE_DAYS) <= start);
        let from = Day(start.day_number());
        match stays.last_mut() {
            Some(stay) if (stay.edition, stay.standing, stay.soon) == (edition, standing, soon) => {
            }
            Some(stay) => {
                stay.validity.to = Some(from);
                let validity = Validity { from: Some(from), to: None };
                stays.push(Stay { edition, standing, soon, validity });
            }
            None => stays.push(Stay { edition, standing, soon, validity: Validity::ALWAYS }),
        }
    }
    stays
}

/// Which edition is shown on which days, whatever is announced beside it.
pub(super) fn shown_spans(
    publication: &Publication,
    one: EditionIndex,
    day: Date,
) -> Vec<(EditionIndex, Validity)> {
    let mut spans: Vec<(EditionIndex, Validity)> = Vec::new();
    for stay in stays(publication, one, day) {
        match spans.last_mut() {
            Some((edition, validity)) if *edition == stay.edition => {
                validity.to = stay.validity.to;
            }
            _ => spans.push((stay.edition, stay.validity)),
        }
    }
    spans
}

/// `day`, and each later day on which an edition is announced, begins or has ended.
fn changes(publication: &Publication, one: EditionIndex, day: Date) -> Vec<Date> {
    let mut days = vec![day];
    for index in publication.editions_beside(one) {
        let edition = publication.edition(index);
        days.extend(edition.from);
        days.extend(edition.from.map(|first| first.plus_days(-NOTICE_DAYS)));
        days.extend(edition.to.map(|last| last.plus_days(1)));
    }
    days.retain(|change| *change >= day);
    days.sort_unstable();
    days.dedup();
    days
}
