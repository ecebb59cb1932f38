//! From files to the publication: what was written becomes what it means.

mod abolished;
mod agencies;
mod channel;
mod fees;
mod file;
mod files;
mod law;
mod named;
mod pages;
mod papers;
mod procedure;
mod procedures;
mod quotes;
mod reached;
mod references;
mod required;
mod site;
mod surveys;
mod whole;
mod words_check;

pub(super) use file::{Reader, language_tag};
pub(super) use whole::Sources;
pub use whole::{Reading, ReadingOptions, read};
