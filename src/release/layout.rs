//! Where the tables of an index lie.
//!
//! Tables follow each other without gaps in a fixed order, so the header needs only their counts, and one sum proves
//! that all of them lie inside the file.

use std::ops::Range;

use super::row::{ENTRY_ROW, REDIRECT_ROW, Reader, SEGMENT_ROW, SLOT_ROW, SWITCH_ROW};
use super::{FORMAT_VERSION, FormatError, Mark};

/// The first bytes of an index file.
pub(super) const MAGIC: [u8; 8] = *b"nmindex\n";

/// Bytes before the first table.
pub(super) const HEADER: usize = 64;

/// The header of an index: its content mark and how many rows or bytes each table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) content: Mark,
    pub(super) segments: u32,
    pub(super) entries: u32,
    pub(super) slots: u32,
    pub(super) redirects: u32,
    pub(super) switches: u32,
    pub(super) site_len: u32,
    pub(super) paths_len: u32,
}

/// The tables of an index, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Segments,
    Entries,
    Slots,
    Redirects,
    Switches,
    Site,
    Paths,
}

impl Layout {
    /// Reads the header and proves that the tables fill `bytes` exactly.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, FormatError> {
        let foreign = FormatError::Foreign("index");
        let mut header = Reader(bytes.get(..HEADER).ok_or(foreign.clone())?);
        if header.array() != Some(MAGIC) {
            return Err(foreign);
        }
        let number = |header: &mut Reader<'_>| header.u32().ok_or(foreign.clone());
        let version = number(&mut header)?;
        if version != FORMAT_VERSION {
            return Err(FormatError::Version(version));
        }
        if number(&mut header)? != 0 {
            return Err(foreign);
        }
        let layout = Self {
            content: Mark(header.array().ok_or(FormatError::Foreign("index"))?),
            segments: number(&mut header)?,
            entries: number(&mut header)?,
            slots: number(&mut header)?,
            redirects: number(&mut header)?,
            switches: number(&mut header)?,
            site_len: number(&mut header)?,
            paths_len: number(&mut header)?,
        };
        let announced = layout.range(Table::Paths).end;
        let found = bytes.len() as u64;
        if announced != found || number(&mut header)? != 0 {
            return Err(FormatError::Length { announced, found });
        }
        Ok(layout)
    }

    /// The header as it stands in the file.
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let counts = [
            self.segments,
            self.entries,
            self.slots,
            self.redirects,
            self.switches,
            self.site_len,
            self.paths_len,
            0,
        ];
        let mut header = Vec::with_capacity(HEADER);
        header.extend_from_slice(&MAGIC);
        header.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
        header.extend_from_slice(&0_u32.to_le_bytes());
        header.extend_from_slice(&self.content.0);
        header.extend(counts.into_iter().flat_map(u32::to_le_bytes));
        header
    }

    /// The bytes of one table; empty where the file is too short, which [`Layout::parse`] has ruled out.
    pub(super) fn table<'a>(&self, bytes: &'a [u8], table: Table) -> &'a [u8] {
        let range = self.range(table);
        let within = usize::try_from(range.start).ok().zip(usize::try_from(range.end).ok());
        within.and_then(|(start, end)| bytes.get(start..end)).unwrap_or_default()
    }

    /// Where a table lies, counted from the start of the file; sums of 32-bit sizes cannot overflow.
    fn range(&self, table: Table) -> Range<u64> {
        let size = |count: u32, row: usize| u64::from(count) * row as u64;
        let sizes = [
            size(self.segments, SEGMENT_ROW),
            size(self.entries, ENTRY_ROW),
            size(self.slots, SLOT_ROW),
            size(self.redirects, REDIRECT_ROW),
            size(self.switches, SWITCH_ROW),
            size(self.site_len, 1),
            size(self.paths_len, 1),
        ];
        let start = HEADER as u64 + sizes[..table as usize].iter().sum::<u64>();
        start..start + sizes[table as usize]
    }
}
