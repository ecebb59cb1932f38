//! Words of citizens that may hold a telephone number, an identity number or an address of theirs or of
//! somebody they name are left out of an export, until an authorised person has read them.

use crate::feedback::{AnswerValue, Mark, is_suspected_personal};
use crate::store::StoredRating;

/// Which words an export shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Masking {
    /// Words of a rating that is marked, or that would be marked today, are masked.
    Masked,
    /// All words are shown: somebody who may has reviewed them.
    Reviewed,
}

/// An answer as an export shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown<'a> {
    /// As it is.
    Whole(&'a AnswerValue),
    /// Words were written, and are not shown.
    Masked,
}

impl Masking {
    /// An answer of a rating as it is shown.
    pub(super) fn shown<'a>(self, rating: &StoredRating, answer: &'a AnswerValue) -> Shown<'a> {
        let AnswerValue::Text(words) = answer else { return Shown::Whole(answer) };
        let marked = || rating.submission.marks.contains(&Mark::Personal);
        if self == Self::Masked && (marked() || is_suspected_personal(words)) {
            Shown::Masked
        } else {
            Shown::Whole(answer)
        }
    }
}
