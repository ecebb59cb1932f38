//! What folders hold, as far as the file system tells without opening a file: names, lengths, times, which file it is.
//! Two states that are equal hold the same files, but for changes within one tick of the clock.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use crate::release::Mark;

/// No folder of content lies deeper; a loop of links ends here.
const DEEPEST: usize = 32;

/// The state of some folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TreeState {
    mark: Mark,
    folders: Vec<PathBuf>,
}

impl TreeState {
    /// The state of these folders and all below them; a folder that is not there is a state too.
    pub(super) fn of(roots: &[&Path]) -> Self {
        let mut hasher = blake3::Hasher::new();
        let mut folders = Vec::new();
        for root in roots {
            visit(root, 0, &mut hasher, &mut folders);
        }
        folders.sort_unstable();
        Self { mark: Mark::from_hash(&hasher.finalize()), folders }
    }

    /// The folders that were looked into.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }
}

/// Whether the reading of content passes a name over: what editors and git leave lying about.
pub(super) fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

fn visit(folder: &Path, depth: usize, hasher: &mut blake3::Hasher, folders: &mut Vec<PathBuf>) {
    let Ok(list) = fs::read_dir(folder) else { return };
    folders.push(folder.to_path_buf());
    let mut names: Vec<_> = list.filter_map(Result::ok).map(|one| one.file_name()).collect();
    names.sort_unstable();
    for name in names {
        let shown = name.to_string_lossy();
        if is_passed_over(&shown) {
            continue;
        }
        let path = folder.join(&name);
        // A link counts as what it leads to.
        let Ok(facts) = fs::metadata(&path) else { continue };
        hasher.update(name.as_encoded_bytes());
        hasher.update(&[0, u8::from(facts.is_dir())]);
        if facts.is_dir() {
            if depth < DEEPEST {
                visit(&path, depth + 1, hasher, folders);
            }
            hasher.update(&[1]);
        } else {
            update(hasher, &facts);
        }
    }
}

fn update(hasher: &mut blake3::Hasher, facts: &Metadata) {
    hasher.update(&facts.len().to_le_bytes());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let times = [facts.mtime(), facts.mtime_nsec(), facts.ctime(), facts.ctime_nsec()];
        for time in times {
            hasher.update(&time.to_le_bytes());
        }
        hasher.update(&facts.ino().to_le_bytes());
    }
    #[cfg(not(unix))]
    if let Ok(changed) = facts.modified() {
        hasher.update(format!("{changed:?}").as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_changing_a_file_is_another_state() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("content");
        let of = || TreeState::of(&[&root]);
        let mut states = vec![of()];
        let mut changed = |what: &str| {
            let now = of();
            assert!(!states.contains(&now), "{what}");
            states.push(now);
        };
        fs::create_dir_all(root.join("a/b")).unwrap();
        changed("folders come");
        fs::write(root.join("a/b/c.yaml"), "1").unwrap();
        changed("a file comes");
        // The clock of the file system goes by ticks.
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::write(root.join("a/b/c.yaml"), "2").unwrap();
        changed("another text of the same length");
        fs::write(root.join("new"), "2").unwrap();
        fs::rename(root.join("new"), root.join("a/b/c.yaml")).unwrap();
        changed("put in its place");
        fs::rename(root.join("a/b/c.yaml"), root.join("a/c.yaml")).unwrap();
        changed("moved");
        fs::remove_dir_all(root.join("a")).unwrap();
        changed("gone");
        fs::write(root.join(".swp"), "").unwrap();
        assert_eq!(&of(), states.last().unwrap());
    }
}
