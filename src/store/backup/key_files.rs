//! The files of the keys folder: what signs stamps, receipts and codes.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

/// No key file is this long.
const LONGEST: u64 = 64 * 1024;

/// Names and contents, by name. Its `Debug` shows the names only.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFiles(Vec<(String, Vec<u8>)>);

impl KeyFiles {
    /// Files of these names and contents.
    pub(super) fn of(mut files: Vec<(String, Vec<u8>)>) -> Self {
        files.sort();
        Self(files)
    }

    /// Reads a keys folder; empty if there is none yet. A file that is being written is passed over.
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            entries => entries?,
        };
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let about = entry.metadata()?;
            if about.is_file() && about.len() <= LONGEST && is_key_name(&name) {
                files.push((name, fs::read(entry.path())?));
            }
        }
        Ok(Self::of(files))
    }

    /// Writes all files into a new folder, closed to all but its owner, and has them on the disk.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        for (name, content) in &self.0 {
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut file: File = options.open(folder.join(name))?;
            file.write_all(content)?;
            file.sync_all()?;
        }
        crate::store::new_file::sync_folder(folder)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many files.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether every name is one that we write: nothing in a backup may name a file elsewhere.
    pub(super) fn are_sound(&self) -> bool {
        self.0.iter().all(|(name, _)| is_key_name(name))
            && self.0.windows(2).all(|pair| pair[0].0 < pair[1].0)
    }
}

/// Small letters, digits, hyphens, and single dots inside; `.new` is a file that is being written.
fn is_key_name(name: &str) -> bool {
    let plain = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
    let parts = name.split('.').all(|part| !part.is_empty() && part.bytes().all(plain));
    parts && name.len() <= 64 && name.rsplit('.').next() != Some("new")
}

impl fmt::Debug for KeyFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_we_write_are_taken() {
        for name in ["current", "0a0b0c0d.key", "codes-2026.key"] {
            assert!(is_key_name(name), "{name}");
        }
        for name in ["", ".", "..", "../a", "/a", "a/b", "A", ".key", "current.new", "a\0"] {
            assert!(!is_key_name(name), "{name}");
        }
        let twice = KeyFiles(vec![("a".into(), vec![]), ("a".into(), vec![])]);
        assert!(!twice.are_sound());
    }
}
