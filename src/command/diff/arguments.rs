//! What can be typed after `niemyet diff`.

use clap::{Args, ValueEnum};

use crate::command::print::arguments::Languages;
use crate::text::Date;

/// Two sides, and how their difference is shown.
#[derive(Debug, Args)]
pub(in crate::command) struct DiffArguments {
    /// What was: a content folder, git:REVISION, published (the last release that was built), or edition:CODE@DATE;
    /// published if left out.
    pub before: Option<String>,
    /// What is: the same; the content folder if left out.
    pub after: Option<String>,
    /// For reading, for programs, or for a notice or a memo.
    #[arg(long, value_enum, default_value = "human")]
    pub format: DiffFormat,
    /// Tells of one sheet on a wall, by the mark in its corner, whether it is current.
    #[arg(long, value_name = "MARK", conflicts_with_all = ["before", "after"])]
    pub sheet: Option<String>,
    /// The language of the sheets that hang: vi, en, or both.
    #[arg(long, default_value = "vi")]
    pub language: Languages,
    /// The day from which to look, such as 2027-03-01; today if left out.
    #[arg(long, value_parser = crate::command::flags::date)]
    pub as_of: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum DiffFormat {
    Human,
    Json,
    Markdown,
}
