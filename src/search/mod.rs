//! Finding a procedure by what people type: its name, what they call it, its code, its field.
//!
//! One text holds all of it for a site and a language ([`write()`]). Browsers fetch it when somebody begins to type, and a
//! host reads the same bytes ([`List`]), so both answer from one list; `themes/default/search.js` follows
//! [`List::find`] step by step, and both are held to one table of questions, `tests/search/queries.tsv`.
//!
//! The list is folded when it is written: it begins with every word that occurs, in groups that are one word without
//! marks, and the entries are rows of places in it. So a question is compared with some thousand words and never with a
//! name, and a name costs a sign for each of its words.

mod asked;
mod entry;
mod finding;
mod list;
mod list_error;
mod one_edit;
mod writing;

pub use entry::Entry;
pub use finding::Found;
pub use list::List;
pub use list_error::ListError;
pub use writing::{path, pointer, write};
