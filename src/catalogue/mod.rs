//! What an agency posts: procedures with their editions, agencies with their counters and contacts,
//! the law behind them, and the ledger of printed codes.
//!
//! Plain values that cannot be wrong: `content` is the only maker, nothing downstream checks again.
//! Every English name stands with its Vietnamese term in `docs/glossary.md`.

pub mod agency;
pub mod law;
pub mod procedure;

mod counter;
mod field;
mod ledger;
mod printed_code;
mod printed_sheet;
mod stated;
mod told;

pub use counter::{Counter, Handles};
pub use field::Field;
pub use ledger::{Ledger, LedgerEntry};
pub use printed_code::{PrintedCode, PrintedCodeError};
pub use printed_sheet::{PrintedSheet, hanging};
pub use stated::Stated;
pub use told::Told;
