//! A file that was or is late, as the agency's own system lists it.

use super::MaskedFile;
use crate::catalogue::procedure::ProcedureCode;
use crate::text::Date;

/// A file with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateFile {
    /// Its number, masked.
    pub file: MaskedFile,
    /// The procedure, if it is named.
    pub procedure: Option<ProcedureCode>,
    /// When it was due.
    pub due: Date,
    /// When the result was given; none while it is under way.
    pub returned: Option<Date>,
}

impl LateFile {
    /// Whether it is late on a day, or was when it was given.
    pub fn is_late(&self, today: Date) -> bool {
        self.returned.unwrap_or(today) > self.due
    }
}
