//! What a build wrote into a folder: each path with the mark and the length of its bytes, in a file of its own.
//!
//! The next build removes what is no longer made and never touches a file that somebody else put beside it;
//! whoever has the list, or a mirror of the folder with it, can tell a file that was altered
//! ([`super::verify_folder`]). The same files give the same list, byte for byte, so a list can be signed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Component, Path};

use crate::release::Mark;

/// The name of the list within the output folder.
pub const MANIFEST: &str = ".niemyet-files";

/// The name of its signature, where there is one.
pub const MANIFEST_SIGNATURE: &str = ".niemyet-files.sig";

/// The first line, which says what the file is.
const HEADING: &str = "# Files that niemyet wrote here. It removes these, and only these, when they are no longer made.";

/// How the line begins that says which release the folder was made with.
const MADE_FROM: &str = "# made from ";

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// The mark of its bytes.
    pub mark: Mark,
    /// How many bytes it has.
    pub length: u64,
}

/// The list of a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What the folder was made from, if a release was made from the same in the same build.
    pub made_from: Option<Mark>,
    /// Every path; without what it holds if the list was written by an older program.
    pub files: BTreeMap<String, Option<Listed>>,
}

impl Manifest {
    /// The list as text.
    pub(super) fn written(&self) -> String {
        let mut text = String::with_capacity(self.files.len() * 80 + HEADING.len() + 64);
        text.push_str(HEADING);
        text.push('\n');
        if let Some(mark) = self.made_from {
            // Writing to a String cannot fail, here and below.
            let _ = writeln!(text, "{MADE_FROM}{mark}");
        }
        for (path, listed) in &self.files {
            if let Some(Listed { mark, length }) = listed {
                let _ = write!(text, "{mark} {length} ");
            }
            text.push_str(path);
            text.push('\n');
        }
        text
    }

    /// Reads a list. Lines that could lead out of the folder are passed over: the file lies where others may write.
    pub fn read(text: &str) -> Self {
        let mut manifest = Self::default();
        for line in text.lines() {
            if let Some(mark) = line.strip_prefix(MADE_FROM) {
                manifest.made_from = Mark::parse(mark);
            }
            if line.starts_with('#') {
                continue;
            }
            let (path, listed) = match listed(line) {
                Some((listed, path)) => (path, Some(listed)),
                None => (line, None),
            };
            if is_inside(path) {
                manifest.files.insert(path.to_owned(), listed);
            }
        }
        manifest
    }
}

/// `MARK LENGTH PATH`; none for the path alone, as lists had it once.
fn listed(line: &str) -> Option<(Listed, &str)> {
    let (mark, rest) = line.split_once(' ')?;
    let (length, path) = rest.split_once(' ')?;
    let listed = Listed { mark: Mark::parse(mark)?, length: length.parse().ok()? };
    Some((listed, path))
}

/// Whether a path stays within the folder it is joined to.
pub(super) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains('\\')
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_back_without_ways_out() {
        let listed = Listed { mark: Mark::of(b"a"), length: 1 };
        let files = ["a.html", "b/c d.html"].map(|path| (path.to_owned(), Some(listed)));
        let mut manifest = Manifest { made_from: None, files: BTreeMap::from(files) };
        assert_eq!(Manifest::read(&manifest.written()), manifest);
        manifest.made_from = Some(Mark::of(b"content"));
        assert_eq!(Manifest::read(&manifest.written()), manifest);
        let mark = Mark::of(b"");
        let odd = format!("../x\n/etc/passwd\n\na/../../b\n{mark} 0 ../x\n");
        assert!(Manifest::read(&odd).files.is_empty());
    }

    #[test]
    fn a_list_of_paths_alone_is_still_a_list() {
        let read = Manifest::read("# Files\na.html\nb/c.html\n");
        assert_eq!(read.files.len(), 2);
        assert!(read.files.values().all(Option::is_none));
    }
}
