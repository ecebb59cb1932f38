//! What a store holds, in counts and one digest, so that two stores can be compared without looking at
//! their ratings side by side.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::stored_rating::digits;
use super::{StoreError, StoredRating};

/// Counts and a digest of all ratings. The digest does not depend on the order of reading, since
/// engines sort texts differently: the hashes of the ratings are added up as four 64-bit numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inventory {
    /// How many ratings.
    pub ratings: u64,
    /// How many of them a one-time code proved.
    pub verified: u64,
    /// How many of them lie in quarantine.
    pub held: u64,
    /// How many answers they hold together.
    pub answers: u64,
    digest: Digest,
    /// All else, by the names of the tables: petitions and reports with their logs, officers, the log of the desk,
    /// tallies. Not in backups of programs that did not count it.
    #[serde(default)]
    pub tables: BTreeMap<String, TableHolds>,
}

/// What a table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableHolds {
    /// How many rows.
    pub rows: u64,
    /// A digest of them that does not depend on their order.
    pub digest: Digest,
}

/// A digest, written as 64 hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u64; 4]);

impl Inventory {
    /// The digest of all ratings.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// How many rows a table has; none where it was not counted.
    pub fn rows(&self, table: &str) -> u64 {
        self.tables.get(table).map_or(0, |holds| holds.rows)
    }

    /// Takes in one more rating.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        let written = super::export::everything(rating)?;
        let hash = blake3::hash(&written);
        self.ratings += 1;
        self.verified += u64::from(rating.submission.verified());
        self.held += u64::from(rating.held);
        self.answers += rating.submission.answers.len() as u64;
        self.digest.add(hash.as_bytes());
        Ok(())
    }
}

impl Digest {
    /// Takes in the hash of one more thing.
    pub(super) fn add(&mut self, hash: &[u8; 32]) {
        for (sum, part) in self.0.iter_mut().zip(hash.chunks_exact(8)) {
            let mut bytes = [0; 8];
            bytes.copy_from_slice(part);
            *sum = sum.wrapping_add(u64::from_le_bytes(bytes));
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| f.write_str(&digits(&part.to_le_bytes())))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let wrong = "a digest is 64 hexadecimal digits";
        let mut parts = [0; 4];
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong);
        }
        for (at, part) in parts.iter_mut().enumerate() {
            let number = u64::from_str_radix(&text[at * 16..at * 16 + 16], 16);
            *part = number.map_err(|_| wrong)?.swap_bytes();
        }
        Ok(Self(parts))
    }
}
