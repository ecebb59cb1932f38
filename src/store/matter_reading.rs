//! Matters looked up, opened and listed at one moment of a database.

use super::matter_cells::{self, CONTACT, EVENTS, MATTER};
use super::matter_searching;
use super::snapshot::{Snapshot, Value};
use super::stored_rating::digits;
use super::tally::day_number;
use super::{MatterCount, MatterLine, MatterQuery, Pile, PilePlace, StoreError, StoredMatter};
use crate::feedback::matter::{Act, Event, Life, Matter, TrackingHash};
use crate::text::{Date, Slug};

/// The matter of a tracking code.
pub(super) fn tracked(
    snapshot: &mut dyn Snapshot,
    tracking: &TrackingHash,
) -> Result<Option<StoredMatter>, StoreError> {
    let sql = format!("{MATTER} WHERE tracking = $1");
    open(snapshot, &sql, &[Value::Bytes(&tracking.0)])
}

/// The matter of an agency with an id.
pub(super) fn matter(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    id: &[u8; 16],
) -> Result<Option<StoredMatter>, StoreError> {
    let sql = format!("{MATTER} WHERE agency = $1 AND id = $2");
    open(snapshot, &sql, &[Value::Text(agency.as_str()), Value::Bytes(id)])
}

fn open(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Option<StoredMatter>, StoreError> {
    let mut found = None;
    snapshot.rows(sql, values, &mut |row| {
        found = Some(matter_cells::matter(row)?);
        Ok(())
    })?;
    // What is not there costs the same questions as what is.
    let (agency, id) = match &found {
        Some((id, Matter { agency, .. })) => (agency.to_string(), *id),
        None => (String::new(), [0; 16]),
    };
    let place = [Value::Text(&agency), Value::Bytes(&id)];
    let (mut events, mut contact) = (Vec::new(), None);
    let log = format!("{EVENTS} WHERE agency = $1 AND matter = $2 ORDER BY number");
    snapshot.rows(&log, &place, &mut |row| {
        events.push(matter_cells::event(row)?.2);
        Ok(())
    })?;
    snapshot.rows(CONTACT, &place, &mut |row| {
        contact = Some(matter_cells::contact(row)?);
        Ok(())
    })?;
    let Some((id, mut matter)) = found else { return Ok(None) };
    matter.contact = contact;
    let life = life(&id, &matter, &events)?;
    if let Some(Event { act: Act::Receive { dues }, .. }) = events.first() {
        matter.dues = *dues;
    }
    Ok(Some(StoredMatter { id, matter, events, life }))
}

/// What a log that was read amounts to.
pub(super) fn life(id: &[u8; 16], matter: &Matter, events: &[Event]) -> Result<Life, StoreError> {
    Life::of(matter.kind, events).map_err(|broken| StoreError::Unreadable {
        id: digits(id),
        column: "act",
        found: broken.to_string(),
    })
}

/// A page of a list: each agency is asked by an index, and what they answer is merged.
pub(super) fn matters(
    snapshot: &mut dyn Snapshot,
    query: &MatterQuery,
) -> Result<Vec<MatterLine>, StoreError> {
    let mut lines = Vec::new();
    for agency in &query.agencies {
        lines.extend(matter_searching::lines(snapshot, query, agency)?);
    }
    lines.sort_by_key(|line| query.place(line));
    if query.pile != Pile::Open {
        lines.reverse();
    }
    lines.truncate(query.limit.into());
    Ok(lines)
}

impl MatterQuery {
    /// The place of a line in this list: what [`MatterQuery::after`] takes for the next page.
    pub fn place(&self, line: &MatterLine) -> PilePlace {
        let sorted_by = match self.pile {
            Pile::Open => line.due.map_or(0, |due| day_number(due).into()),
            Pile::In(_) | Pile::All => line.changed_at,
        };
        PilePlace { sorted_by, id: line.id }
    }
}

/// How much an agency has to do: what is due before `today` is overdue, what is due until `soon` is due soon.
pub(super) fn count(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    today: Date,
    soon: Date,
) -> Result<MatterCount, StoreError> {
    let counted = |snapshot: &mut dyn Snapshot, from: u32, until: u32| {
        let sql = "SELECT agency, count(*) FROM matter WHERE agency = $1 AND due >= $2 AND due <= $3 \
                   GROUP BY agency";
        let values =
            [Value::Text(agency.as_str()), Value::Number(from.into()), Value::Number(until.into())];
        let mut n = 0;
        snapshot.rows(sql, &values, &mut |row| {
            n = super::cells::agency_and_number(row, 1)?.1;
            Ok(())
        })?;
        Ok::<_, StoreError>(u64::try_from(n).unwrap_or_default())
    };
    let today = day_number(today);
    Ok(MatterCount {
        open: counted(snapshot, 0, 99_999_999)?,
        overdue: counted(snapshot, 0, today - 1)?,
        due_soon: counted(snapshot, today, day_number(soon))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::matter::{By, Contact, Dues, MatterKind};
    use crate::feedback::sample::{RECEIVED, slug};
    use crate::store::sample::{random, wait};
    use crate::store::snapshot::EachRow;
    use crate::store::{DataFolder, Place, SqliteStore, Store};
    use crate::text::Language;

    /// Writes down which questions are asked.
    struct Overheard {
        inner: Box<dyn Snapshot>,
        asked: Vec<String>,
    }

    impl Snapshot for Overheard {
        fn rows(
            &mut self,
            sql: &str,
            values: &[Value<'_>],
            each: EachRow<'_>,
        ) -> Result<(), StoreError> {
            self.asked.push(sql.to_owned());
            self.inner.rows(sql, values, each)
        }

        fn renew(&mut self) -> Result<(), StoreError> {
            self.inner.renew()
        }
    }

    /// How long it takes is measured by the long tests; that the same is done can be said without a clock.
    #[test]
    fn a_wrong_code_asks_the_same_questions_as_a_right_one() {
        let dir = tempfile::tempdir().unwrap();
        let folder = DataFolder::prepare(dir.path()).unwrap();
        let store = SqliteStore::open(&folder, random()).unwrap();
        let day = |text| Date::parse(text).unwrap();
        let brought = Matter {
            agency: slug("phuong-vi-du"),
            tracking: TrackingHash([4; 32]),
            kind: MatterKind::Petition,
            posted: None,
            counter: None,
            page: None,
            demands: Vec::new(),
            words: "Chờ lâu".into(),
            contact: Some(Contact {
                name: "Trần Thị Mẫu".into(),
                phone: None,
                email: None,
                address: None,
            }),
            language: Language::VI,
            received_at: RECEIVED,
            dues: Dues { handled: day("2026-12-01"), answered: day("2026-12-08") },
            marks: Vec::new(),
        };
        wait(store.receive(brought)).unwrap();
        let overhear = |hash: [u8; 32]| {
            let inner = Place::Folder(folder.clone()).snapshot().unwrap();
            let mut overheard = Overheard { inner, asked: Vec::new() };
            let found = tracked(&mut overheard, &TrackingHash(hash)).unwrap();
            (found.map(|found| found.events[0].by.clone()), overheard.asked)
        };
        let (right, asked) = overhear([4; 32]);
        let mut near = [4; 32];
        near[31] = 5;
        assert_eq!((right, asked.len()), (Some(By::Citizen), 3));
        for wrong in [near, [0; 32]] {
            assert_eq!(overhear(wrong), (None, asked.clone()));
        }
    }
}
