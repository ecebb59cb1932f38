//! The rows of an index, byte by byte: how a value is written and how it is read back.
//!
//! All numbers are little-endian and unaligned. Reading decides only what a row says; whether that may be so is
//! decided in `check`.

use super::{
    Bodies, Body, CachePolicy, Coding, Extent, Fault, Mark, Media, Segment, SegmentName,
    SegmentNumber, Slot, SlotKind, Validity,
};

/// Bytes of an entry row.
pub(super) const ENTRY_ROW: usize = 72;
/// Bytes of a segment row.
pub(super) const SEGMENT_ROW: usize = 24;
/// Bytes of a slot row.
pub(super) const SLOT_ROW: usize = 12;
/// Bytes of a redirect row.
pub(super) const REDIRECT_ROW: usize = 12;
/// Bytes of a switch day.
pub(super) const SWITCH_ROW: usize = 4;

/// The place of a body that there is not.
const NO_BODY: u64 = u64::MAX;
/// How many low bits of a place are the offset; the 16 above are the segment.
const OFFSET_BITS: u32 = 48;

/// Takes numbers off the front of bytes; none where they are cut off.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl Reader<'_> {
    /// The next `N` bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_le_bytes)
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    /// The next four bytes as a number.
    pub(super) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// The next four bytes as a signed number.
    pub(super) fn i32(&mut self) -> Option<i32> {
        self.array().map(i32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }
}

/// How many of these rows, each `width` bytes, come `before` what is looked for; rows are in order.
pub(super) fn partition(rows: &[u8], width: usize, before: impl Fn(&[u8]) -> bool) -> usize {
    let (mut low, mut high) = (0, rows.len() / width);
    while low < high {
        let middle = low.midpoint(high);
        if rows.get(middle * width..).is_some_and(&before) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// A run of bytes in the text of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PathPlace {
    pub(super) offset: u32,
    pub(super) len: u16,
}

impl PathPlace {
    /// The bytes of the path; empty (which no path is) where they lie outside the text.
    pub(super) fn within(self, paths: &[u8]) -> &[u8] {
        let start = self.offset as usize;
        let end = start.checked_add(usize::from(self.len));
        end.and_then(|end| paths.get(start..end)).unwrap_or_default()
    }
}

/// What the binary search needs of an entry: 12 bytes at the head of its row.
pub(super) fn entry_key(row: &[u8]) -> Option<(PathPlace, i32)> {
    let mut row = Reader(row);
    let place = PathPlace { offset: row.u32()?, len: row.u16()? };
    let _status = row.u16()?;
    Some((place, row.i32()?))
}

/// An entry as its row says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct EntryRow {
    pub(super) path: PathPlace,
    pub(super) status: u16,
    pub(super) validity: Validity,
    pub(super) media: Media,
    pub(super) cache: CachePolicy,
    pub(super) slots: u16,
    pub(super) etag: Mark,
    pub(super) bodies: Bodies,
}

impl EntryRow {
    pub(super) fn parse(row: &[u8]) -> Result<Self, Fault> {
        let (path, _) = entry_key(row).ok_or(Fault::CutOff)?;
        let mut row = Reader(row.get(6..ENTRY_ROW).ok_or(Fault::CutOff)?);
        let status = row.u16().ok_or(Fault::CutOff)?;
        let bounds = row.i32().zip(row.i32()).ok_or(Fault::CutOff)?;
        Ok(Self {
            path,
            status,
            validity: Validity::from_bounds(bounds.0, bounds.1),
            media: row.u8().and_then(Media::from_number).ok_or(Fault::Media)?,
            cache: row.u8().and_then(CachePolicy::from_number).ok_or(Fault::CachePolicy)?,
            slots: row.u16().ok_or(Fault::CutOff)?,
            etag: Mark(row.array().ok_or(Fault::CutOff)?),
            bodies: parse_bodies(&mut row)?,
        })
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let (from, to) = self.validity.to_bounds();
        out.extend_from_slice(&self.path.offset.to_le_bytes());
        out.extend_from_slice(&self.path.len.to_le_bytes());
        out.extend_from_slice(&self.status.to_le_bytes());
        out.extend_from_slice(&from.to_le_bytes());
        out.extend_from_slice(&to.to_le_bytes());
        out.extend_from_slice(&[self.media.number(), self.cache.number()]);
        out.extend_from_slice(&self.slots.to_le_bytes());
        out.extend_from_slice(&self.etag.0);
        for coding in Coding::ALL {
            let (place, len) = self.bodies.get(coding).map_or((NO_BODY, 0), |body| {
                let segment = u64::from(body.segment.0) << OFFSET_BITS;
                (segment | body.extent.offset, body.extent.len)
            });
            out.extend_from_slice(&place.to_le_bytes());
            out.extend_from_slice(&len.to_le_bytes());
        }
    }
}

