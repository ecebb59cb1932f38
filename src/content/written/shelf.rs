//! The files of a content folder as they are written: what an import compares with. Asks for no sound content, since
//! what was imported a minute ago still waits for decisions.

use std::path::Path;

use super::Written;
use crate::content::findings::Findings;
use crate::content::source::read_text;
use crate::content::tree::{FileKind, classify, walk};
use crate::text::{Date, Language};

/// What a file on the shelf holds, as far as an import asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfKind {
    /// An edition of a procedure; later ones have their day.
    Procedure {
        /// The folder, which is the field.
        field: String,
        /// The code.
        code: String,
        /// The day on which a later edition takes force.
        from: Option<Date>,
    },
    /// The fields.
    Fields,
    /// Acts.
    Acts,
    /// An agency.
    Agency(String),
    /// The counters of an agency.
    Counters(String),
}

/// One file, as it is written.
#[derive(Debug, Clone)]
pub struct ShelfFile {
    /// Relative to the content folder, with `/`.
    pub name: String,
    /// What it holds.
    pub kind: ShelfKind,
    /// The language of the words, where it is not the original.
    pub language: Option<Language>,
    /// The text.
    pub text: String,
    /// What it says; `None` where it cannot be read.
    pub written: Option<Written>,
}

/// The files of a content folder that an import may touch.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// In the order of their names.
    pub files: Vec<ShelfFile>,
    /// Names of the files in `forms/`.
    pub forms: Vec<String>,
}

impl Shelf {
    /// Reads a content folder; what cannot be read is left for `check` to tell.
    pub fn open(root: &Path) -> Self {
        let found = walk(root, &mut Findings::default());
        let mut buffer = Vec::new();
        let languages = languages(root, &mut buffer);
        let mut shelf = Self::default();
        for (name, path) in found {
            let Ok(Some(file)) = classify(&name, path, &languages) else { continue };
            let kind = match file.kind {
                FileKind::Procedure { field, code, from, guidance: false } => {
                    ShelfKind::Procedure { field, code, from }
                }
                FileKind::Fields => ShelfKind::Fields,
                FileKind::Acts => ShelfKind::Acts,
                FileKind::Agency(id) => ShelfKind::Agency(id),
                FileKind::Counters(id) => ShelfKind::Counters(id),
                FileKind::Form(form) => {
                    shelf.forms.push(form);
                    continue;
                }
                _ => continue,
            };
            let Ok(text) = read_text(&file.path, &mut buffer) else { continue };
            let (text, language) = (text.into_owned(), file.language);
            let written = Written::read(&text);
            shelf.files.push(ShelfFile { name: file.name, kind, language, text, written });
        }
        shelf
    }

    /// The file of a name.
    pub fn file(&self, name: &str) -> Option<&ShelfFile> {
        self.files.iter().find(|one| one.name == name)
    }
}

fn languages(root: &Path, buffer: &mut Vec<u8>) -> Vec<Language> {
    let text = read_text(&root.join("site.yaml"), buffer).unwrap_or_default();
    let written = Written::read(&text);
    let listed = written.as_ref().and_then(|site| site.get("languages"));
    let tags = listed.map(Written::items).unwrap_or_default().iter().filter_map(Written::scalar);
    let mut languages: Vec<Language> = tags.filter_map(|tag| Language::parse(tag).ok()).collect();
    if languages.is_empty() {
        languages.push(Language::VI);
    }
    languages
}
