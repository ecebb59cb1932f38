//! The ratings as the desk reads and works on them: lists that keep the rater's secrecy, what was set aside, words to
//! be looked at, and slips of paper.
//!
//! What may be shown is said in `feedback::secrecy`; the statements here ask for nothing that lies beyond its horizon.

mod disclosing;
mod disclosure;
mod held_group;
mod key_in;
mod lists;
mod reviewing;
mod setting_aside;
mod slip_batch;
mod slips;
mod word;

pub(super) use disclosing::{REVIEWS, reviews};
pub(super) use slips::{SLIP_BATCH, slip_batch};
pub(super) use word::Word;

pub use disclosure::{Disclosure, DisclosureQuery};
pub use held_group::{HeldCount, HeldGroup};
pub use key_in::{KeyIn, KeyedIn};
pub use lists::RatingLists;
pub use reviewing::PendingWords;
pub use slip_batch::{SlipBatch, SlipCount};
