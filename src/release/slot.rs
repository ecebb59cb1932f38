//! Places in a page that the host fills for each request.
//!
//! A rating page is the same file for everyone, yet each visit needs a key of its own, so that two equal answers
//! stay two ratings. The page keeps places of fixed width; the host copies the page and writes over them.

/// What the host writes into a slot; written in the index as its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum SlotKind {
    /// A fresh random key that makes a submission count once.
    Key = 0,
    /// The time at which the page was handed out, signed.
    Time = 1,
}

impl SlotKind {
    /// The number in the index.
    pub(super) fn number(self) -> u16 {
        self as u16
    }

    /// The kind of a number, or none.
    pub(super) fn from_number(number: u16) -> Option<Self> {
        [Self::Key, Self::Time].get(usize::from(number)).copied()
    }
}

/// A place of fixed width inside the identity body of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The first byte, from the start of the identity body.
    pub offset: u32,
    /// How many bytes, at least one.
    pub len: u16,
    /// What goes in.
    pub kind: SlotKind,
}

impl Slot {
    /// The first byte after the slot.
    pub fn end(self) -> u64 {
        u64::from(self.offset) + u64::from(self.len)
    }
}
