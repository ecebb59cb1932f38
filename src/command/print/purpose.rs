//! What sheets are made for.

use std::collections::BTreeSet;

use crate::catalogue::procedure::ProcedureCode;

/// What sheets are made for.
#[derive(Clone, Copy)]
pub(super) enum Purpose<'p> {
    /// To be printed: every symbol is read back, and judged as it will be seen.
    Print,
    /// Only to be compared with others by their marks: all, or of procedures these alone.
    Compare(Option<&'p BTreeSet<ProcedureCode>>),
}

impl Purpose<'_> {
    /// Whether the sheet of a procedure is wanted.
    pub(super) fn wants(self, code: &ProcedureCode) -> bool {
        match self {
            Self::Print | Self::Compare(None) => true,
            Self::Compare(Some(only)) => only.contains(code),
        }
    }
}
