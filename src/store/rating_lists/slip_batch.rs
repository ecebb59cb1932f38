//! Slips of paper that were collected together and are keyed in one after the other.

use crate::feedback::Key;
use crate::text::{Date, Slug};

/// A pile of slips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipBatch {
    /// The agency.
    pub agency: Slug,
    /// The id; its last four bytes are nought.
    pub id: [u8; 16],
    /// The counter.
    pub counter: Slug,
    /// The survey on the slips.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// The first day of collecting.
    pub from: Date,
    /// The last day of collecting: the slips are counted on it.
    pub until: Date,
    /// Who began to key them in.
    pub account: String,
    /// When, in milliseconds UTC.
    pub opened_at: i64,
    /// When the pile was done, in milliseconds UTC; none as long as slips are added.
    pub closed_at: Option<i64>,
}

/// A pile, and how far it is keyed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipCount {
    /// The pile.
    pub batch: SlipBatch,
    /// How many slips of it are kept.
    pub slips: u64,
    /// The greatest number among them; nought for none.
    pub last: u32,
}

impl SlipBatch {
    /// A new id, from bytes that `random` fills.
    pub fn draw_id(random: impl FnOnce(&mut [u8])) -> [u8; 16] {
        let mut id = [0; 16];
        random(&mut id[..12]);
        id
    }

    /// The key of the slip with a number: one number is one rating, however often it is sent.
    pub fn key(&self, number: u32) -> Key {
        let mut key = self.id;
        key[12..].copy_from_slice(&number.to_be_bytes());
        Key(key)
    }
}
