//! What `niemyet alerts` takes.

use clap::{Args, Subcommand, ValueEnum};

use crate::diagnostic::Tongue;
use crate::feedback::alert::AlertKind;

#[derive(Debug, Args)]
pub(in crate::command) struct AlertsArguments {
    #[command(subcommand)]
    pub verb: AlertsVerb,
}

#[derive(Debug, Subcommand)]
pub(in crate::command) enum AlertsVerb {
    /// Shows or sets the mail server and the hour of digests.
    Mail(MailArguments),
    /// Adds somebody who is told: an e-mail address or a webhook.
    Add(AddArguments),
    /// Takes a recipient out, with all that waits for it.
    Remove(NamedArguments),
    /// Prints the secret with which a webhook is signed, for its receiver.
    Secret(NamedArguments),
    /// Shows settings, recipients and the queue: what waits, what failed and why.
    List,
    /// Sends a test message to every recipient, or to one, and says what is wrong.
    Test(TestArguments),
    /// Tries everything now that waits or was given up.
    Retry,
}

#[derive(Debug, Args)]
pub(in crate::command) struct MailArguments {
    /// The server: `smtps://mail.example.gov.vn:465`, or `smtp://mail.example.gov.vn:587` for STARTTLS.
    #[arg(long)]
    pub server: Option<String>,
    /// The address from which mails come.
    #[arg(long)]
    pub from: Option<String>,
    /// The name with which to sign in; empty for a server that asks for none. The password stands in the variable
    /// `NIEMYET_SMTP_PASSWORD` or in the file `smtp-password` of the data folder, never here.
    #[arg(long)]
    pub user: Option<String>,
    /// A file with the certificates (PEM) of an own authority, which are kept with the settings and trusted besides those
    /// of the system; empty for these alone.
    #[arg(long, value_name = "FILE")]
    pub authority: Option<String>,
    /// The hour after which digests and the like go out on working days, by the clocks of Vietnam.
    #[arg(long, value_name = "HH:MM")]
    pub hour: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::command) struct AddArguments {
    #[command(flatten)]
    pub to: ToArguments,
    #[command(flatten)]
    pub of: OfArguments,
    /// Of what: new, due, overdue, silent, falling, burst, daily, weekly. All but daily if left out.
    #[arg(long, value_delimiter = ',', value_parser = kind)]
    pub kinds: Vec<AlertKind>,
    /// In which languages, in this order: vi, en.
    #[arg(long, value_delimiter = ',', default_value = "vi", value_parser = tongue)]
    pub languages: Vec<Tongue>,
    /// Who reads it. Officers are told nothing of reports about what was asked for beyond the list.
    #[arg(long = "for", value_enum, default_value = "leader")]
    pub audience: AudienceWord,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(in crate::command) struct ToArguments {
    /// An e-mail address.
    #[arg(long)]
    pub mail: Option<String>,
    /// The address of a webhook, <https://…>.
    #[arg(long)]
    pub hook: Option<String>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(in crate::command) struct OfArguments {
    /// The agency that is told of, such as phuong-vi-du.
    #[arg(long)]
    pub agency: Option<String>,
    /// All agencies: for the parent body.
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::command) enum AudienceWord {
    /// The leader, or the parent body.
    Leader,
    /// Officers of the agency.
    Officers,
}

#[derive(Debug, Args)]
pub(in crate::command) struct NamedArguments {
    /// The recipient, by the beginning of its id or by its address.
    pub recipient: String,
}

#[derive(Debug, Args)]
pub(in crate::command) struct TestArguments {
    /// The recipient, by the beginning of its id or by its address; all of them if left out.
    pub recipient: Option<String>,
}

fn kind(word: &str) -> Result<AlertKind, String> {
    AlertKind::parse(word).ok_or_else(|| {
        let known = AlertKind::CHOICE.map(AlertKind::word).join(", ");
        format!("one of: {known}")
    })
}

fn tongue(tag: &str) -> Result<Tongue, String> {
    Tongue::parse(tag).map_err(|error| error.to_string())
}
