//! The files of a folder by what they hold, each original with its words files.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::content::findings::Findings;
use crate::content::tree::{ContentFile, FileKind, classify};
use crate::diagnostic::Problem;
use crate::text::Language;

/// The files by what they hold.
pub(super) struct Files {
    pub all: Vec<ContentFile>,
    pub count: usize,
}

impl Files {
    /// Sorts what was found; says of each file that nothing reads why not.
    pub(super) fn sort(
        found: Vec<(String, PathBuf)>,
        languages: &[Language],
        findings: &mut Findings,
    ) -> Self {
        let count = found.len();
        let mut all = Vec::with_capacity(count);
        for (name, path) in found {
            match classify(&name, path, languages) {
                Ok(Some(file)) => all.push(file),
                Ok(None) => {}
                Err(problem @ (Problem::FileName { .. } | Problem::UndeclaredLanguage { .. })) => {
                    findings.file_error(name, problem);
                }
                Err(problem) => findings.file_warning(name, problem),
            }
        }
        let files = Self { all, count };
        files.words_alone(findings);
        files
    }

    /// Words files beside which no original stands. Those of procedures are found in their groups.
    fn words_alone(&self, findings: &mut Findings) {
        let originals: BTreeSet<&str> = self.originals().map(|file| file.name.as_str()).collect();
        for file in &self.all {
            let of_procedure = matches!(file.kind, FileKind::Procedure { .. });
            let (Some(language), false) = (file.language, of_procedure) else { continue };
            let original = file.name.replacen(&format!(".{}.", language.tag()), ".", 1);
            if !originals.contains(original.as_str()) {
                findings.file_error(&file.name, Problem::WordsWithoutFile { original });
            }
        }
    }

    fn originals(&self) -> impl Iterator<Item = &ContentFile> {
        self.all.iter().filter(|file| file.language.is_none())
    }

    /// Originals that a rule picks, each with its words files.
    pub(super) fn pick(
        &self,
        wanted: impl Fn(&FileKind) -> bool,
    ) -> impl Iterator<Item = (&ContentFile, Vec<&ContentFile>)> {
        let originals: Vec<&ContentFile> =
            self.all.iter().filter(|file| file.language.is_none() && wanted(&file.kind)).collect();
        originals.into_iter().map(|original| {
            let words = self.all.iter().filter(|file| {
                file.language.is_some()
                    && file.kind == original.kind
                    && words_belong(&file.name, &original.name)
            });
            (original, words.collect())
        })
    }
}

/// `law/acts-a.en.yaml` belongs to `law/acts-a.yaml`, not to `law/acts-b.yaml` of the same kind.
fn words_belong(words: &str, original: &str) -> bool {
    let Some((stem, ending)) = original.rsplit_once('.') else { return false };
    words.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ending)).is_some_and(|middle| {
        middle.len() > 2 && middle.starts_with('.') && !middle[1..middle.len() - 1].contains('.')
    })
}
