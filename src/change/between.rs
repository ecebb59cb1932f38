//! Two publications become the changes between them, by procedure and by agency.

use std::collections::{BTreeMap, BTreeSet};

use super::agency_facts::agency_facts;
use super::comparing::compared;
use super::offering_facts::offering_facts;
use super::procedure_facts::procedure_facts;
use super::{Aspect, Change, Value, Weight};
use crate::catalogue::agency::Offering;
use crate::catalogue::procedure::ProcedureCode;
use crate::publication::{AgencyIndex, BodyError, EditionIndex, Offered, Publication};
use crate::text::{Date, Slug, Text};

/// What became of a procedure or an agency as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It was not there before.
    New,
    /// It is there on both sides.
    Changed,
    /// It ends by its own dates.
    Ended,
    /// The content does not have it any more.
    Removed,
}

/// What changed of a procedure from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcedureChanges {
    /// The procedure.
    pub code: ProcedureCode,
    /// Its name for lists.
    pub name: Text,
    /// Its field.
    pub field: Slug,
    /// From which day; none where it holds as soon as it is published.
    pub from: Option<Date>,
    /// What became of it as a whole.
    pub stage: Stage,
    /// What changed; empty unless it is there on both sides.
    pub changes: Vec<Change>,
}

/// What changed of an agency.
#[derive(Debug, Clone, PartialEq)]
pub struct AgencyChanges {
    /// The agency.
    pub agency: Slug,
    /// Its name.
    pub name: Text,
    /// What became of it as a whole.
    pub stage: Stage,
    /// What changed of itself, its counters, and in the list of what it offers.
    pub changes: Vec<Change>,
    /// What changed of procedures at this agency alone.
    pub offerings: Vec<(ProcedureCode, Text, Vec<Change>)>,
}

/// All changes between two publications.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// Of procedures, in order of code and day.
    pub procedures: Vec<ProcedureChanges>,
    /// Of agencies, in order of id.
    pub agencies: Vec<AgencyChanges>,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.procedures.is_empty() && self.agencies.is_empty()
    }
}

/// What changes for a citizen when `after` takes the place of `before` on `day`: at once, and on each later day on which
/// one of them switches editions.
///
/// # Errors
/// Where a body that must be compared cannot be loaded.
pub fn between(before: &Publication, after: &Publication, day: Date) -> Result<Changes, BodyError> {
    let codes = |one: &Publication| {
        let mut codes: Vec<_> = one.editions.iter().map(|edition| edition.code.clone()).collect();
        codes.dedup();
        codes
    };
    let all: BTreeSet<_> = codes(before).into_iter().chain(codes(after)).collect();
    let mut changes = Changes::default();
    for code in &all {
        of_procedure(Sides { before, after }, code, day, &mut changes.procedures)?;
    }
    let ids = |one: &Publication| one.agencies.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let all: BTreeSet<_> = ids(before).into_iter().chain(ids(after)).collect();
    for id in &all {
        changes.agencies.extend(of_agency(Sides { before, after }, id)?);
    }
    Ok(changes)
}

#[derive(Clone, Copy)]
struct Sides<'p> {
    before: &'p Publication,
    after: &'p Publication,
}

fn of_procedure(
    sides: Sides<'_>,
    code: &ProcedureCode,
    day: Date,
    all: &mut Vec<ProcedureChanges>,
) -> Result<(), BodyError> {
    let Sides { before, after } = sides;
    let old: Vec<_> = before.editions_of(code).collect();
    let new: Vec<_> = after.editions_of(code).collect();
    let marks = |one: &Publication, own: &[EditionIndex]| -> Vec<_> {
        let own = own.iter().map(|index| one.edition(*index));
        own.map(|head| (head.mark, head.from, head.to, head.field.clone())).collect()
    };
    if marks(before, &old) == marks(after, &new) {
        return Ok(());
    }
    let in_force = |one: &Publication, own: &[EditionIndex], day| {
        own.first().and_then(|first| one.standing(*first, day).in_force)
    };
    let mut last = None;
    for start in switches(sides, &old, &new, day) {
        let pair = (in_force(before, &old, start), in_force(after, &new, start));
        if last == Some(pair) {
            continue;
        }
        let was_gone = last.is_some_and(|(_, now)| now.is_none());
        last = Some(pair);
        let (stage, head, changes) = match pair {
            (None, None) => continue,
            (None, Some(now)) => (Stage::New, after.edition(now), Vec::new()),
            (Some(_), None) if was_gone => continue,
            (Some(then), None) if new.is_empty() => {
                (Stage::Removed, before.edition(then), Vec::new())
            }
            (Some(then), None) => (Stage::Ended, before.edition(then), Vec::new()),
            (Some(then), Some(now)) => {
                let (one, other) = (before.edition(then), after.edition(now));
                if (one.mark, &one.field) == (other.mark, &other.field) {
                    continue;
                }
                let one = procedure_facts(one, &before.body(then)?);
                let facts = procedure_facts(other, &after.body(now)?);
                (Stage::Changed, other, compared(&one, &facts))
            }
        };
        if stage == Stage::Changed && changes.is_empty() {
            continue;
        }
        let (name, field) = (head.name.clone(), head.field.clone());
        let from = Some(start).filter(|start| *start > day);
        all.push(ProcedureChanges { code: code.clone(), name, field, from, stage, changes });
    }
    Ok(())
}

