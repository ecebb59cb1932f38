//! Flags that several verbs take, and how their values are read.

use std::path::PathBuf;

use clap::Args;

use crate::diagnostic::Tongue;
use crate::feedback::satisfaction::ReportingPeriod;

/// What every verb takes.
#[derive(Debug, Clone, Args)]
pub(super) struct Common {
    /// The content folder.
    #[arg(long, global = true, env = "NIEMYET_SITE", default_value = "site-content")]
    pub site: PathBuf,
    /// Where generated files go; everything in it can be made again.
    #[arg(long, global = true, env = "NIEMYET_OUTPUT", default_value = "output")]
    pub output: PathBuf,
    /// Where ratings and keys are kept; what must not be lost.
    #[arg(long, global = true, env = "NIEMYET_DATA", default_value = "var")]
    pub data: PathBuf,
    /// A PostgreSQL database to keep ratings in, in place of the file in the data folder:
    /// `postgres://user:password@host/name`. Better given by the variable, since others on the machine
    /// can read a command line.
    #[arg(long, global = true, env = "NIEMYET_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Where themes lie, each in a folder of its name.
    #[arg(long, global = true, env = "NIEMYET_THEMES", default_value = "themes")]
    pub themes: PathBuf,
    /// The language of messages: vi or en.
    #[arg(long, global = true, env = "NIEMYET_LANG", default_value = "vi", value_parser = tongue)]
    pub lang: Tongue,
}

fn tongue(tag: &str) -> Result<Tongue, String> {
    Tongue::parse(tag).map_err(|error| error.to_string())
}

/// How the content is read.
#[derive(Debug, Clone, Args)]
pub(super) struct ReadingArguments {
    /// The day to check and build for, such as 2027-03-01; today if left out.
    #[arg(long, value_parser = date)]
    pub as_of: Option<crate::text::Date>,
    /// Read everything anew instead of using the parse cache.
    #[arg(long)]
    pub no_cache: bool,
}

pub(super) fn date(text: &str) -> Result<crate::text::Date, String> {
    crate::text::Date::parse(text).map_err(|error| error.to_string())
}

pub(super) fn period(text: &str) -> Result<ReportingPeriod, String> {
    let read = ReportingPeriod::parse(text);
    read.ok_or_else(|| "a period is written 2026-11, 2026-q4 or 2026".to_owned())
}

pub(super) fn slug(text: &str) -> Result<crate::text::Slug, String> {
    crate::text::Slug::parse(text).map_err(|error| error.to_string())
}
