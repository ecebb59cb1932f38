//! What is written of alerts.

use super::{Cause, QueuedAlert};
use crate::feedback::alert::Recipient;
use crate::store::By;
use crate::text::Slug;

/// Up to where something was told, at an agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertMark {
    /// What was told.
    pub what: String,
    /// A day like 20261121, or a moment in milliseconds UTC.
    pub mark: i64,
}

/// Messages to be queued for what happened at one agency, all or none.
#[derive(Clone, Debug)]
pub struct AlertPlan {
    /// The agency.
    pub agency: Slug,
    /// Up to where it is told with this plan.
    pub mark: AlertMark,
    /// Up to where it was told when the plan was made. If it was told further since, nothing is queued.
    pub before: Option<i64>,
    /// Other marks that are set with it.
    pub more_marks: Vec<AlertMark>,
    /// What is told with it, as it was counted then.
    pub causes: Vec<Cause>,
    /// The messages.
    pub alerts: Vec<QueuedAlert>,
    /// When, in milliseconds UTC.
    pub now: i64,
    /// When the messages are given up.
    pub until: i64,
}

/// One piece of work, one transaction.
#[derive(Clone, Debug)]
pub enum AlertWork {
    /// Adds a recipient.
    Add {
        /// The recipient.
        recipient: Box<Recipient>,
        /// Who adds it.
        by: By,
    },
    /// Takes a recipient out, with all that waits for it.
    Remove {
        /// Its id.
        recipient: [u8; 16],
        /// Who takes it out.
        by: By,
    },
    /// Sets a setting that all hosts share; none takes it back.
    Set {
        /// Its name.
        name: String,
        /// Its value.
        value: Option<String>,
        /// Who sets it.
        by: By,
    },
    /// Queues messages.
    Plan(Box<AlertPlan>),
    /// Takes a message to send it; it was tried so often before.
    Claim {
        /// Its id.
        alert: [u8; 16],
        /// How often it was tried before.
        tries: u32,
        /// When, in milliseconds UTC.
        now: i64,
        /// Until when nobody else takes it.
        lease_until: i64,
    },
    /// It was taken by the other side.
    Sent {
        /// Its id.
        alert: [u8; 16],
        /// When, in milliseconds UTC.
        at: i64,
    },
    /// It could not be sent.
    NotSent {
        /// Its id.
        alert: [u8; 16],
        /// How often it was tried with this time.
        tries: u32,
        /// When it is tried next; none gives it up.
        next_at: Option<i64>,
        /// Whether it may have arrived all the same.
        unsure: bool,
        /// What was met.
        trouble: String,
        /// When, in milliseconds UTC.
        at: i64,
    },
    /// Everything that waits or was given up is tried now.
    Retry {
        /// When, in milliseconds UTC.
        now: i64,
        /// When it is given up.
        until: i64,
    },
    /// Forgets what was sent or given up before a moment.
    Sweep {
        /// That moment, in milliseconds UTC.
        before: i64,
    },
}
