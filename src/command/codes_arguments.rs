//! What `niemyet codes` takes.

use clap::{Args, Subcommand, ValueEnum};

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
