//! What `niemyet officer` takes.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Args)]
pub(in crate::command) struct OfficerArguments {
    #[command(subcommand)]
    pub verb: OfficerVerb,
}

#[derive(Debug, Subcommand)]
pub(in crate::command) enum OfficerVerb {
    /// Adds an account and prints a one-time link to set its password.
    Add(AddArguments),
    /// Voids password, one-time numbers and sessions, and prints a new link.
    Reset(NamedArguments),
    /// Ends an account for good; what it did stays in the log.
    Disable(DisableArguments),
    /// Lists all accounts.
    List,
}

#[derive(Debug, Args)]
pub(in crate::command) struct AddArguments {
    /// The account: small letters a-z, digits, `.`, `-`, `_`.
    pub account: String,
    /// The name that colleagues read.
    #[arg(long)]
    pub name: String,
    /// What the officer is there for.
    #[arg(long, value_enum)]
    pub role: RoleWord,
    /// The agency of an officer or leader, such as phuong-vi-du.
    #[arg(long)]
    pub agency: Option<String>,
    #[command(flatten)]
    pub link: LinkArguments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum RoleWord {
    /// Works on what one agency received.
    Officer,
    /// Leads one agency.
    Leader,
    /// The parent body of all agencies.
    Province,
    /// Runs the installation.
    Administrator,
}

impl RoleWord {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Leader => "leader",
            Self::Province => "province",
            Self::Administrator => "administrator",
        }
    }
}

#[derive(Debug, Args)]
pub(in crate::command) struct NamedArguments {
    /// The account.
    pub account: String,
    #[command(flatten)]
    pub link: LinkArguments,
}

#[derive(Debug, Args)]
pub(in crate::command) struct DisableArguments {
    /// The account.
    pub account: String,
}

#[derive(Debug, Args)]
pub(in crate::command) struct LinkArguments {
    /// For how many hours the link is good.
    #[arg(long, default_value_t = 24, value_parser = clap::value_parser!(u16).range(1..=168))]
    pub hours: u16,
    /// The address of the site for the link, such as <https://niemyet.tinh.gov.vn>; that of the last build if left out.
    #[arg(long)]
    pub origin: Option<String>,
    /// The port of the host, for the link on this machine.
    #[arg(long, env = "NIEMYET_PORT", default_value_t = 8080)]
    pub port: u16,
}
