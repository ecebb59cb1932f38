//! What reading and checking have found so far, before lines are known.

use super::keys::At;
use crate::diagnostic::{Problem, Severity};

/// A problem at a key path of a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Finding {
    pub file: String,
    /// As [`At`] writes it; empty for the whole file.
    pub path: String,
    /// Line and column when the second reading already knows them.
    pub position: Option<(u32, u32)>,
    pub severity: Severity,
    pub problem: Problem,
}

/// All findings of one reading, or of one worker's share of it.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub list: Vec<Finding>,
}

impl Findings {
    /// An error about a whole file.
    pub(super) fn file_error(&mut self, file: impl Into<String>, problem: Problem) {
        self.push(file.into(), String::new(), Severity::Error, problem);
    }

    /// A warning about a whole file.
    pub(super) fn file_warning(&mut self, file: impl Into<String>, problem: Problem) {
        self.push(file.into(), String::new(), Severity::Warning, problem);
    }

    /// An error at a key.
    pub(super) fn error(&mut self, file: &str, at: At<'_>, problem: Problem) {
        self.push(file.into(), at.to_string(), Severity::Error, problem);
    }

    /// A warning at a key.
    pub(super) fn warning(&mut self, file: &str, at: At<'_>, problem: Problem) {
        self.push(file.into(), at.to_string(), Severity::Warning, problem);
    }

    /// Takes over what another worker found.
    pub(super) fn absorb(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// Whether there is an error among them.
    pub(super) fn has_error(&self) -> bool {
        self.list.iter().any(|finding| finding.severity == Severity::Error)
    }

    fn push(&mut self, file: String, path: String, severity: Severity, problem: Problem) {
        self.list.push(Finding { file, path, position: None, severity, problem });
    }
}
