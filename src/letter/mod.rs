//! Letters and reports on paper: what stands on them, in the form that offices must use, and the same as a .docx that
//! can be changed before somebody signs it.
//!
//! The form is that of Nghị định số 30/2020/NĐ-CP, annex I: A4, Times New Roman, the name of the state and the motto on the
//! right, the agency on the left, number and symbol, place and date, to whom, the text, the signer, and who else gets it.
//! What only the office knows (number, place, the signature) is left blank. The writer of .docx is our own: what a letter
//! needs of that format are a few elements in one file, while a library for all of it brings image decoders and a
//! second reader of XML along; the archive around it is the business of the crate `zip`.

mod apology;
mod block;
mod docx;
#[allow(clippy::module_inception, reason = "the room is named after its chief type")]
mod letter;
mod markup;
mod paragraph;
mod percent_bar;
mod reply;
mod table;

pub use apology::{ApologyFacts, Failed};
pub use block::Block;
pub use docx::{Docx, DocxError};
pub use letter::{Letter, blank_day};
pub use paragraph::{Align, Paragraph, Run};
pub use percent_bar::PercentBar;
pub use reply::{Decided, Reply};
pub use table::{Cell, Table};
