//! The files of a theme by name: those that came with the program, some perhaps replaced by those
//! of a site's own theme folder. This is also what a release carries, so that a server can render
//! its few run-time pages without the content tree.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::ThemeError;
use super::embedded::EMBEDDED;

/// File names within the theme folder, such as `templates/home.html`, and their text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ThemeFiles(pub(super) BTreeMap<String, String>);

/// Folders in which a site may add files of its own: more templates, words of more languages, parts of sheets.
const OPEN_FOLDERS: [(&str, &str); 3] = [("templates", "html"), ("words", "json"), (PRINT, "typ")];

/// The folder of the files that sheets are set by.
const PRINT: &str = "print";

impl ThemeFiles {
    /// The files that came with the program.
    pub(super) fn embedded() -> Self {
        Self(EMBEDDED.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect())
    }

    /// Replaces and adds what `folder` holds.
    pub(super) fn overridden_by(mut self, folder: &Path) -> Result<Self, ThemeError> {
        for (inner, ending) in OPEN_FOLDERS {
            for name in list(folder, inner, ending)? {
                let text = read(folder, &name)?;
                self.0.extend(text.map(|text| (name, text)));
            }
        }
        for name in EMBEDDED.iter().map(|(name, _)| *name).filter(|name| !name.contains('/')) {
            let text = read(folder, name)?;
            self.0.extend(text.map(|text| (name.to_owned(), text)));
        }
        Ok(self)
    }

    /// The text of a file; empty if there is none, which only a bundle made by hand can bring about.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The files that a host needs: it prints nothing.
    pub(super) fn for_hosts(&self) -> Self {
        let needed = self.0.iter().filter(|(name, _)| !name.starts_with(PRINT));
        Self(needed.map(|(name, text)| (name.clone(), text.clone())).collect())
    }

    /// The files that sheets are set by, as (`poster.typ`, text).
    pub(super) fn of_print(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(name, text)| {
            Some((name.strip_prefix(PRINT)?.strip_prefix('/')?, text.as_str()))
        })
    }

    /// Files of one folder as (name without folder and ending, text).
    pub(super) fn of_folder(&self, inner: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(move |(name, text)| {
            let name = name.strip_prefix(inner)?.strip_prefix('/')?;
            Some((name.rsplit_once('.').map_or(name, |(stem, _)| stem), text.as_str()))
        })
    }
}

/// Names of the files in a folder of the theme that have the ending, in order.
fn list(folder: &Path, inner: &str, ending: &str) -> Result<Vec<String>, ThemeError> {
    let entries = match std::fs::read_dir(folder.join(inner)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(ThemeError::Read { file: inner.into(), source }),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|source| ThemeError::Read { file: inner.into(), source })?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|own| own == ending) {
            names.push(format!("{inner}/{name}"));
        }
    }
    names.sort();
    Ok(names)
}

/// The text of a file of the theme folder, if it is there.
fn read(folder: &Path, name: &str) -> Result<Option<String>, ThemeError> {
    match std::fs::read(folder.join(name)) {
        Ok(bytes) => match simdutf8::basic::from_utf8(&bytes) {
            Ok(text) => Ok(Some(text.into())),
            Err(_) => Err(ThemeError::NotText(name.into())),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(ThemeError::Read { file: name.into(), source }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sites_own_files_stand_in_place_of_the_embedded_ones() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("words")).unwrap();
        std::fs::write(folder.path().join("words/km.json"), "{}").unwrap();
        std::fs::write(folder.path().join("words/notes.txt"), "no").unwrap();
        std::fs::write(folder.path().join("style.css"), "p{}").unwrap();
        let files = ThemeFiles::embedded().overridden_by(folder.path()).unwrap();
        assert_eq!((files.text("style.css"), files.text("words/km.json")), ("p{}", "{}"));
        assert_eq!(files.text("script.js"), ThemeFiles::embedded().text("script.js"));
        assert_eq!(files.text("words/notes.txt"), "");
    }
}
