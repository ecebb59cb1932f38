//! Pages as files in a folder, for any plain web server or a USB stick.
//!
//! A file whose bytes are the same is not written again, so its date stays and copying tools skip it. New files wait
//! until all of them are written ([`StagedFolder`]) and then take their places. What an earlier build wrote and this
//! one did not is removed at the end; nothing else is.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::manifest::{self, Listed, MANIFEST, MANIFEST_SIGNATURE, Manifest};
use super::staged_folder::StagedFolder;
use super::{EarlierPage, Left, Page, Sink, SiteError, Stamp};
use crate::release::{CachePolicy, Day, Mark};
use crate::text::Date;

/// What was done to the folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FolderReport {
    /// Files written.
    pub written: usize,
    /// Files that were already as they should be.
    pub unchanged: usize,
    /// Files of an earlier build that were removed.
    pub removed: usize,
}

/// What signs the list of a folder.
pub type SignFolder<'s> = &'s dyn Fn(&[u8]) -> String;

/// A folder that pages are written into.
pub struct FolderSink {
    root: PathBuf,
    staged: StagedFolder,
    day: Day,
    folders: Mutex<HashSet<String>>,
    /// In the order of writing: to put each into its place would hold up all threads.
    files: Mutex<Vec<(String, Option<Listed>)>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
}

impl FolderSink {
    /// A sink for `root`, which is made if it is not there. A folder shows one day: pages that do
    /// not hold on `day` are passed over.
    pub fn new(root: &Path, day: Date) -> Result<Self, SiteError> {
        let output = |source| SiteError::Output { path: root.into(), source };
        if let Some(above) = root.parent() {
            fs::create_dir_all(above).map_err(output)?;
        }
        Ok(Self {
            root: root.into(),
            staged: StagedFolder::take(root).map_err(output)?,
            day: Day(day.day_number()),
            folders: Mutex::default(),
            files: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
        })
    }

