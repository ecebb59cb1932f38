//! Sheets as PDF: the one door of the typesetter. JSON and a theme's `.typ` files go in, a PDF comes out that is
//! PDF/UA-1 (what a screen reader needs) and PDF/A-2a (what an archive keeps) at once.
//!
//! The typesetter reads nothing but what it is handed: no file, no network, no clock, no installed letter. So a theme
//! cannot reach beyond its folder, and the same data give the same bytes on every machine. Data are passed as JSON
//! and never pasted into a source, so no text of an agency can be taken for a command.

mod check;
mod desk;
mod fault;
mod letters;
mod typesetter;

pub use check::check;
pub use fault::PdfError;
pub use letters::{Letters, LettersError};
pub use typesetter::{Typeset, Typesetter};
