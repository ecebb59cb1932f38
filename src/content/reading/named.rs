//! What the folder has files for. A file with mistakes is still there: whoever names it names nothing
//! that does not exist, and what seems to be missing because of it is not reported.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::findings::Findings;
use crate::content::tree::{ContentFile, FileKind};
use crate::diagnostic::Severity;

/// Names of things by their files, and which files have mistakes.
#[derive(Debug, Default)]
pub(in crate::content) struct Named {
    /// Procedures, each with its field.
    pub procedures: BTreeMap<String, String>,
    pub agencies: BTreeSet<String>,
    pub surveys: BTreeSet<String>,
    pub sets: BTreeSet<String>,
    /// Files with an error, by name; filled when all have been read.
    broken: BTreeSet<String>,
}

impl Named {
    /// The names that the files of a folder give.
    pub(super) fn of(files: &[ContentFile]) -> Self {
        let mut named = Self::default();
        for file in files {
            match &file.kind {
                FileKind::Procedure { code, field, guidance: false, .. } => {
                    named.procedures.insert(code.clone(), field.clone());
                }
                FileKind::Agency(id) => drop(named.agencies.insert(id.clone())),
                FileKind::Survey(id) => drop(named.surveys.insert(id.clone())),
                FileKind::ProcedureSet(id) => drop(named.sets.insert(id.clone())),
                _ => {}
            }
        }
        named
    }

    /// Takes note of the files in which there are mistakes.
    pub(super) fn note_broken(&mut self, findings: &Findings) {
        let errors = findings.list.iter().filter(|one| one.severity == Severity::Error);
        self.broken = errors.map(|one| one.file.clone()).collect();
    }

    /// Whether a file has mistakes.
    pub(in crate::content) fn is_broken(&self, file: &str) -> bool {
        self.broken.contains(file)
    }

    /// Whether some file below a folder has mistakes.
    pub(in crate::content) fn any_broken(&self, folder: &str) -> bool {
        let mut from = self.broken.range(folder.to_owned()..);
        from.next().is_some_and(|file| file.starts_with(folder))
    }
}
