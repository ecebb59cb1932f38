//! What the desk writes, and what became of it.

use super::{AuditEntry, Token};
use crate::feedback::officer::Officer;
use crate::store::{AlertWork, Remedy};

/// Who does something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// The account; empty for whoever sits at the machine itself.
    pub account: String,
    /// When, in milliseconds UTC.
    pub at: i64,
}

/// One piece of work: one transaction, and one row of the log where it is of any weight.
#[derive(Clone, Debug)]
pub enum Work {
    /// Adds an officer with a one-time link for the password.
    AddOfficer {
        /// The officer.
        officer: Box<Officer>,
        /// The link, and until when it is good, in milliseconds UTC.
        link: (Token, i64),
        /// Who adds it.
        by: By,
    },
    /// A new one-time link; password, one-time numbers and sessions from before are gone.
    Reset {
        /// The officer's id.
        officer: [u8; 16],
        /// The link, and until when it is good.
        link: (Token, i64),
        /// Who resets it.
        by: By,
    },
    /// Ends an account: nobody signs in with it any more, its sessions are gone, what it did stays.
    Disable {
        /// The officer's id.
        officer: [u8; 16],
        /// Who disables it.
        by: By,
    },
    /// Sets a password by a one-time link, which is used up by it.
    SetPassword {
        /// The link.
        link: Token,
        /// The PHC string.
        password: String,
        /// When, in milliseconds UTC.
        at: i64,
    },
    /// Begins a session after password and number were found right.
    SignIn {
        /// The officer's id.
        officer: [u8; 16],
        /// The hash of the password that was found right: if it has changed since, nobody comes in by it.
        password: String,
        /// The token of the new session.
        token: Token,
        /// The session that the browser held before; it ends.
        former: Option<Token>,
        /// The step of the one-time number.
        step: Option<i64>,
        /// When, in milliseconds UTC.
        at: i64,
    },
    /// Notes that a session is in use.
    Seen {
        /// The hash of its token.
        token: [u8; 32],
        /// When, in milliseconds UTC.
        at: i64,
    },
    /// Ends a session of an officer.
    EndSession {
        /// The officer's id.
        officer: [u8; 16],
        /// The hash of its token.
        token: [u8; 32],
        /// Who ends it.
        by: By,
    },
    /// Sets up one-time numbers, or others in their place.
    SetSecondFactor {
        /// The officer's id.
        officer: [u8; 16],
        /// The sealed secret.
        sealed: Vec<u8>,
        /// The step of the number that proved it.
        step: i64,
        /// Who does it.
        by: By,
    },
    /// Makes something good, or says how: apologies, late files, measures.
    Remedy {
        /// What is written.
        remedy: Box<Remedy>,
        /// Who does it.
        by: By,
    },
    /// Writes a row of the log and nothing else.
    Note(AuditEntry),
    /// Who is told of what, and the queue of messages: nothing of the desk itself, and not logged.
    Alerts(AlertWork),
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worked {
    /// It is on the disk.
    Done,
    /// There is an account of this name, or an apology for this file.
    Taken,
    /// There is no such officer, session or link, or it is over.
    Gone,
    /// This one-time number, or a later one, was used before.
    StepUsed,
}
