//! The rater's secrecy: what the desk may be shown of single ratings, so that nobody who stood at the counter can tell
//! who said what.
//!
//! 1. A rating is read from the next working day on ([`Horizon`]).
//! 2. Ratings of one counter and survey are gathered by half days until at least five are in ([`gather`]); what has
//!    not come to five is not shown. A gathering never grows once it is shown, so that two visits to a page never
//!    differ by fewer than five. Gathering begins anew each year.
//! 3. Of a gathering only the answers are shown, equal ones as one line with their number, in an order of their own:
//!    neither id, nor time, procedure, language or way ([`Disclosed`]).
//! 4. Words are gathered for themselves, until five ratings with words are in, and are shown without any time and
//!    without the other answers.
//!
//! Pure: the store counts and reads, and shows what comes out here.

mod disclosed;
mod gathering;
mod gathering_back;
mod half_day;
mod hidden_words;
mod horizon;
#[cfg(test)]
mod tests;
mod words_review;

pub use disclosed::{Disclosed, Heard, Line, ShownWords, disclose, disclose_words};
pub use gathering::{FEWEST, Gathering, gather};
pub use gathering_back::{Latest, gather_back};
pub use half_day::HalfDay;
pub use hidden_words::DecidedWords;
pub use horizon::Horizon;
pub use words_review::{ReviewError, WordsReview, masked};
