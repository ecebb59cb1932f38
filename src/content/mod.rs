//! `site-content/` → one checked [`crate::publication::Publication`] and a report of all problems.
//!
//! What was written (file shapes, in `shape`) is read into what it means (types that cannot be wrong,
//! in `reading`). serde stops at a file's first mistake, so a file that fails is read a second time by
//! events against the file's schema (`second`), and all its mistakes are reported. Later checks
//! (`check`) name a key path; its line is found by the same second reading, only when it must be shown.
//!
//! The one room that knows YAML and the layout of the content folder.

mod apologies_file;
mod bulletin_file;
mod cache;
mod check;
mod file_stamp;
mod findings;
mod keys;
mod ledger_file;
mod quick;
mod reading;
mod schema;
mod second;
mod shape;
mod signs;
mod source;
#[cfg(test)]
mod tests;
mod translation;
mod tree;
mod written;

pub use apologies_file::write_apologies;
pub use bulletin_file::{put as put_file, sign_file, write_bulletin};
pub use cache::CacheFolder;
pub use ledger_file::{append_codes, append_sheets, append_survey_versions, retire_code};
pub use reading::{Reading, ReadingOptions, names_a_sum, read};
pub use schema::{schema_kinds, schema_of};
pub use written::{Edited, Shelf, ShelfFile, ShelfKind, Way, Written};
