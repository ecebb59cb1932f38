//! What changed with each edition of a procedure: its history, and what is announced of it.

use super::comparing::compared;
use super::procedure_facts::procedure_facts;
use super::{Change, Fact, Stage};
use crate::publication::{BodyError, EditionIndex, Publication};
use crate::text::Date;

/// A day on which one edition gave way to the next, or on which a procedure ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The edition that began; the last there was, where the procedure ended.
    pub edition: EditionIndex,
    /// The first day of what is new.
    pub day: Date,
    /// [`Stage::Changed`] or [`Stage::Ended`].
    pub stage: Stage,
    /// What changed.
    pub changes: Vec<Change>,
}

/// The turns of the procedure that an edition belongs to, the oldest first. Its first edition is none: with what it
/// began, the site does not know what had been before. Bodies are loaded only where there are several editions.
///
/// # Errors
/// Where a body cannot be loaded.
pub fn turns(publication: &Publication, one: EditionIndex) -> Result<Vec<Turn>, BodyError> {
    let all: Vec<_> = publication.editions_beside(one).collect();
    let mut turns = Vec::new();
    let mut before: Option<Vec<Fact>> = None;
    for index in all.iter().copied().filter(|_| all.len() > 1) {
        let head = publication.edition(index);
        let facts = procedure_facts(head, &publication.body(index)?);
        if let (Some(before), Some(day)) = (&before, head.from) {
            let changes = compared(before, &facts);
            turns.push(Turn { edition: index, day, stage: Stage::Changed, changes });
        }
        before = Some(facts);
    }
    let last = all.last().map(|last| (*last, publication.edition(*last).to));
    if let Some((edition, Some(to))) = last {
        let day = to.plus_days(1);
        turns.push(Turn { edition, day, stage: Stage::Ended, changes: Vec::new() });
    }
    Ok(turns)
}
