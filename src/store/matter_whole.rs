//! All matters of a database, each with its log and its contact, at one moment: some hundred at a time, so that
//! neither a question a matter nor the memory for all of them is needed.

use std::collections::BTreeMap;

use super::cells;
use super::matter_cells::{self, EVENTS, MATTER};
use super::matter_reading::life;
use super::snapshot::{Snapshot, Value};
use super::{StoreError, StoredMatter};
use crate::feedback::matter::{Act, Contact, Event, Matter};
use crate::text::Slug;

/// How many are read together.
const TOGETHER: i64 = 256;

/// The next agency that has matters: asked again and again it finds all without reading all matters.
const NEXT: &str = "SELECT agency, changed_at FROM matter WHERE agency > $1 \
     ORDER BY agency, changed_at LIMIT 1";

/// Contacts of an agency; as in [`matter_cells::CONTACT`].
const CONTACTS: &str = "SELECT agency, matter, name, phone, email, address FROM contact";

/// The agencies that have matters.
pub(super) fn agencies(snapshot: &mut dyn Snapshot) -> Result<Vec<Slug>, StoreError> {
    let mut found: Vec<Slug> = Vec::new();
    loop {
        let before = found.last().map_or(String::new(), ToString::to_string);
        let mut next = None;
        snapshot.rows(NEXT, &[Value::Text(&before)], &mut |row| {
            next = Some(cells::agency_and_number(row, 1)?.0);
            Ok(())
        })?;
        match next {
            Some(agency) => found.push(agency),
            None => return Ok(found),
        }
    }
}

/// Hands every matter to `each`, by agency and then by the time when it was received.
pub(super) fn export(
    snapshot: &mut dyn Snapshot,
    each: &mut dyn FnMut(StoredMatter) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for agency in agencies(snapshot)? {
        let mut after = [0; 16];
        loop {
            let read = some(snapshot, &agency, &after)?;
            let Some(last) = read.last() else { break };
            after = last.id;
            read.into_iter().try_for_each(&mut *each)?;
        }
    }
    Ok(())
}

/// The next matters of an agency after an id, which begins with the time of its making.
fn some(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    after: &[u8; 16],
) -> Result<Vec<StoredMatter>, StoreError> {
    let mut brought: Vec<([u8; 16], Matter)> = Vec::new();
    let sql = format!("{MATTER} WHERE agency = $1 AND id > $2 ORDER BY id LIMIT $3");
    let values = [Value::Text(agency.as_str()), Value::Bytes(after), Value::Number(TOGETHER)];
    snapshot.rows(&sql, &values, &mut |row| {
        brought.push(matter_cells::matter(row)?);
        Ok(())
    })?;
    let Some((last, _)) = brought.last() else { return Ok(Vec::new()) };
    let span = [Value::Text(agency.as_str()), Value::Bytes(after), Value::Bytes(last)];
    let within = "WHERE agency = $1 AND matter > $2 AND matter <= $3";
    let mut logs: BTreeMap<[u8; 16], Vec<Event>> = BTreeMap::new();
    snapshot.rows(&format!("{EVENTS} {within} ORDER BY matter, number"), &span, &mut |row| {
        let (_, id, event) = matter_cells::event(row)?;
        logs.entry(id).or_default().push(event);
        Ok(())
    })?;
    let mut contacts: BTreeMap<[u8; 16], Contact> = BTreeMap::new();
    snapshot.rows(&format!("{CONTACTS} {within}"), &span, &mut |row| {
        contacts.insert(matter_cells::whose(row)?, matter_cells::contact(row)?);
        Ok(())
    })?;
    let whole = brought.into_iter().map(|(id, mut matter)| {
        matter.contact = contacts.remove(&id);
        let events = logs.remove(&id).unwrap_or_default();
        let life = life(&id, &matter, &events)?;
        if let Some(Event { act: Act::Receive { dues }, .. }) = events.first() {
            matter.dues = *dues;
        }
        Ok(StoredMatter { id, matter, events, life })
    });
    whole.collect()
}
