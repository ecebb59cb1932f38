//! Sends what agencies are told: puts facts into words, into a mail or a webhook, and hands it to the other side.
//!
//! The one room that speaks SMTP, and HTTP as a client. It knows no queue and no clock: `command` hands it one message
//! at a time and keeps what came of it. Everything here blocks, at most for the deadlines below, so it runs on a
//! thread of its own.

mod hook;
mod letter;
mod mail;
mod mail_server;
mod names;
mod said_en;
mod said_vi;
mod signature;
mod trouble;

pub use hook::Hooks;
pub use letter::{Letter, Told};
pub use mail::Mailer;
pub use mail_server::{MailServer, MailServerError, Security};
pub use names::{NameOf, Names};
pub use signature::{SECRET_PREFIX, written_secret};
pub use trouble::Trouble;

/// How long one step of an exchange may take, in seconds.
const STEP: u64 = 20;
