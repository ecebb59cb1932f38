//! A folder of releases: immutable files, and `current`, which names the index that holds.
//!
//! Opening reads one name and then files that never change, so a reader sees one whole release or another, never a
//! mix. Should a publisher clear away the release between the name and the files, the name has changed: read again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{IndexName, OpenRelease, Publisher, ReleaseError};

/// The file that names the index in force.
pub(super) const CURRENT: &str = "current";

/// A folder that holds releases, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at this path; nothing is touched yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The index in force; what a watcher compares to see a new release.
    ///
    /// Errors: [`ReleaseError::NoRelease`], [`ReleaseError::Current`], [`ReleaseError::Io`].
    pub fn current(&self) -> Result<IndexName, ReleaseError> {
        let file = self.path.join(CURRENT);
        let text = fs::read_to_string(&file).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => ReleaseError::NoRelease { folder: self.path.clone() },
            _ => ReleaseError::io("read", &file)(source),
        })?;
        let name = text.strip_suffix('\n').and_then(IndexName::parse);
        name.ok_or(ReleaseError::Current { file })
    }

    /// Opens the release in force.
    pub fn open_current(&self) -> Result<OpenRelease, ReleaseError> {
        let mut name = self.current()?;
        loop {
            let opened = self.open(name);
            let gone = opened.as_ref().is_err_and(ReleaseError::is_missing_file);
            let now = if gone { self.current()? } else { name };
            if now == name {
                return opened;
            }
            name = now;
        }
    }

    /// Opens a release by the name of its index, in force or not.
    pub fn open(&self, name: IndexName) -> Result<OpenRelease, ReleaseError> {
        OpenRelease::open(&self.path, name)
    }

    /// Takes the folder for publishing, making it if need be; one at a time.
    ///
    /// Errors: [`ReleaseError::Busy`], [`ReleaseError::Io`].
    pub fn publisher(&self) -> Result<Publisher, ReleaseError> {
        Publisher::lock(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::publisher::tests::{publish, text_of};
    use super::super::{Day, FormatError};
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn an_empty_folder_says_what_to_do() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let error = folder.open_current().unwrap_err();
        assert!(error.to_string().ends_with("build the site first"), "{error}");
        fs::write(place.path().join(CURRENT), "index-of-nothing\n").unwrap();
        assert!(matches!(folder.open_current(), Err(ReleaseError::Current { .. })));
    }

    #[test]
    fn altered_and_shortened_files_are_refused() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let name = publish(&folder, "một");
        let release = folder.open_current().unwrap();
        let segment =
            place.path().join(release.index().segments().next().unwrap().name.to_string());
        drop(release);

        let sound = fs::read(&segment).unwrap();
        let mut altered = sound.clone();
        *altered.last_mut().unwrap() ^= 1;
        fs::write(&segment, &altered).unwrap();
        let verdict = folder.open_current().unwrap().verify();
        assert!(matches!(verdict, Err(ReleaseError::Altered { file }) if file == segment));

        fs::write(&segment, &sound[..sound.len() - 1]).unwrap();
        let refused = folder.open_current().unwrap_err();
        let ReleaseError::Format { file, source: FormatError::Length { .. } } = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(file, segment);

        let index = place.path().join(name.to_string());
        fs::write(&index, b"").unwrap();
        assert!(matches!(folder.open_current(), Err(ReleaseError::Altered { .. })));
        fs::remove_file(&index).unwrap();
        assert!(matches!(folder.open_current(), Err(ReleaseError::Io { .. })));
    }

    #[test]
    fn readers_see_one_whole_release_or_the_other() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        publish(&folder, "0");
        let done = AtomicBool::new(false);
        std::thread::scope(|threads| {
            let readers: Vec<_> = (0..2)
                .map(|_| {
                    threads.spawn(|| {
                        let mut opened = 0;
                        while !done.load(Ordering::Relaxed) {
                            let release = folder.open_current().unwrap();
                            let [a, b] = ["a.html", "b.html"].map(|path| text_of(&release, path));
                            assert_eq!(a, b);
                            assert_eq!(release.index().site(), a);
                            assert!(release.find("a.html", Day(0)).is_some());
                            opened += 1;
                        }
                        opened
                    })
                })
                .collect();
            for number in 1..60 {
                publish(&folder, &number.to_string());
                folder.publisher().unwrap().prune(1).unwrap();
            }
            done.store(true, Ordering::Relaxed);
            for reader in readers {
                assert!(reader.join().unwrap() > 0);
            }
        });
        assert_eq!(text_of(&folder.open_current().unwrap(), "a.html"), "59");
    }
}
