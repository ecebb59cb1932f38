//! What can be typed. Settings come as flags, then as `NIEMYET_*` variables, then from `site.yaml`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Tongue;

/// Niêm yết thủ tục hành chính: tệp nội dung → trang công khai, mã in ở quầy, đánh giá, kết quả.
#[derive(Debug, Parser)]
#[command(name = "niemyet", version, about, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What every verb takes.
#[derive(Debug, Args)]
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
    /// The language of messages: vi or en.
    #[arg(long, global = true, env = "NIEMYET_LANG", default_value = "vi", value_parser = tongue)]
    pub lang: Tongue,
}

fn tongue(tag: &str) -> Result<Tongue, String> {
    Tongue::parse(tag).map_err(|error| error.to_string())
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Finds every problem of the content in one run.
    Check(CheckArguments),
    /// Printed codes: mint them for counters.
    Codes(CodesArguments),
    /// Explains a code that check reported, such as N402.
    Explain(ExplainArguments),
    /// Writes JSON Schemas for editors.
    Schema(SchemaArguments),
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// How to show what was found.
    #[arg(long, value_enum, default_value = "human")]
    pub format: Format,
    /// Treat warnings as errors.
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
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

fn date(text: &str) -> Result<crate::text::Date, String> {
    crate::text::Date::parse(text).map_err(|error| error.to_string())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    Warnings,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// The code, such as N402; all codes if left out.
    pub code: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// A file kind, written to standard output; all kinds into the content folder if left out.
    pub kind: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CodesArguments {
    #[command(subcommand)]
    pub verb: CodesVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum CodesVerb {
    /// Mints a code for every counter that has none and adds it to the ledger.
    Assign {
        /// Mint although the site's address is not one that print may carry.
        #[arg(long)]
        trial: bool,
    },
    /// Lists the ledger.
    List,
}
