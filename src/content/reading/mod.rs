//! From files to the publication: what was written becomes what it means.

mod abolished;
mod agencies;
mod apology_rule;
mod channel;
mod curly_quotes;
mod cut_texts;
mod fees;
mod file;
mod files;
mod law;
mod left_out;
mod named;
mod pages;
mod papers;
mod procedure;
mod procedures;
mod quotes;
mod reached;
mod references;
mod required;
mod retention;
mod site;
mod surveys;
mod time_limits;
mod whole;
mod words_check;
mod words_shown;

use file::words_by_file;
pub(super) use file::{Reader, language_tag};
pub(super) use left_out::Cause;
pub(super) use whole::Sources;
pub use whole::{Reading, ReadingOptions, read};
