//! The verbs, and what the small ones take; the large ones have a file of arguments beside their own. Settings come as flags, then as `NIEMYET_*` variables, then from `site.yaml`.

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::alerts::arguments::AlertsArguments;
use super::apologies::arguments::ApologiesArguments;
use super::codes_arguments::CodesArguments;
use super::diff::arguments::DiffArguments;
use super::export::ExportArguments;
use super::flags::{Common, ReadingArguments};
use super::import::ImportArguments;
use super::new::NewArguments;
use super::officer::arguments::OfficerArguments;
use super::print::arguments::PrintArguments;
use super::release::ReleaseArguments;
use super::results_arguments::ResultsArguments;
use super::serve_arguments::ServeArguments;
use super::store::arguments::StoreArguments;
use super::verify::VerifyArguments;

/// Niêm yết thủ tục hành chính: tệp nội dung → trang công khai, mã in ở quầy, đánh giá, kết quả.
#[derive(Debug, Parser)]
#[command(name = "niemyet", version, about, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Begins a site with a small sample agency, or a procedure, an agency, an edition to be filled in.
    New(NewArguments),
    /// Finds every problem of the content in one run.
    Check(CheckArguments),
    /// Builds the site: pages in a folder, and a release for serving.
    Build(BuildArguments),
    /// Checks, builds and serves the site with a working rating endpoint.
    Serve(ServeArguments),
    /// Releases of the site: list them, go back to one, clear old ones away.
    Release(ReleaseArguments),
    /// Checks a folder, a mirror of it or a release, byte by byte, against what was published.
    Verify(VerifyArguments),
    /// Ratings that were kept: export, back up, restore, check.
    Store(StoreArguments),
    /// The officers' desk: add, reset, disable and list accounts.
    Officer(OfficerArguments),
    /// Alerts by mail and webhook: who is told of what, whether it works, what waits.
    Alerts(AlertsArguments),
    /// Themes: check that nothing undefined is named.
    Theme(ThemeArguments),
    /// Brings in procedures from files of others; shows what changes before it writes.
    Import(ImportArguments),
    /// The content as one workbook for Excel or LibreOffice, which import reads back.
    Export(ExportArguments),
    /// Printed codes: mint them for counters.
    Codes(CodesArguments),
    /// Sheets for walls and desks: posters, tents, labels, boards, slips.
    Print(PrintArguments),
    /// What changed for a citizen between two contents, and which sheets to print again.
    Diff(DiffArguments),
    /// Surveys: record the versions that are asked.
    Surveys(SurveysArguments),
    /// Results of a period: shown, or written as a draft bulletin that a person signs.
    Results(ResultsArguments),
    /// Apologies of a period: shown, or written as drafts that a person signs; lists of late files.
    Apologies(ApologiesArguments),
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
pub(super) struct SurveysArguments {
    #[command(subcommand)]
    pub verb: SurveysVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum SurveysVerb {
    /// Records each version that is not in the ledger yet, so that its questions cannot change unseen.
    Record,
    /// Lists the ledger.
    List,
}

/// What is built.
#[derive(Debug, Clone, Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// Publish what is sound although something is broken, with the last good edition of the rest.
    #[arg(long)]
    pub keep_going: bool,
    /// Compress thoroughly, with brotli too; slow, for a release that stays.
    #[arg(long)]
    pub compress: bool,
    /// Build only the folder for plain web servers, or only the release.
    #[arg(long, value_enum)]
    pub only: Option<Parts>,
    /// The origin that receives ratings and petitions, when it is not the site's own; none where no host answers, so
    /// that no page leads there (the default with --only site).
    #[arg(long, env = "NIEMYET_FEEDBACK")]
    pub feedback: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Parts {
    /// The folder.
    Site,
    /// The release.
    Release,
}

#[derive(Debug, Args)]
pub(super) struct ThemeArguments {
    #[command(subcommand)]
    pub verb: ThemeVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum ThemeVerb {
    /// Renders every page kind in every language and reports what is undefined.
    Check {
        /// The theme's name.
        #[arg(default_value = "default")]
        name: String,
    },
}