/// `day`, and each later day on which one of the sides switches.
fn switches(
    sides: Sides<'_>,
    old: &[EditionIndex],
    new: &[EditionIndex],
    day: Date,
) -> BTreeSet<Date> {
    let heads = old.iter().map(|index| sides.before.edition(*index));
    let heads = heads.chain(new.iter().map(|index| sides.after.edition(*index)));
    let days = heads.flat_map(|head| [head.from, head.to.map(|last| last.plus_days(1))]);
    let mut days: BTreeSet<Date> = days.flatten().filter(|later| *later > day).collect();
    days.insert(day);
    days
}

fn of_agency(sides: Sides<'_>, id: &Slug) -> Result<Option<AgencyChanges>, BodyError> {
    let Sides { before, after } = sides;
    let (old, new) = (before.agency_by_id(id.as_str()), after.agency_by_id(id.as_str()));
    let whole = |one: &Publication, at: AgencyIndex, stage| AgencyChanges {
        agency: id.clone(),
        name: one.agency(at).name.clone(),
        stage,
        changes: Vec::new(),
        offerings: Vec::new(),
    };
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (Some(old), None) => return Ok(Some(whole(before, old, Stage::Removed))),
        (None, Some(new)) => return Ok(Some(whole(after, new, Stage::New))),
        (None, None) => return Ok(None),
    };
    let mut found = whole(after, new, Stage::Changed);
    found.changes = compared(&agency_facts(before, old), &agency_facts(after, new));
    let (own, others) = (after.offered_by(new), before.offered_by(old));
    let before_by: BTreeMap<&ProcedureCode, &Offered> =
        others.iter().map(|one| (&one.code, one)).collect();
    let after_by: BTreeMap<&ProcedureCode, &Offered> =
        own.iter().map(|one| (&one.code, one)).collect();
    for one in others.iter().filter(|one| !after_by.contains_key(&one.code)) {
        let value = Value::Prose(name_of(before, &one.code));
        found.changes.push(offers(vec![value], Vec::new()));
    }
    for one in own {
        let Some(earlier) = before_by.get(&one.code) else {
            let value = Value::Prose(name_of(after, &one.code));
            found.changes.push(offers(Vec::new(), vec![value]));
            continue;
        };
        if earlier.differs == one.differs {
            continue;
        }
        let facts = |side: &Publication, differs: Option<&Offering>| {
            let shared = side.editions_of(&one.code).last();
            let shared = shared.map(|index| side.body(index)).transpose()?;
            Ok(differs.map_or_else(Vec::new, |own| offering_facts(own, shared.as_ref())))
        };
        let then = facts(before, earlier.differs.as_deref())?;
        let changes = compared(&then, &facts(after, one.differs.as_deref())?);
        if !changes.is_empty() {
            found.offerings.push((one.code.clone(), name_of(after, &one.code), changes));
        }
    }
    found.changes.sort_by_key(|change| change.aspect);
    Ok(Some(found).filter(|one| !(one.changes.is_empty() && one.offerings.is_empty())))
}

fn offers(before: Vec<Value>, after: Vec<Value>) -> Change {
    let aspect = Aspect::Offers;
    Change { aspect, about: Vec::new(), before, after, weight: Weight::Substance }
}

fn name_of(publication: &Publication, code: &ProcedureCode) -> Text {
    let edition = publication.editions_of(code).last();
    edition.map_or_else(
        || Text::new(code.as_str()),
        |edition| publication.edition(edition).name.clone(),
    )
}
