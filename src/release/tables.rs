//! The tables of an index while they grow, row by row, in the order of the file.
//!
//! Kept as bytes from the start: a hundred thousand rows are a few megabytes this way.

use super::row::{EntryRow, PathPlace, RedirectRow, SlotRow};
use super::{Entry, FormatError};

/// The tables that grow together, row by row.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) entries: Vec<u8>,
    pub(super) slots: Vec<u8>,
    pub(super) slot_count: u32,
    pub(super) redirects: Vec<u8>,
    pub(super) paths: Vec<u8>,
    /// Editions of one path follow each other and share its text.
    last: Option<PathPlace>,
}

impl Tables {
    pub(super) fn push_entry(&mut self, number: u32, entry: &Entry) -> Result<(), FormatError> {
        let row = EntryRow {
            path: self.place(&entry.path)?,
            status: entry.status,
            validity: entry.validity,
            media: entry.media,
            cache: entry.cache,
            slots: short(entry.slots.len(), "slots of one entry")?,
            etag: entry.etag,
            bodies: entry.bodies,
        };
        row.write(&mut self.entries);
        for slot in &entry.slots {
            SlotRow { entry: number, slot: *slot }.write(&mut self.slots);
        }
        self.slot_count = self
            .slot_count
            .checked_add(u32::from(row.slots))
            .ok_or(FormatError::TooMany("slots"))?;
        Ok(())
    }

    pub(super) fn push_redirect(&mut self, path: &str, target: &str) -> Result<(), FormatError> {
        let row = RedirectRow { path: self.place(path)?, target: self.place(target)? };
        row.write(&mut self.redirects);
        Ok(())
    }

    fn place(&mut self, path: &str) -> Result<PathPlace, FormatError> {
        if let Some(last) = self.last.filter(|last| last.within(&self.paths) == path.as_bytes()) {
            return Ok(last);
        }
        let offset = count(self.paths.len(), "bytes of paths")?;
        let place = PathPlace { offset, len: short(path.len(), "bytes of one path")? };
        self.paths.extend_from_slice(path.as_bytes());
        self.last = Some(place);
        Ok(place)
    }
}

/// A length as the format counts it, or [`FormatError::TooMany`].
pub(super) fn count(length: usize, of: &'static str) -> Result<u32, FormatError> {
    u32::try_from(length).map_err(|_| FormatError::TooMany(of))
}

fn short(length: usize, of: &'static str) -> Result<u16, FormatError> {
    u16::try_from(length).map_err(|_| FormatError::TooMany(of))
}
