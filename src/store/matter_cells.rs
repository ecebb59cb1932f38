//! Matters, their logs and contacts read back from rows, and checked like any other input.

use super::cells::{Cells, Reading};
use super::matter_rows::demands;
use super::stored_rating::digits;
use super::tally::date_of_number;
use super::{MatterLine, StoreError, marks_text};
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::matter::{
    Act, By, Contact, Dues, Event, Matter, MatterKind, Posted, State, TrackingHash,
};
use crate::text::{Date, Language, Slug};

/// A matter without its contact; its due days are those that hold now.
pub(super) const MATTER: &str = "SELECT agency, id, tracking, kind, procedure, edition_from, edition, \
     counter, page, demands, words, language, received_at, marks, handled_by, answered_by FROM matter";

/// The log of matters.
pub(super) const EVENTS: &str =
    "SELECT agency, matter, number, at, author, account, act FROM matter_event";

/// A contact.
pub(super) const CONTACT: &str = "SELECT agency, matter, name, phone, email, address FROM contact WHERE agency = $1 AND matter = $2";

/// A line of a list.
pub(super) const LINE: &str = "SELECT agency, id, kind, procedure, counter, demands, words, received_at, \
     state, due, handled_by, answered_by, events, changed_at, assigned, number, held FROM matter";

impl Reading<'_> {
    fn day(&self, at: usize, column: &'static str) -> Result<Date, StoreError> {
        let number: u32 = self.small(at, column)?;
        date_of_number(number).ok_or_else(|| self.refuse(column, number.to_string()))
    }

    fn some_day(&self, at: usize, column: &'static str) -> Result<Option<Date>, StoreError> {
        let there = self.row.number(at).map_err(StoreError::Read)?.is_some();
        there.then(|| self.day(at, column)).transpose()
    }

    fn words(&self, at: usize) -> Result<Option<Box<str>>, StoreError> {
        let text = self.row.text(at).map_err(StoreError::Read)?;
        Ok(text.map(String::into_boxed_str))
    }

    fn some_procedure(&self, at: usize) -> Result<Option<ProcedureCode>, StoreError> {
        let there = self.row.text(at).map_err(StoreError::Read)?.is_some();
        let read = || self.parse(at, "procedure", |code| ProcedureCode::parse(code).ok());
        there.then(read).transpose()
    }

    fn dues(&self, handled: usize, answered: usize) -> Result<Dues, StoreError> {
        Ok(Dues {
            handled: self.day(handled, "handled_by")?,
            answered: self.day(answered, "answered_by")?,
        })
    }
}

fn reading(row: &dyn Cells) -> Result<Reading<'_>, StoreError> {
    let bytes = row.bytes(1).map_err(StoreError::Read)?.unwrap_or_default();
    Ok(Reading { row, whose: digits(&bytes) })
}

/// The id and the matter of a row of [`MATTER`].
pub(super) fn matter(row: &dyn Cells) -> Result<([u8; 16], Matter), StoreError> {
    let cells = reading(row)?;
    let tracking = row.bytes(2).map_err(StoreError::Read)?.unwrap_or_default();
    let tracking = tracking.as_slice().try_into();
    let tracking = tracking.map_err(|_| cells.refuse("tracking", String::new()))?;
    let posted = match cells.sixteen(6, "edition")? {
        None => None,
        Some(edition) => Some(Posted {
            procedure: cells.parse(4, "procedure", |code| ProcedureCode::parse(code).ok())?,
            from: cells.some_day(5, "edition_from")?,
            edition: EditionMark(edition),
        }),
    };
    let matter = Matter {
        agency: cells.slug(0, "agency")?,
        tracking: TrackingHash(tracking),
        kind: cells.parse(3, "kind", MatterKind::parse)?,
        posted,
        counter: cells.some_slug(7, "counter")?,
        page: cells.words(8)?,
        demands: cells.parse(9, "demands", demands)?,
        words: cells.words(10)?.unwrap_or_default(),
        contact: None,
        language: cells.parse(11, "language", |tag| Language::parse(tag).ok())?,
        received_at: cells.number(12, "received_at")?,
        marks: cells.parse(13, "marks", marks_text::read)?,
        dues: cells.dues(14, 15)?,
    };
    Ok((cells.id(1, "id")?, matter))
}

/// An agency, a matter and an event of its log, of a row of [`EVENTS`].
pub(super) fn event(row: &dyn Cells) -> Result<(Slug, [u8; 16], Event), StoreError> {
    let cells = reading(row)?;
    let account = row.text(5).map_err(StoreError::Read)?;
    let event = Event {
        at: cells.number(3, "at")?,
        by: cells.parse(4, "author", |word| By::parse(word, account.as_deref()))?,
        act: cells.parse(6, "act", |act| serde_json::from_str::<Act>(act).ok())?,
    };
    Ok((cells.slug(0, "agency")?, cells.id(1, "matter")?, event))
}

/// The contact of a row of [`CONTACT`].
pub(super) fn contact(row: &dyn Cells) -> Result<Contact, StoreError> {
    let cells = reading(row)?;
    Ok(Contact {
        name: cells.words(2)?.unwrap_or_default(),
        phone: cells.words(3)?,
        email: cells.words(4)?,
        address: cells.words(5)?,
    })
}

/// The matter of such a row.
pub(super) fn whose(row: &dyn Cells) -> Result<[u8; 16], StoreError> {
    reading(row)?.id(1, "matter")
}

/// The line of a row of [`LINE`].
pub(super) fn line(row: &dyn Cells) -> Result<MatterLine, StoreError> {
    let cells = reading(row)?;
    Ok(MatterLine {
        agency: cells.slug(0, "agency")?,
        id: cells.id(1, "id")?,
        kind: cells.parse(2, "kind", MatterKind::parse)?,
        procedure: cells.some_procedure(3)?,
        counter: cells.some_slug(4, "counter")?,
        demands: cells.parse(5, "demands", demands)?,
        words: cells.words(6)?.unwrap_or_default(),
        received_at: cells.number(7, "received_at")?,
        state: cells.parse(8, "state", State::parse)?,
        due: cells.some_day(9, "due")?,
        dues: cells.dues(10, 11)?,
        events: cells.small(12, "events")?,
        changed_at: cells.number(13, "changed_at")?,
        assigned: cells.words(14)?,
        number: cells.words(15)?,
        held: cells.number(16, "held")? != 0,
    })
}
