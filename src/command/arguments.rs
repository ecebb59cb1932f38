//! What can be typed. Settings come as flags, then as `NIEMYET_*` variables, then from `site.yaml`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::alerts::AlertsArguments;
use super::apologies::ApologiesArguments;
use super::officer::OfficerArguments;
use super::print::arguments::PrintArguments;
use super::store::StoreArguments;
use crate::diagnostic::Tongue;
use crate::feedback::satisfaction::{Aggregate, Method, ReportingPeriod};
use crate::publication::results::Percent;

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

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Finds every problem of the content in one run.
    Check(CheckArguments),
    /// Builds the site: pages in a folder, and a release for serving.
    Build(BuildArguments),
    /// Checks, builds and serves the site with a working rating endpoint.
    Serve(ServeArguments),
    /// Ratings that were kept: export, back up, restore, check.
    Store(StoreArguments),
    /// The officers' desk: add, reset, disable and list accounts.
    Officer(OfficerArguments),
    /// Alerts by mail and webhook: who is told of what, whether it works, what waits.
    Alerts(AlertsArguments),
    /// Themes: check that nothing undefined is named.
    Theme(ThemeArguments),
    /// Printed codes: mint them for counters.
    Codes(CodesArguments),
    /// Sheets for walls and desks: posters, tents, labels, boards, slips.
    Print(PrintArguments),
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
    /// Puts the code of a counter that is closed or moved out of use. Its sheets keep working: they lead to the counter
    /// that stands in its place.
    Retire {
        /// The counter, such as phuong-vi-du/quay-1.
        counter: String,
        /// The counter that does its work now.
        #[arg(long)]
        successor: Option<String>,
    },
    /// Gives a counter a new code, for one that was lost or pasted over; the old one leads to the new.
    Replace {
        /// The counter, such as phuong-vi-du/quay-1.
        counter: String,
    },
    /// Makes one-time codes for slips that are handed out with receipts; each proves one visit.
    Issue(IssueArguments),
}

