//! A rating as it lies in the store.

use std::fmt::Write;

use crate::feedback::Submission;
use crate::feedback::secrecy::WordsReview;
use crate::text::Slug;

/// A rating, its id, and what became of it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRating {
    /// Its id, made when it was kept: six bytes of time, ten random ones.
    pub id: [u8; 16],
    /// What was sent, with its amendments.
    pub submission: Submission,
    /// When it was last amended, in milliseconds UTC.
    pub amended_at: Option<i64>,
    /// Whether it lies in quarantine.
    pub held: bool,
    /// When a person last decided where it belongs, in milliseconds UTC; none if nobody did.
    pub judged_at: Option<i64>,
    /// What was decided of its words, by question; only an export looks it up.
    pub reviews: Vec<(Slug, WordsReview)>,
}

impl StoredRating {
    /// The id in 32 hexadecimal digits.
    pub fn id_digits(&self) -> String {
        digits(&self.id)
    }
}

/// A new id: the time of arrival in six bytes, then ten random ones. Time in front keeps the rows of an
/// agency in order of arrival, so that new ones are written side by side; the agency before it in every
/// key spreads the writing of many agencies over a database of several machines.
pub(super) fn new_id(received_at: i64, random: impl FnOnce(&mut [u8])) -> [u8; 16] {
    let mut id = [0; 16];
    id[..6].copy_from_slice(&received_at.max(0).to_be_bytes()[2..]);
    random(&mut id[6..]);
    id
}

/// Bytes as small hexadecimal digits.
pub(super) fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut digits, byte| {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_of_time() {
        let id = |time| new_id(time, |bytes| bytes.fill(9));
        assert_eq!(digits(&id(1_795_249_800_000)), "01a1fd3a034009090909090909090909");
        assert!(id(1) < id(256) && id(256) < id(1_795_249_800_000));
        assert_eq!(id(-5), id(0));
    }
}
