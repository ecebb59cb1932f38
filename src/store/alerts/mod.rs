//! The store's side of alerts: who is told, what is to be told, and the queue of messages.
//!
//! A deed that somebody is to be told of is counted as a [`Cause`] in its own transaction, so nothing of it is lost
//! whenever the host dies. A [`AlertPlan`] turns causes into messages in one transaction, under a row that all hosts lock
//! and a mark that moves on, so two hosts never queue the same twice. A message is sent by whoever has claimed it
//! for a while; if nothing is heard of it by then, somebody else claims it, and it says that it may be a repetition.

mod alerting;
mod carrying_out;
mod cause;
pub(super) mod look_up;
mod recipients;
mod stored_alert;
mod work;

pub(super) use carrying_out::carry_out;
pub(super) use cause::{COUNT, Causes};

pub use alerting::Alerting;
pub use cause::Cause;
pub use recipients::{Recipients, UnreadableRecipient};
pub use stored_alert::{AlertState, QueuedAlert, StoredAlert};
pub use work::{AlertMark, AlertPlan, AlertWork};