#[derive(Debug, Clone, Args)]
pub(super) struct IssueArguments {
    /// The counter, such as phuong-vi-du/quay-1.
    #[arg(long)]
    pub counter: String,
    /// How many.
    #[arg(long, short, value_parser = clap::value_parser!(u16).range(1..=5000))]
    pub n: u16,
    /// For how many days after today they are good.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(i32).range(0..=200))]
    pub days: i32,
    /// A table for spreadsheets, or codes one a line.
    #[arg(long, value_enum, default_value = "csv")]
    pub format: SlipFormat,
    /// Make them although the site's address is not one that print may carry.
    #[arg(long)]
    pub trial: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SlipFormat {
    /// A table: code, address, last day.
    Csv,
    /// Codes grouped for reading, one a line.
    Text,
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

/// Which results, and what becomes of them.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct ResultsArguments {
    #[command(subcommand)]
    pub verb: Option<ResultsVerb>,
    /// The period: a month 2026-11, a quarter 2026-q4, a year 2026.
    #[arg(long, required = true, value_parser = period)]
    pub period: Option<ReportingPeriod>,
    /// One agency alone, by its id.
    #[arg(long, value_parser = slug)]
    pub agency: Option<crate::text::Slug>,
    /// For reading, or as open data.
    #[arg(long, value_enum, default_value = "human")]
    pub format: ResultsFormat,
    /// Write the report for leaders: a .docx to be changed and signed, an .html page to be printed, or a .pdf.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Write a draft into bulletins/, for a person to sign.
    #[arg(long)]
    pub publish: bool,
    /// The fewest answers of a shown figure; 10 or more.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(10..=1000))]
    pub threshold: u64,
    /// The agency's own target in per cent, such as 90.
    #[arg(long, value_parser = percent)]
    pub target: Option<Percent>,
    /// How an answer on levels counts: top2, mean5, linear. Questions with points are always counted by points012.
    #[arg(long, default_value = "top2", value_parser = method)]
    pub method: Method,
    /// How criteria are summed up: `criteria_mean`, `factor_mean`, `pooled`.
    #[arg(long, default_value = "criteria_mean", value_parser = aggregate)]
    pub aggregate: Aggregate,
    /// Show all ways (printed code, kiosk, paper, …) together too, and say so.
    #[arg(long)]
    pub combine: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum ResultsVerb {
    /// Signs a bulletin, which the next build then publishes.
    Sign {
        /// The file, such as site-content/bulletins/2026-q3.yaml.
        file: PathBuf,
        /// Name and position of whoever answers for it.
        #[arg(long)]
        by: String,
        /// The day; today if left out.
        #[arg(long, value_parser = date)]
        on: Option<crate::text::Date>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ResultsFormat {
    Human,
    Json,
    Csv,
}

pub(super) fn period(text: &str) -> Result<ReportingPeriod, String> {
    let read = ReportingPeriod::parse(text);
    read.ok_or_else(|| "a period is written 2026-11, 2026-q4 or 2026".to_owned())
}

pub(super) fn slug(text: &str) -> Result<crate::text::Slug, String> {
    crate::text::Slug::parse(text).map_err(|error| error.to_string())
}

fn percent(text: &str) -> Result<Percent, String> {
    Percent::parse(text).map_err(|error| error.to_string())
}

fn method(text: &str) -> Result<Method, String> {
    let found = Method::ALL.into_iter().find(|one| one.id() == text);
    found.ok_or_else(|| "one of top2, mean5, linear, points012".to_owned())
}

fn aggregate(text: &str) -> Result<Aggregate, String> {
    let found = Aggregate::ALL.into_iter().find(|one| one.id() == text);
    found.ok_or_else(|| "one of criteria_mean, factor_mean, pooled".to_owned())
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
pub(super) struct ServeArguments {
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// Serve what is sound although something is broken.
    #[arg(long)]
    pub keep_going: bool,
    /// The port; 0 takes a free one.
    #[arg(long, env = "NIEMYET_PORT", default_value_t = 8080)]
    pub port: u16,
    /// Also listen on the local network, for a trial with a phone.
    #[arg(long, conflicts_with = "listen")]
    pub lan: bool,
    /// The addresses of this machine to listen on, such as 0.0.0.0 for all; may be given several times, or separated by
    /// commas. Loopback if left out.
    #[arg(long, env = "NIEMYET_LISTEN", value_delimiter = ',', value_name = "ADDRESS")]
    pub listen: Vec<IpAddr>,
    /// Speak https with this certificate: a PEM file with the chain, the server's own first. Needs --tls-key. A new
    /// one is taken without a new start.
    #[arg(long, env = "NIEMYET_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// The key of the certificate, in PEM.
    #[arg(long, env = "NIEMYET_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// With --tls-cert: a further port, usually 80, on which everybody is sent on to https.
    #[arg(long, env = "NIEMYET_HTTP_PORT", value_name = "PORT", requires = "tls_cert")]
    pub http_port: Option<u16>,
    /// From where /metrics may be read besides this machine, as an address or a network; may be given several times, or
    /// separated by commas.
    #[arg(long, env = "NIEMYET_METRICS_FROM", value_delimiter = ',', value_name = "NETWORK")]
    pub metrics_from: Vec<crate::host::Network>,
    /// A proxy in front of this host, as an address or a network such as 10.0.0.0/8; may be given several times, or
    /// separated by commas. What it says of the client (X-Forwarded-For, X-Forwarded-Proto, Forwarded) is believed.
    #[arg(long, env = "NIEMYET_TRUSTED_PROXY", value_delimiter = ',', value_name = "NETWORK")]
    pub trusted_proxy: Vec<crate::host::Network>,
    /// A further name or address by which this host is called, without a port; may be given several times. Those of
    /// the site and loopback are known; requests for others are refused with 421.
    #[arg(long, env = "NIEMYET_ALLOWED_HOST", value_delimiter = ',', value_name = "NAME")]
    pub allowed_host: Vec<String>,
    /// For how many days a browser that came over https, to us or to a trusted proxy, is told to come so again
    /// (Strict-Transport-Security); 0 takes it back.
    #[arg(long, env = "NIEMYET_HTTPS_DAYS", default_value_t = 365, value_name = "DAYS")]
    pub https_days: u32,
    /// How many people may rate at once from one address or at one counter. A hall has one address for all its phones
    /// and kiosks; the bounds against floods and guessing follow from this number.
    #[arg(long, env = "NIEMYET_CROWD", default_value_t = 50, value_name = "PEOPLE",
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub crowd: u32,
    /// Draw the trial symbol for a terminal with dark letters on a light ground; only needed where no colours
    /// can be set, as in a pipe or with `NO_COLOR`.
    #[arg(long, env = "NIEMYET_LIGHT_TERMINAL")]
    pub light_terminal: bool,
    /// How many threads serve.
    #[arg(long, env = "NIEMYET_WORKERS", default_value_t = 2)]
    pub workers: usize,
    /// The origin that receives ratings and petitions, when it is not the site's own.
    #[arg(long, env = "NIEMYET_FEEDBACK")]
    pub feedback: Option<String>,
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
