//! The page with the log of the desk.

use serde::Serialize;

use super::DeskHead;
use crate::theme::Page;

/// A part of the log, the latest first.
#[derive(Debug, Clone, Serialize)]
pub struct DeskLog {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// The rows.
    pub rows: Vec<LogLine>,
    /// Where earlier rows are; empty if there are none.
    pub older: String,
}

/// One row.
#[derive(Debug, Clone, Serialize)]
pub struct LogLine {
    /// Its number.
    pub number: i64,
    /// When.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, in words.
    pub deed: String,
    /// To what or whom.
    pub subject: String,
    /// More about it.
    pub detail: String,
    /// At which agency; empty for the whole installation.
    pub agency: String,
}

impl Page for DeskLog {
    const TEMPLATE: &'static str = "desk-log.html";
}
