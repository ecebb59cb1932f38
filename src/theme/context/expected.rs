//! What the script of a procedure's page needs to say on which day a result may be expected.

use serde::Serialize;

/// The working calendar; days are counted from 1970-01-01.
#[derive(Debug, Clone, Serialize)]
pub struct DayTable {
    /// Days off, with spaces between them.
    pub off: String,
    /// Those of them that are not announced yet.
    pub guessed: String,
    /// Rest days that are worked.
    pub worked: String,
    /// Rest days of the week, 1 Monday to 7 Sunday, one digit each.
    pub weekend: String,
    /// The last day that is known.
    pub until: i32,
}

/// The usual limit of a way to file.
#[derive(Debug, Clone, Serialize)]
pub struct FilingRule {
    /// The number and the first letter of working days, days, months; `s` for the same day.
    pub limit: String,
    /// Minutes of the day after which a file counts from the next working day; empty where the whole day counts.
    pub cutoff: String,
}
