//! Compares a folder, or a mirror of it, with the list that was made with it: what differs, what is missing, and what
//! lies there that niemyet did not put there. Every byte is read.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::SiteError;
use super::manifest::{Listed, MANIFEST, MANIFEST_SIGNATURE, Manifest};
use super::staged_folder::StagedFolder;
use crate::release::Mark;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FolderVerdict {
    /// How many files are as the list says.
    pub sound: usize,
    /// Files that hold something else, in order of path.
    pub differing: Vec<String>,
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files that the list does not know.
    pub extra: Vec<String>,
    /// Files of which the list, made by an older program, does not say what they hold.
    pub unknown: usize,
}

impl FolderVerdict {
    /// Whether everything is there as it was written, and nothing else.
    pub fn is_sound(&self) -> bool {
        self.differing.is_empty()
            && self.missing.is_empty()
            && self.extra.is_empty()
            && self.unknown == 0
    }
}

/// What became of one file of the list.
enum State {
    Sound,
    Differs,
    Missing,
    Unknown,
}

/// Compares all files below `root` with `manifest`.
pub fn verify_folder(root: &Path, manifest: &Manifest) -> Result<FolderVerdict, SiteError> {
    let files: Vec<_> = manifest.files.iter().collect();
    let states = files.par_iter().map(|(path, listed)| state(root, path, **listed));
    let states = states.collect::<Result<Vec<State>, SiteError>>()?;
    let mut verdict = FolderVerdict::default();
    for ((path, _), state) in files.into_iter().zip(states) {
        match state {
            State::Sound => verdict.sound += 1,
            State::Differs => verdict.differing.push(path.clone()),
            State::Missing => verdict.missing.push(path.clone()),
            State::Unknown => verdict.unknown += 1,
        }
    }
    find_extra(root, "", &manifest.files, &mut verdict.extra)?;
    verdict.extra.sort_unstable();
    Ok(verdict)
}

fn state(root: &Path, path: &str, listed: Option<Listed>) -> Result<State, SiteError> {
    let file = root.join(path);
    let output = |source| SiteError::Output { path: file.clone(), source };
    let facts = match fs::symlink_metadata(&file) {
        Ok(facts) => facts,
        Err(error) if is_absent(&error) => return Ok(State::Missing),
        Err(error) => return Err(output(error)),
    };
    let Some(Listed { mark, length }) = listed else { return Ok(State::Unknown) };
    if !facts.is_file() || facts.len() != length {
        return Ok(State::Differs);
    }
    let mut hasher = blake3::Hasher::new();
    File::open(&file).and_then(|mut file| io::copy(&mut file, &mut hasher)).map_err(output)?;
    let same = Mark::from_hash(&hasher.finalize()) == mark;
    Ok(if same { State::Sound } else { State::Differs })
}

/// Not there, or a file stands where a folder should be.
fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn find_extra(
    folder: &Path,
    path: &str,
    files: &BTreeMap<String, Option<Listed>>,
    extra: &mut Vec<String>,
) -> Result<(), SiteError> {
    let output = |source| SiteError::Output { path: folder.into(), source };
    for found in fs::read_dir(folder).map_err(output)? {
        let found = found.map_err(output)?;
        let name = found.file_name();
        let path = format!("{path}{}", name.to_string_lossy());
        if found.file_type().map_err(output)?.is_dir() {
            if !StagedFolder::is_own(&path) {
                find_extra(&found.path(), &format!("{path}/"), files, extra)?;
            }
        } else if !files.contains_key(&path) && path != MANIFEST && path != MANIFEST_SIGNATURE {
            extra.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{FolderSink, Page, Sink as _};
    use super::*;
    use crate::release::{CachePolicy, Media, Validity};
    use crate::text::Date;

    #[test]
    fn each_file_that_is_not_as_it_was_is_named() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("site");
        let sink = FolderSink::new(&root, Date::parse("2026-11-22").unwrap()).unwrap();
        for path in ["a.html", "b/c.html", "d/e.html", "f.html"] {
            let (bytes, media, cache) = (path.as_bytes(), Media::Html, CachePolicy::Page);
            let (mark, validity) = (Mark::of(bytes), Validity::ALWAYS);
            sink.put(&Page { path, bytes, mark, media, cache, validity, slots: &[] }).unwrap();
        }
        sink.finish(None, None).unwrap();
        let manifest = Manifest::read(&fs::read_to_string(root.join(MANIFEST)).unwrap());
        let verdict = verify_folder(&root, &manifest).unwrap();
        assert!(verdict.is_sound() && verdict.sound == 4, "{verdict:?}");

        fs::write(root.join("a.html"), "b.html").unwrap();
        fs::remove_dir_all(root.join("b")).unwrap();
        fs::write(root.join("b"), "a file in place of a folder").unwrap();
        fs::write(root.join("d/new.html"), "x").unwrap();
        fs::remove_file(root.join("f.html")).unwrap();
        std::os::unix::fs::symlink("d/e.html", root.join("f.html")).unwrap();
        let verdict = verify_folder(&root, &manifest).unwrap();
        assert_eq!(verdict.differing, ["a.html", "f.html"]);
        assert_eq!(verdict.missing, ["b/c.html"]);
        assert_eq!(verdict.extra, ["b", "d/new.html"]);
        assert_eq!(verdict.sound, 1);
    }
}
