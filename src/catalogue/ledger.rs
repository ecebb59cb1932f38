//! The ledger of printed codes (`printed-codes.yaml`): what hangs on walls cannot be recalled, so
//! a code is never reused and never forgotten.

use serde::{Deserialize, Serialize};

use super::PrintedCode;
use crate::text::{Date, Slug};

/// One printed code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// The code.
    pub code: PrintedCode,
    /// The agency of its counter.
    pub agency: Slug,
    /// The counter it was minted for.
    pub counter: Slug,
    /// The day it was minted.
    pub since: Date,
    /// The day it was withdrawn, if it was.
    pub retired: Option<Date>,
    /// The code that stands in its place.
    pub successor: Option<PrintedCode>,
}

/// All printed codes, in the order they were minted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Ledger {
    /// The entries.
    pub entries: Vec<LedgerEntry>,
}

impl Ledger {
    /// The entry of a code.
    pub fn find(&self, code: &PrintedCode) -> Option<&LedgerEntry> {
        self.entries.iter().find(|entry| entry.code == *code)
    }

    /// The code in use for a counter.
    pub fn of_counter(&self, agency: &Slug, counter: &Slug) -> Option<&LedgerEntry> {
        self.entries.iter().rev().find(|entry| {
            entry.agency == *agency && entry.counter == *counter && entry.retired.is_none()
        })
    }
}
