//! The arguments of `niemyet apologies`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::command::flags::{date, period, slug};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::text::{Date, Slug};

/// Which apologies, and what becomes of them.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(in crate::command) struct ApologiesArguments {
    #[command(subcommand)]
    pub verb: Option<ApologiesVerb>,
    /// The period: a month 2026-11, a quarter 2026-q4, a year 2026.
    #[arg(long, required = true, value_parser = period)]
    pub period: Option<ReportingPeriod>,
    /// One agency alone, by its id.
    #[arg(long, value_parser = slug)]
    pub agency: Option<Slug>,
    /// Write drafts into apologies/, for a person to sign.
    #[arg(long)]
    pub publish: bool,
}

#[derive(Debug, Subcommand)]
pub(in crate::command) enum ApologiesVerb {
    /// Signs a register, which the next build then publishes.
    Sign {
        /// The file, such as site-content/apologies/2026-11@phuong-vi-du.yaml.
        file: PathBuf,
        /// Name and position of whoever answers for it.
        #[arg(long)]
        by: String,
        /// The day; today if left out.
        #[arg(long, value_parser = date)]
        on: Option<Date>,
    },
    /// Takes over a list of late files (CSV: `so_ho_so`, `han`, perhaps `thu_tuc` and `ngay_tra`).
    Import {
        /// The table.
        file: PathBuf,
        /// The agency whose files they are.
        #[arg(long, value_parser = slug)]
        agency: Slug,
    },
}
