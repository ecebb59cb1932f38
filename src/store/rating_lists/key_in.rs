//! A slip of paper on its way into the store.

use crate::feedback::Submission;
use crate::store::{AuditEntry, Deed};

/// A slip, keyed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyIn {
    /// The rating on it, under the key that the batch gives to its number.
    pub submission: Submission,
    /// The batch; it must be open.
    pub batch: [u8; 16],
    /// The number of the slip in the batch, from 1.
    pub number: u32,
    /// Whether what was keyed in under this number before is to be replaced.
    pub correct: bool,
    /// Who keyed it in.
    pub account: String,
    /// When, in milliseconds UTC.
    pub at: i64,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyedIn {
    /// It is on the disk.
    New,
    /// It was there, with the same answers.
    Again,
    /// Its answers are other than before now.
    Corrected,
    /// Another slip was keyed in under this number.
    Differs,
    /// Nothing is added to this batch any more.
    Closed,
    /// There is no such batch.
    Unknown,
}

impl KeyIn {
    /// What the log of the desk says of it: the number on the pile, not what stands on the slip.
    pub(in crate::store) fn audited(&self, became: KeyedIn) -> AuditEntry {
        let again = if became == KeyedIn::Corrected { " (sửa)" } else { "" };
        AuditEntry {
            at: self.at,
            account: self.account.clone(),
            deed: Deed::SlipKeyedIn,
            agency: Some(self.submission.agency.clone()),
            subject: self.submission.counter.to_string(),
            detail: format!("{}{again}", self.number),
        }
    }
}
