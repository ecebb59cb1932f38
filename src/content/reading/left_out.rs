//! What is not published because of a mistake, and where that mistake stands.

use crate::content::findings::{Finding, Findings};
use crate::diagnostic::{Problem, Severity};
use crate::text::Date;

/// An edition that could not be read.
#[derive(Debug, Clone)]
pub(in crate::content) struct LeftOut {
    /// The procedure.
    pub code: String,
    /// The day its file name gives.
    pub from: Option<Date>,
    /// Whether an older reading stands in.
    pub stands_in: bool,
    /// The first mistake that was found in it.
    pub cause: Cause,
}

/// A place in a file, as findings have it.
#[derive(Debug, Clone, Default)]
pub(in crate::content) struct Cause {
    file: String,
    path: String,
    position: Option<(u32, u32)>,
}

impl Cause {
    /// The place of the first error among findings, or else a whole file.
    pub(in crate::content) fn first(found: &[Finding], file: &str) -> Self {
        let error = found.iter().find(|one| one.severity == Severity::Error);
        error.map_or_else(
            || Self { file: file.to_owned(), ..Self::default() },
            |one| Self { file: one.file.clone(), path: one.path.clone(), position: one.position },
        )
    }

    /// The place of the first error of one file.
    pub(in crate::content) fn in_file(findings: &Findings, file: &str) -> Self {
        let own = findings.list.iter().filter(|one| one.file == file).cloned();
        Self::first(&own.collect::<Vec<_>>(), file)
    }

    /// Says there that something is not published.
    pub(in crate::content) fn tell(
        self,
        what: String,
        kept: Option<String>,
        findings: &mut Findings,
    ) {
        let Self { file, path, position } = self;
        let (severity, problem) = (Severity::Warning, Problem::LeftOut { what, kept });
        findings.list.push(Finding { file, path, position, severity, problem });
    }
}

impl LeftOut {
    /// Says so at the mistake.
    pub(in crate::content) fn tell(&self, findings: &mut Findings) {
        let code = &self.code;
        let what = self.from.map_or_else(|| code.clone(), |from| format!("{code}@{from}"));
        let kept = self.stands_in.then(|| what.clone());
        self.cause.clone().tell(what, kept, findings);
    }
}
