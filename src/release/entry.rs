//! One answer of a site: owned while it is being collected, borrowed while it is being served.

use super::row::slot_rows;
use super::{Bodies, CachePolicy, Mark, Media, Slot, Validity};

/// An answer as it is handed to [`super::IndexBuilder`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The address without its leading slash, decoded: `thu-tuc/1.000894.html`. At most 65 535 bytes.
    pub path: String,
    /// The days on which this answer holds; answers of one path never overlap.
    pub validity: Validity,
    /// The HTTP status, 200 to 599.
    pub status: u16,
    /// The kind of file.
    pub media: Media,
    /// How long it may be kept.
    pub cache: CachePolicy,
    /// The mark of the identity body; the host makes the `ETag` of it, different for each coding.
    pub etag: Mark,
    /// Where its bytes lie; at least one coding, and identity wherever there are slots.
    pub bodies: Bodies,
    /// Places that the host fills, ascending, not overlapping. Such an answer is sent with `no-store`.
    pub slots: Vec<Slot>,
}

/// An answer read from an [`super::Index`]; its fields are those of [`Entry`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryView<'a> {
    /// The address without its leading slash.
    pub path: &'a str,
    /// The days on which this answer holds.
    pub validity: Validity,
    /// The HTTP status.
    pub status: u16,
    /// The kind of file.
    pub media: Media,
    /// How long it may be kept.
    pub cache: CachePolicy,
    /// The mark of the identity body.
    pub etag: Mark,
    /// Where its bytes lie.
    pub bodies: Bodies,
    /// The rows of its slots, already checked.
    pub(super) slot_rows: &'a [u8],
}

impl EntryView<'_> {
    /// Whether the host has something to fill in.
    pub fn has_slots(&self) -> bool {
        !self.slot_rows.is_empty()
    }

    /// The places that the host fills, ascending.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        slot_rows(self.slot_rows).filter_map(|row| row.ok().map(|row| row.slot))
    }

    /// The same answer, owned; its bodies still name the segments of the index it came from.
    pub fn to_entry(&self) -> Entry {
        Entry {
            path: self.path.to_owned(),
            validity: self.validity,
            status: self.status,
            media: self.media,
            cache: self.cache,
            etag: self.etag,
            bodies: self.bodies,
            slots: self.slots().collect(),
        }
    }
}
