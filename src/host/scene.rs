//! What the pages that a host makes at run time have to show. What they look like is the theme's affair.

use crate::catalogue::PrintedCode;
use crate::feedback::{Rejection, Survey};
use crate::publication::RatingPlace;

/// What a page shows.
#[derive(Debug)]
pub(super) enum Scene<'a> {
    /// The rating form again, with all that was typed and what is wrong with it.
    Again {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// The survey that is open now.
        survey: &'a Survey,
        /// The HTTP status, which says what happened to a form with which nothing is wrong.
        status: u16,
        /// What was typed, and what is wrong; nothing is wrong with a form that we could not or did not keep.
        rejection: &'a Rejection,
        /// The key to carry on; 32 digits.
        key: &'a str,
        /// The stamp to carry on; 64 digits.
        stamp: &'a str,
    },
    /// One button that sends the same fields once more, now with a key.
    WithKey {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// Every field to send, in order.
        fields: &'a [(String, String)],
    },
    /// One button that sends the same fields once more, after a moment.
    Waiting {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// Every field to send, in order.
        fields: &'a [(String, String)],
        /// How long to wait.
        seconds: u64,
    },
    /// Thanks for a rating that is kept.
    Thanks {
        /// Where the code stands.
        place: &'a RatingPlace,
        /// The receipt, grouped for reading.
        receipt: &'a str,
    },
    /// A code that was never printed, or that cannot be one.
    UnknownCode {
        /// The code, if what was asked for can be one.
        code: Option<PrintedCode>,
    },
    /// A code that was withdrawn; its place says what stands in its stead.
    RetiredCode {
        /// Where it stood.
        place: &'a RatingPlace,
    },
    /// A request that cannot be answered.
    Failure {
        /// The HTTP status.
        status: u16,
        /// Where the code stands, if the request was for one.
        place: Option<&'a RatingPlace>,
    },
}
