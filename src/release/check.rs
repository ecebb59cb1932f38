//! The rules of an index, proved once over all rows when it is opened.
//!
//! An index may come from a torn copy or a stranger. After this proof the reader finds no entry out of order, no
//! path or body out of bounds and no two answers for one day; it costs a few milliseconds for 100 000 entries.

use super::day::switches;
use super::layout::Table;
use super::row::{ENTRY_ROW, EntryRow, REDIRECT_ROW, RedirectRow, SlotRow, slot_rows};
use super::segment::HEADER;
use super::{CachePolicy, Coding, Day, Fault, FormatError, Index, Validity};

/// A segment this long could not be addressed to its end.
const LONGEST_SEGMENT: u64 = 1 << 48;

/// Proves all rules, or names the first row that breaks one.
pub(super) fn check(index: Index<'_>) -> Result<(), FormatError> {
    std::str::from_utf8(index.table(Table::Site)).map_err(|_| FormatError::Encoding)?;
    for (row, segment) in index.segments().enumerate() {
        if !(HEADER..=LONGEST_SEGMENT).contains(&segment.len) {
            let name = segment.name.to_string();
            return Err(FormatError::Row { table: "segment", row, name, fault: Fault::Body });
        }
    }
    let days = check_entries(index)?;
    check_redirects(index)?;
    if index.switches().eq(days) { Ok(()) } else { Err(FormatError::Switches) }
}

/// Proves entries and their slots; yields the days on which any of them starts or ends.
fn check_entries(index: Index<'_>) -> Result<Vec<Day>, FormatError> {
    let mut slots = slot_rows(index.table(Table::Slots));
    let mut validities = Vec::new();
    let mut before = None;
    for (row, bytes) in index.table(Table::Entries).chunks(ENTRY_ROW).enumerate() {
        let name = |path: &str| path.to_owned();
        let refuse =
            |path, fault| FormatError::Row { table: "entry", row, name: name(path), fault };
        let entry = EntryRow::parse(bytes).map_err(|fault| refuse("", fault))?;
        let path = index.path(entry.path).ok_or_else(|| refuse("", Fault::Path))?;
        check_entry(index, &entry)
            .and_then(|()| check_order(before, (path, entry.validity)))
            .and_then(|()| check_slots(row, &entry, &mut slots))
            .map_err(|fault| refuse(path, fault))?;
        before = Some((path, entry.validity));
        if entry.validity != Validity::ALWAYS {
            validities.push(entry.validity);
        }
    }
    if slots.next().is_some() {
        let (table, name) = ("slot", String::new());
        return Err(FormatError::Row { table, row: 0, name, fault: Fault::Slot });
    }
    Ok(switches(validities.into_iter()))
}

/// What an entry must be in itself.
fn check_entry(index: Index<'_>, entry: &EntryRow) -> Result<(), Fault> {
    if !(200..600).contains(&entry.status) {
        return Err(Fault::Status);
    }
    let (from, to) = entry.validity.to_bounds();
    let internal = entry.cache == CachePolicy::Internal;
    if from >= to || (internal && entry.validity != Validity::ALWAYS) {
        return Err(Fault::Validity);
    }
    if entry.bodies.prepared().next().is_none() {
        return Err(Fault::Body);
    }
    for (_, body) in entry.bodies.prepared() {
        let segment = index.segment(body.segment).ok_or(Fault::Body)?;
        let end = body.extent.offset + u64::from(body.extent.len);
        if body.extent.offset < HEADER || end > segment.len {
            return Err(Fault::Body);
        }
    }
    Ok(())
}

/// Paths ascend, and answers of one path follow each other in time.
fn check_order(before: Option<(&str, Validity)>, now: (&str, Validity)) -> Result<(), Fault> {
    let Some((path, validity)) = before else { return Ok(()) };
    let (start, _) = now.1.to_bounds();
    let (earlier, end) = validity.to_bounds();
    if (path, earlier) > (now.0, start) {
        return Err(Fault::Order);
    }
    if path == now.0 && start < end {
        return Err(Fault::Overlap);
    }
    Ok(())
}

/// Takes the slots of one entry off the front of all slots: they are its own, ascend and lie in its identity body.
fn check_slots(
    number: usize,
    entry: &EntryRow,
    slots: &mut impl Iterator<Item = Result<SlotRow, Fault>>,
) -> Result<(), Fault> {
    let mut free_from = 0;
    for _ in 0..entry.slots {
        let row = slots.next().ok_or(Fault::Slot)??;
        let identity = entry.bodies.get(Coding::Identity).ok_or(Fault::Slot)?;
        let fits = u64::from(row.slot.offset) >= free_from
            && row.slot.len > 0
            && row.slot.end() <= u64::from(identity.extent.len);
        if row.entry as usize != number || !fits {
            return Err(Fault::Slot);
        }
        free_from = row.slot.end();
    }
    Ok(())
}

/// Redirects ascend and lead elsewhere.
fn check_redirects(index: Index<'_>) -> Result<(), FormatError> {
    let mut before = None;
    for (row, bytes) in index.table(Table::Redirects).chunks(REDIRECT_ROW).enumerate() {
        let table = "redirect";
        let refuse = |path: &str, fault| {
            let name = path.to_owned();
            FormatError::Row { table, row, name, fault }
        };
        let redirect = RedirectRow::parse(bytes).ok_or_else(|| refuse("", Fault::CutOff))?;
        let path = index.path(redirect.path).ok_or_else(|| refuse("", Fault::Path))?;
        let target = index.path(redirect.target).ok_or_else(|| refuse(path, Fault::Path))?;
        if path == target {
            return Err(refuse(path, Fault::Circle));
        }
        if before.is_some_and(|before| before >= path) {
            return Err(refuse(path, Fault::Order));
        }
        before = Some(path);
    }
    Ok(())
}
