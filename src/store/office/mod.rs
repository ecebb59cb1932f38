//! The officers' side of the store: accounts, sessions, one-time links, and the log of what was done.
//!
//! Officers work at the speed of hands, so what they do is not batched like ratings: each piece of work is one
//! transaction, written once over [`Transaction`] for every database, on the thread that writes. Pieces of
//! work of all hosts follow one another by a row that they lock, which is also what keeps the log one chain.

pub(super) mod audit;
mod hashing;
pub(super) mod look_up;
mod rating_work;
mod sealing;
mod session;
mod stored_officer;
mod transaction;
mod work;
mod working;

pub(super) use audit::{append, prove};
pub(super) use transaction::Transaction;
pub(super) use working::carry_out;

pub use audit::{AuditEntry, AuditHead, AuditRow, BrokenAudit, Deed};
pub use hashing::{Hashed, Hashing, HashingBusy};
pub use sealing::{open_second_factor, seal_second_factor};
pub use session::{ABSOLUTE, IDLE, Session, Token};
pub use stored_officer::StoredOfficer;
pub use work::{By, Work, Worked};
