//! Matters whose time is over: first who brought them, then they themselves with their logs. That the program deleted a
//! contact is an event in the log, like all that happens to a matter.

use super::purging::{BATCH, Purged, bytes};
use super::{Hand, Held, PurgePlan, Step};
use crate::feedback::matter::Matter;
use crate::store::StoreError;
use crate::store::cells::{self, Cells};
use crate::store::matter_cells::{self, MATTER};
use crate::store::snapshot::{Snapshot, Value};
use crate::store::trigrams::Trigrams;
use crate::text::{Slug, fold};

/// The next agency that has matters: asked again and again it finds all without reading all matters.
const NEXT: &str = "SELECT agency, changed_at FROM matter WHERE agency > $1 \
     ORDER BY agency, changed_at LIMIT 1";

/// The last change in the matters of an agency.
const LAST: &str = "SELECT agency, changed_at FROM matter WHERE agency = $1 \
     ORDER BY changed_at DESC LIMIT 1";

const OLD: &str = "SELECT agency, id FROM matter WHERE agency = $1 AND changed_at < $2";

/// Locks the row, so that whoever appends to the log waits. Numbers stay as they come in every database.
const COUNT_ON: &str = "UPDATE matter SET events = events + 1, words = $1, folded = $2, trigrams_a = $3, \
     trigrams_b = $4, trigrams_c = $5, trigrams_d = $6 WHERE agency = $7 AND id = $8 AND changed_at < $9 AND EXISTS \
     (SELECT 1 FROM contact WHERE contact.agency = matter.agency AND contact.matter = matter.id)";

const NOTE: &str = "INSERT INTO matter_event (agency, matter, number, at, author, act) \
     SELECT agency, id, events, $1, 'system', '\"forget\"' FROM matter \
     WHERE agency = $2 AND id = $3 AND changed_at < $4 AND EXISTS \
     (SELECT 1 FROM contact WHERE contact.agency = matter.agency AND contact.matter = matter.id)";

const FORGET: &str = "DELETE FROM contact WHERE agency = $1 AND matter = $2 AND EXISTS \
     (SELECT 1 FROM matter WHERE matter.agency = contact.agency AND matter.id = contact.matter \
     AND changed_at < $3)";

const TAKE_OUT: [&str; 3] = [
    "DELETE FROM contact WHERE agency = $1 AND matter = $2",
    "DELETE FROM matter_event WHERE agency = $1 AND matter = $2",
    "DELETE FROM matter WHERE agency = $1 AND id = $2",
];

/// The agencies that have matters, each with the time of the last change.
pub(super) fn agencies(snapshot: &mut dyn Snapshot) -> Result<Vec<(Slug, i64)>, StoreError> {
    let mut found: Vec<(Slug, i64)> = Vec::new();
    loop {
        let before = found.last().map_or(String::new(), |(agency, _)| agency.to_string());
        let mut next = None;
        snapshot.rows(NEXT, &[Value::Text(&before)], &mut |row| {
            next = Some(cells::agency_and_number(row, 1)?);
            Ok(())
        })?;
        let Some((agency, mut last)) = next else { return Ok(found) };
        snapshot.rows(LAST, &[Value::Text(agency.as_str())], &mut |row| {
            last = cells::agency_and_number(row, 1)?.1;
            Ok(())
        })?;
        found.push((agency, last));
    }
}

/// Takes out what is over in the matters of an agency, and counts it; without a hand only counts.
pub(super) fn carry_out(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    plan: &PurgePlan,
    mut hand: Option<&mut (dyn Hand + '_)>,
    purged: &mut Purged,
) -> Result<(), StoreError> {
    let old = old(snapshot, agency, plan)?;
    purged.matters += old.len() as u64;
    let own = || Held::Text(agency.to_string());
    if let Some(hand) = hand.as_deref_mut() {
        for ids in old.chunks(BATCH) {
            let steps = ids.iter().flat_map(|id| {
                TAKE_OUT.map(|sql| Step { sql, values: vec![own(), Held::Bytes(id.clone())] })
            });
            hand.carry_out(&steps.collect::<Vec<_>>())?;
        }
    }
    let known = forgettable(snapshot, agency, plan)?;
    purged.contacts += known.len() as u64;
    let Some(hand) = hand else { return Ok(()) };
    for (id, words) in known {
        let id = || Held::Bytes(id.clone());
        let line = Held::Number(plan.contacts);
        let folded = fold(&words);
        let trigrams = Trigrams::of(&folded);
        let mut count_on = vec![Held::Text(words), Held::Text(folded)];
        count_on.extend(trigrams.0.map(Held::Number));
        count_on.extend([own(), id(), line.clone()]);
        hand.carry_out(&[
            Step { sql: COUNT_ON, values: count_on },
            Step { sql: NOTE, values: vec![Held::Number(plan.now), own(), id(), line.clone()] },
            Step { sql: FORGET, values: vec![own(), id(), line] },
        ])?;
    }
    Ok(())
}

fn old(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    plan: &PurgePlan,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut ids = Vec::new();
    let values = [Value::Text(agency.as_str()), Value::Number(plan.matters)];
    snapshot.rows(OLD, &values, &mut |row| {
        ids.push(bytes(row, 1)?);
        Ok(())
    })?;
    Ok(ids)
}

/// Matters that stay, whose contacts go: their ids, and their words without what points at somebody.
fn forgettable(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    plan: &PurgePlan,
) -> Result<Vec<(Vec<u8>, String)>, StoreError> {
    let sql = format!(
        "{MATTER} WHERE agency = $1 AND changed_at >= $2 AND changed_at < $3 AND EXISTS \
         (SELECT 1 FROM contact WHERE contact.agency = matter.agency AND contact.matter = matter.id)"
    );
    let values =
        [Value::Text(agency.as_str()), Value::Number(plan.matters), Value::Number(plan.contacts)];
    let mut found = Vec::new();
    snapshot.rows(&sql, &values, &mut |row: &dyn Cells| {
        let (id, mut matter): ([u8; 16], Matter) = matter_cells::matter(row)?;
        matter.forget();
        found.push((id.to_vec(), matter.words.to_string()));
        Ok(())
    })?;
    Ok(found)
}