    /// Ends the build: lets new files take their places, removes what an earlier one wrote and this one did not, and
    /// keeps the list. `made_from` says with which release it belongs together; `sign` signs the list.
    pub fn finish(
        self,
        made_from: Option<Mark>,
        sign: Option<SignFolder<'_>>,
    ) -> Result<FolderReport, SiteError> {
        let output = |path: &Path, source| SiteError::Output { path: path.into(), source };
        let here = |source| output(&self.root, source);
        let files: BTreeMap<_, _> =
            self.files.into_inner().unwrap_or_default().into_iter().collect();
        let now = Manifest { made_from, files };
        let list = self.root.join(MANIFEST);
        let earlier = match fs::read_to_string(&list) {
            Ok(text) => Manifest::read(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Manifest::default(),
            Err(source) => return Err(output(&list, source)),
        };
        let staged = self.staged;
        // Killed from here on, the next build must know what is ours of both sites.
        if !staged.is_fresh() && now.files.keys().any(|path| !earlier.files.contains_key(path)) {
            let mut both = earlier.clone();
            both.files.extend(now.files.iter().map(|(path, listed)| (path.clone(), *listed)));
            let both = Manifest { made_from: None, ..both };
            staged.put(MANIFEST, both.written().as_bytes()).map_err(here)?;
        }
        staged.settle().map_err(here)?;
        let mut removed = 0;
        for path in earlier.files.keys().filter(|path| !now.files.contains_key(*path)) {
            removed +=
                usize::from(remove(&self.root, path).map_err(|e| output(Path::new(path), e))?);
        }
        let signature = sign.map(|sign| sign(now.written().as_bytes()));
        let signed = self.root.join(MANIFEST_SIGNATURE);
        if earlier != now || earlier.files.is_empty() {
            staged.put(MANIFEST, now.written().as_bytes()).map_err(here)?;
        }
        if fs::read_to_string(&signed).ok() != signature {
            match signature {
                Some(signature) => staged.put(MANIFEST_SIGNATURE, signature.as_bytes()),
                None => fs::remove_file(&signed).or_else(|error| match error.kind() {
                    io::ErrorKind::NotFound => Ok(()),
                    _ => Err(error),
                }),
            }
            .map_err(here)?;
        }
        staged.finish().map_err(here)?;
        let (written, unchanged) = (self.written.into_inner(), self.unchanged.into_inner());
        Ok(FolderReport { written, unchanged, removed })
    }

    /// Remembers that a path belongs to this build.
    fn note(&self, path: &str, listed: Option<Listed>) {
        if let Ok(mut files) = self.files.lock() {
            files.push((path.to_owned(), listed));
        }
    }

    /// Makes the folder of a path, once. A folder that is a symbolic link may lead out, so it is
    /// refused.
    fn make_folder(&self, path: &str) -> io::Result<()> {
        let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
        if self.folders.lock().is_ok_and(|known| known.contains(folder)) {
            return Ok(());
        }
        let mut at = self.staged.place().to_path_buf();
        for part in folder.split('/') {
            at.push(part);
            match fs::create_dir(&at) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if !fs::symlink_metadata(&at)?.is_dir() {
                        return Err(error);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        if let Ok(mut known) = self.folders.lock() {
            known.insert(folder.to_owned());
        }
        Ok(())
    }
}

impl Sink for FolderSink {
    fn put(&self, page: &Page<'_>) -> io::Result<Left> {
        // A plain web server would show what is for a host alone.
        if !page.validity.contains(self.day) || page.cache == CachePolicy::Internal {
            return Ok(Left::default());
        }
        if !manifest::is_inside(page.path) || is_ours(page.path) {
            return Err(io::Error::other(SiteError::Outside(page.path.into())));
        }
        self.make_folder(page.path)?;
        // Where nothing lies yet, as everywhere in a first build, there is nothing to compare with.
        let same = if self.staged.is_fresh() {
            None
        } else {
            holds(&self.root.join(page.path), page.bytes)?
        };
        let facts = if let Some(facts) = same {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            facts
        } else {
            let facts = self.staged.write(page.path, page.bytes)?;
            self.written.fetch_add(1, Ordering::Relaxed);
            facts
        };
        let mark = page.mark;
        self.note(page.path, Some(Listed { mark, length: page.bytes.len() as u64 }));
        Ok(Left { stamp: stamp_of(&facts), mark: Some(mark.0) })
    }

    fn has(&self, page: &EarlierPage<'_>) -> io::Result<bool> {
        if !page.validity.contains(self.day) {
            return Ok(true);
        }
        let known = page.left.stamp.is_some() && page.left.mark.is_some();
        if self.staged.is_fresh() || !known || !manifest::is_inside(page.path) {
            return Ok(false);
        }
        self.make_folder(page.path)?;
        match fs::symlink_metadata(self.root.join(page.path)) {
            Ok(facts) => Ok(facts.is_file()
                && facts.len() == page.length
                && stamp_of(&facts) == page.left.stamp),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn keep(&self, page: &EarlierPage<'_>) {
        if page.validity.contains(self.day) {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            let listed =
                page.left.mark.map(|mark| Listed { mark: Mark(mark), length: page.length });
            self.note(page.path, listed);
        }
    }
}

/// Names that no page may have: the lists, and where new files wait.
fn is_ours(path: &str) -> bool {
    path == MANIFEST || path == MANIFEST_SIGNATURE || StagedFolder::is_own(path)
}

/// The facts of a file that is there with exactly these bytes. A symbolic link in its place is no such file: what takes
/// its place takes the place of the link, and nothing is written through it.
fn holds(file: &Path, bytes: &[u8]) -> io::Result<Option<fs::Metadata>> {
    let facts = match fs::symlink_metadata(file) {
        Ok(facts) => facts,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if !facts.is_file() || facts.len() != bytes.len() as u64 {
        return Ok(None);
    }
    let mut own = Vec::with_capacity(bytes.len());
    fs::File::open(file)?.read_to_end(&mut own)?;
    Ok((own == bytes).then_some(facts))
}

/// When a file was last changed; none on systems that do not say.
fn stamp_of(facts: &fs::Metadata) -> Option<Stamp> {
    let age = facts.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    u64::try_from(age.as_nanos()).ok().map(Stamp)
}

/// Removes a file and the folders that it leaves empty; false if it is already gone.
fn remove(root: &Path, path: &str) -> io::Result<bool> {
    match fs::remove_file(root.join(path)) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    let mut folder = path;
    while let Some((above, _)) = folder.rsplit_once('/') {
        folder = above;
        if fs::remove_dir(root.join(folder)).is_err() {
            break;
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{CachePolicy, Media, Validity};

    fn page<'a>(path: &'a str, text: &'a str, validity: Validity) -> Page<'a> {
        let (media, cache) = (Media::Html, CachePolicy::Page);
        let bytes = text.as_bytes();
        let mark = Mark::of(bytes);
        Page { path, bytes, mark, media, cache, validity, slots: &[] }
    }

    fn build(root: &Path, pages: &[(&str, &str)]) -> FolderReport {
        let sink = FolderSink::new(root, Date::parse("2026-11-21").unwrap()).unwrap();
        for (path, text) in pages {
            sink.put(&page(path, text, Validity::ALWAYS)).unwrap();
        }
        sink.finish(None, None).unwrap()
    }

    #[test]
    fn only_what_changed_is_written_and_only_what_we_made_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("theirs.txt"), "x").unwrap();
        let first = build(root, &[("a.html", "1"), ("b/c.html", "2")]);
        assert_eq!((first.written, first.unchanged, first.removed), (2, 0, 0));
        let second = build(root, &[("a.html", "3")]);
        assert_eq!((second.written, second.unchanged, second.removed), (1, 0, 1));
        assert!(!root.join("b").exists() && root.join("theirs.txt").exists());
        let third = build(root, &[("a.html", "3")]);
        assert_eq!((third.written, third.unchanged, third.removed), (0, 1, 0));
    }

    #[test]
    fn nothing_is_written_outside_and_other_days_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        let day = Date::parse("2026-11-21").unwrap();
        let sink = FolderSink::new(folder.path(), day).unwrap();
        for odd in ["../x.html", "/x.html", "a/../../x", MANIFEST, ".niemyet-new/1"] {
            assert!(sink.put(&page(odd, "x", Validity::ALWAYS)).is_err(), "{odd}");
        }
        std::os::unix::fs::symlink(other.path(), folder.path().join("out")).unwrap();
        assert!(sink.put(&page("out/x.html", "x", Validity::ALWAYS)).is_err());
        let target = other.path().join("kept.html");
        fs::write(&target, "kept").unwrap();
        std::os::unix::fs::symlink(&target, folder.path().join("l.html")).unwrap();
        sink.put(&page("l.html", "new", Validity::ALWAYS)).unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "kept");
        let coming = Validity { from: Some(Day(day.day_number() + 1)), to: None };
        sink.put(&page("later.html", "x", coming)).unwrap();
        assert!(!folder.path().join("later.html").exists());
    }
}
