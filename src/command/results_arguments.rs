//! What `niemyet results` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::flags::{date, period, slug};
use crate::feedback::satisfaction::{Aggregate, Margin, Method, ReportingPeriod};
use crate::publication::results::Percent;

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
    /// How many people to ask, when a survey round with a random sample is planned: n = N / (1 + N·e²).
    SampleSize {
        /// How many transactions there are in the period, N.
        #[arg(long, value_name = "N")]
        transactions: u64,
        /// How far off a share may be, in per cent, e: from 0.1 to 50.
        #[arg(long, default_value = "5", value_parser = margin)]
        margin: Margin,
    },
}

fn margin(text: &str) -> Result<Margin, String> {
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.parse::<u16>().ok().filter(|n| *n <= 50);
    let thousandths = match (digits(whole), tenth.len()) {
        (Some(whole), 1) => digits(tenth).map(|tenth| whole * 10 + tenth),
        _ => None,
    };
    thousandths
        .and_then(Margin::per_mille)
        .ok_or_else(|| "per cent, from 0.1 to 50, such as 5 or 2.5".to_owned())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ResultsFormat {
    Human,
    Json,
    Csv,
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
