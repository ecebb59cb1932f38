//! One file → its shape; and when that fails, all that is wrong with it.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::content::findings::{Finding, Findings};
use crate::content::quick::quick;
use crate::content::schema::{kind_name, schema_of};
use crate::content::second::{hold, read_nodes};
use crate::content::source::read_text;
use crate::content::tree::ContentFile;
use crate::diagnostic::{Problem, Severity};
use crate::text::Language;

/// Reads files and collects what is wrong with them.
#[derive(Default)]
pub(in crate::content) struct Reader {
    pub(in crate::content) findings: Findings,
    buffer: Vec<u8>,
}

impl Reader {
    /// The shape of a file, or `None` with findings.
    pub(in crate::content) fn shape<T: DeserializeOwned>(
        &mut self,
        file: &ContentFile,
    ) -> Option<T> {
        let mut buffer = std::mem::take(&mut self.buffer);
        let shape = match read_text(&file.path, &mut buffer) {
            Ok(text) => self.shape_of_text(file, &text),
            Err(problem) => {
                self.findings.file_error(&file.name, problem);
                None
            }
        };
        self.buffer = buffer;
        shape
    }

    /// The shape of a text that has been read already.
    pub(in crate::content) fn shape_of_text<T: DeserializeOwned>(
        &mut self,
        file: &ContentFile,
        text: &str,
    ) -> Option<T> {
        if let Some(shape) = quick(text) {
            return Some(shape);
        }
        match serde_yaml::from_str(text) {
            Ok(shape) => Some(shape),
            Err(error) => {
                self.read_again(file, text, &error);
                None
            }
        }
    }

    /// The text of a file that is not YAML.
    pub(in crate::content) fn text(&mut self, path: &Path, name: &str) -> Option<String> {
        let mut buffer = std::mem::take(&mut self.buffer);
        let text = match read_text(path, &mut buffer) {
            Ok(text) => Some(text.into_owned()),
            Err(problem) => {
                self.findings.file_error(name, problem);
                None
            }
        };
        self.buffer = buffer;
        text
    }

    /// The words files that belong to an original.
    pub(in crate::content) fn words<T: DeserializeOwned>(
        &mut self,
        files: &[&ContentFile],
    ) -> Vec<(Language, T)> {
        let mut words = Vec::with_capacity(files.len());
        for file in files {
            let Some(language) = file.language else { continue };
            if let Some(shape) = self.shape(file) {
                words.push((language, shape));
            }
        }
        words
    }

    /// All mistakes of a file that the first reading stopped at.
    fn read_again(&mut self, file: &ContentFile, text: &str, error: &serde_yaml::Error) {
        let before = self.findings.list.len();
        let outcome = read_nodes(text);
        for found in outcome.problems {
            self.place(file, found);
        }
        match &outcome.root {
            Some(root) => {
                let kind = kind_name(&file.kind, file.language.is_some());
                if let Some(schema) = kind.and_then(schema_of) {
                    for found in hold(root, schema) {
                        self.place(file, found);
                    }
                }
            }
            None if self.findings.list.len() == before => {
                self.findings.file_error(&file.name, Problem::EmptyFile);
            }
            None => {}
        }
        if self.findings.list.len() == before {
            // The second reading found nothing to say; the first one's sentence is better than none.
            let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let message = error.to_string();
            self.place(file, (count(line), count(column), Problem::Syntax { message }));
        }
    }

    fn place(&mut self, file: &ContentFile, (line, column, problem): (u32, u32, Problem)) {
        self.findings.list.push(Finding {
            file: file.name.clone(),
            path: String::new(),
            position: Some((line, column)),
            severity: Severity::Error,
            problem,
        });
    }
}
