//! Words of citizens that may hold a telephone number, an identity number or an address of theirs or of
//! somebody they name are left out of an export, until an authorised person has read them.

use crate::feedback::secrecy::WordsReview;
use crate::feedback::{AnswerValue, Mark, is_suspected_personal};
use crate::store::StoredRating;
use crate::text::Slug;

/// Which words an export shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Masking {
    /// Words of a rating that is marked, or that would be marked today, are masked.
    Masked,
    /// Words that may hold personal data are shown too, as far as nobody has decided otherwise at the desk.
    Reviewed,
    /// All words, to compare stores: nothing of it leaves the program but its hash.
    Everything,
}

/// An answer as an export shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown<'a> {
    /// As it is.
    Whole(&'a AnswerValue),
    /// Words as somebody decided that they may be quoted.
    Quoted(&'a str),
    /// Words were written, and are not shown.
    Masked,
}

impl Masking {
    /// An answer of a rating as it is shown.
    pub(super) fn shown<'a>(
        self,
        rating: &'a StoredRating,
        question: &Slug,
        answer: &'a AnswerValue,
    ) -> Shown<'a> {
        let AnswerValue::Text(words) = answer else { return Shown::Whole(answer) };
        let mut reviews = rating.reviews.iter().filter(|_| self != Self::Everything);
        // What somebody has decided to hide leaves in no export, whoever asks for it.
        match reviews.find(|(of, _)| of == question) {
            Some((_, WordsReview::Withheld)) => return Shown::Masked,
            Some((_, WordsReview::Quotable(words))) => return Shown::Quoted(words),
            None => {}
        }
        let marked = || rating.submission.marks.contains(&Mark::Personal);
        if self == Self::Masked && (marked() || is_suspected_personal(words)) {
            Shown::Masked
        } else {
            Shown::Whole(answer)
        }
    }
}
