//! What is printed: the sheet of a counter, with the symbol that opens its rating.
//!
//! A sheet is one HTML file that a browser prints, in millimetres: no typesetter to install, and a
//! screen reader can read it. What hangs on a wall cannot be recalled, so its symbol is decoded
//! again before it is drawn, its address comes only from a [`crate::publication::PrintOrigin`], and
//! a sheet for a trial says so across the page.

mod counter_card;
mod print_error;

pub use counter_card::{CardSubject, counter_card};
pub use print_error::PrintError;
