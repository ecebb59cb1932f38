//! What to print again: the sheets whose printed content differs between two publications, by the marks of what they
//! say.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::procedure::ProcedureCode;
use crate::change::Changes;
use crate::command::flags::Common;
use crate::command::print::arguments::Languages;
use crate::command::print::marks::sheets_of;
use crate::print::{Sheet, SheetKind, SheetMark};
use crate::publication::Publication;
use crate::text::{Date, Slug};

/// A sheet that says something else, or that is new or no longer needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reprint {
    /// From which day; none where at once.
    pub(super) from: Option<Date>,
    pub(super) kind: SheetKind,
    pub(super) agency: Slug,
    pub(super) subject: Option<String>,
    pub(super) title: String,
    /// The mark of the sheet that hangs; none where it is new.
    pub(super) before: Option<SheetMark>,
    /// The mark of the sheet to be printed; none where it is to be taken down.
    pub(super) after: Option<SheetMark>,
}

/// What a sheet is of.
type Key = (SheetKind, Slug, Option<String>);

/// The sheets to print again, by day and then by kind.
pub(super) fn reprints(
    common: &Common,
    [before, after]: [&Publication; 2],
    changes: &Changes,
    language: Languages,
    day: Date,
) -> anyhow::Result<Vec<Reprint>> {
    let days: BTreeSet<Date> = changes.procedures.iter().filter_map(|one| one.from).collect();
    let mut all = Vec::new();
    let mut last: BTreeMap<Key, (Option<SheetMark>, Option<SheetMark>)> = BTreeMap::new();
    for start in [day].into_iter().chain(days) {
        let only = only_procedures(before, after, changes);
        let of = |one: &Publication| marks(common, one, start, language, only.as_ref());
        let (then, now) = (of(before)?, of(after)?);
        let keys: BTreeSet<&Key> = then.keys().chain(now.keys()).collect();
        let mut pairs = BTreeMap::new();
        for key in keys {
            let pair =
                (then.get(key).map(|sheet| sheet.mark), now.get(key).map(|sheet| sheet.mark));
            let is_known = last.get(key).is_some_and(|known| known.1 == pair.1);
            if pair.0 != pair.1 && !is_known {
                let title = now.get(key).or(then.get(key)).map(|sheet| sheet.title.clone());
                let (kind, agency, subject) = key.clone();
                all.push(Reprint {
                    from: Some(start).filter(|start| *start > day),
                    kind,
                    agency,
                    subject,
                    title: title.unwrap_or_default(),
                    before: pair.0,
                    after: pair.1,
                });
            }
            pairs.insert(key.clone(), pair);
        }
        last = pairs;
    }
    Ok(all)
}

fn marks(
    common: &Common,
    publication: &Publication,
    day: Date,
    language: Languages,
    only: Option<&BTreeSet<ProcedureCode>>,
) -> anyhow::Result<BTreeMap<Key, Sheet>> {
    let sheets = sheets_of(common, publication, day, language, only)?;
    let key = |sheet: &Sheet| (sheet.kind, sheet.agency.clone(), sheet.subject.clone());
    Ok(sheets.into_iter().map(|sheet| (key(&sheet), sheet)).collect())
}

/// Where nothing changed but procedures, only what speaks of these can differ, and the sheets of a province need not
/// all be made.
fn only_procedures(
    before: &Publication,
    after: &Publication,
    changes: &Changes,
) -> Option<BTreeSet<ProcedureCode>> {
    let ground = |one: &Publication| {
        (
            (one.site.clone(), one.fields.clone(), one.acts.clone(), one.agencies.clone()),
            (one.counters.clone(), one.offered.clone(), one.surveys.clone(), one.ledger.clone()),
        )
    };
    let same = ground(before) == ground(after);
    // A mark tells of every word, also of those that are no change for a citizen.
    let marks = |one: &Publication| -> BTreeSet<_> {
        one.editions.iter().map(|head| (head.code.clone(), head.mark, head.from, head.to)).collect()
    };
    let (old, new) = (marks(before), marks(after));
    let differing = old.symmetric_difference(&new).map(|(code, ..)| code.clone());
    let named = changes.procedures.iter().map(|one| one.code.clone());
    same.then(|| differing.chain(named).collect())
}
