//! All that one reading of the content found, in a steady order.

use super::{Code, Place, Problem};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built while this stands (save with `--keep-going`).
    Error,
    /// The site is built; somebody should look.
    Warning,
}

/// One problem at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// What, with its facts.
    pub problem: Problem,
    /// Where.
    pub place: Place,
}

impl Diagnostic {
    /// An error.
    pub fn error(place: Place, problem: Problem) -> Self {
        Self { severity: Severity::Error, problem, place }
    }

    /// A warning.
    pub fn warning(place: Place, problem: Problem) -> Self {
        Self { severity: Severity::Warning, problem, place }
    }

    /// The stable code of its problem.
    pub fn code(&self) -> Code {
        self.problem.code()
    }
}

/// Everything found in one run.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The diagnostics; [`Report::sort`] puts them in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Orders by file, line, column, then errors before warnings: the same content, the same report.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by(|one, other| {
            (&one.place, one.severity, one.code()).cmp(&(
                &other.place,
                other.severity,
                other.code(),
            ))
        });
        self.diagnostics.dedup();
    }

    /// The errors alone: what stopped the work.
    #[must_use]
    pub fn only_errors(&self) -> Self {
        let errors = self.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        Self { diagnostics: errors.cloned().collect() }
    }

    /// How many errors.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// Turns warnings into errors (`--deny warnings`).
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.diagnostics {
            diagnostic.severity = Severity::Error;
        }
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity == severity).count()
    }
}
