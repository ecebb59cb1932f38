//! A rating as it lies in the store.

use std::fmt::Write;

use crate::feedback::Submission;

/// A rating and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRating {
    /// Its id, made when it was kept.
    pub id: [u8; 16],
    /// What was sent.
    pub submission: Submission,
}

impl StoredRating {
    /// The id in 32 hexadecimal digits.
    pub fn id_digits(&self) -> String {
        digits(&self.id)
    }
}

/// Bytes as small hexadecimal digits.
pub(super) fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut digits, byte| {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