fn parse_bodies(row: &mut Reader<'_>) -> Result<Bodies, Fault> {
    Coding::ALL.into_iter().try_fold(Bodies::new(), |bodies, coding| {
        match row.u64().zip(row.u32()).ok_or(Fault::CutOff)? {
            (NO_BODY, 0) => Ok(bodies),
            (NO_BODY, _) => Err(Fault::Body),
            (place, len) => {
                let number = u16::try_from(place >> OFFSET_BITS).map_err(|_| Fault::Body)?;
                let offset = place & ((1 << OFFSET_BITS) - 1);
                let extent = Extent { offset, len };
                Ok(bodies.with(coding, Body { segment: SegmentNumber(number), extent }))
            }
        }
    })
}

/// A slot and the number of the entry it belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct SlotRow {
    pub(super) entry: u32,
    pub(super) slot: Slot,
}

/// The slots in these rows.
pub(super) fn slot_rows(rows: &[u8]) -> impl Iterator<Item = Result<SlotRow, Fault>> {
    rows.chunks(SLOT_ROW).map(|row| {
        let mut row = Reader(row);
        let entry = row.u32().ok_or(Fault::CutOff)?;
        let (offset, len) = row.u32().zip(row.u16()).ok_or(Fault::CutOff)?;
        let kind = row.u16().and_then(SlotKind::from_number).ok_or(Fault::Slot)?;
        Ok(SlotRow { entry, slot: Slot { offset, len, kind } })
    })
}

impl SlotRow {
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.entry.to_le_bytes());
        out.extend_from_slice(&self.slot.offset.to_le_bytes());
        out.extend_from_slice(&self.slot.len.to_le_bytes());
        out.extend_from_slice(&self.slot.kind.number().to_le_bytes());
    }
}

/// A redirect as its row says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct RedirectRow {
    pub(super) path: PathPlace,
    pub(super) target: PathPlace,
}

impl RedirectRow {
    pub(super) fn parse(row: &[u8]) -> Option<Self> {
        let mut row = Reader(row);
        let (path, len) = (row.u32()?, row.u16()?);
        let (target_len, target) = (row.u16()?, row.u32()?);
        Some(Self {
            path: PathPlace { offset: path, len },
            target: PathPlace { offset: target, len: target_len },
        })
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.path.offset.to_le_bytes());
        out.extend_from_slice(&self.path.len.to_le_bytes());
        out.extend_from_slice(&self.target.len.to_le_bytes());
        out.extend_from_slice(&self.target.offset.to_le_bytes());
    }
}

/// Reads a segment row.
pub(super) fn parse_segment(row: &[u8]) -> Option<Segment> {
    let mut row = Reader(row);
    Some(Segment { name: SegmentName(Mark(row.array()?)), len: row.u64()? })
}

/// Writes a segment row.
pub(super) fn write_segment(segment: &Segment, out: &mut Vec<u8>) {
    out.extend_from_slice(&segment.name.0.0);
    out.extend_from_slice(&segment.len.to_le_bytes());
}
