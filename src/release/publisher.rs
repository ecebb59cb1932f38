//! Puts a release into a folder so that it appears whole or not at all, even when the power fails.
//!
//! Everything is written as a draft, synced, and renamed: first segments, then the index, last `current`. The order
//! is the proof: a name is never on disk before what it names. A lock keeps publishers apart (the system lets go of
//! it when a process dies), so whoever holds it may clear away what an earlier one left unfinished.

use std::fs::{self, File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::folder::CURRENT;
use super::{
    Folder, FormatError, IndexBuilder, IndexName, Mark, ReleaseError, Segment, SegmentDraft,
};

/// The file whose lock a publisher holds; it stays empty.
const LOCK: &str = "lock";

/// How the names of unfinished files begin.
pub(super) const DRAFT: &str = "draft-";

/// The one who may write into a folder of releases, for as long as it lives.
#[derive(Debug)]
pub struct Publisher {
    folder: Folder,
    drafts: AtomicU32,
    _lock: File,
}

impl Publisher {
    /// Takes the lock and clears drafts that were left behind.
    pub(super) fn lock(folder: Folder) -> Result<Self, ReleaseError> {
        let path = folder.path();
        fs::create_dir_all(path).map_err(ReleaseError::io("create", path))?;
        let file = path.join(LOCK);
        let opened = File::options().create(true).append(true).open(&file);
        let lock = opened.map_err(ReleaseError::io("open", &file))?;
        lock.try_lock().map_err(|refusal| match refusal {
            TryLockError::WouldBlock => ReleaseError::Busy { folder: path.to_owned() },
            TryLockError::Error(source) => ReleaseError::io("lock", &file)(source),
        })?;
        let publisher = Self { folder, drafts: AtomicU32::new(0), _lock: lock };
        publisher.remove(|file| file.starts_with(DRAFT))?;
        Ok(publisher)
    }

    /// The folder it publishes into.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Starts a segment; several may be written at once.
    pub fn segment(&self) -> Result<SegmentDraft<'_>, ReleaseError> {
        SegmentDraft::create(self, self.draft())
    }

    /// Writes the index and puts it in force. Its segments must have been kept before.
    ///
    /// Errors: [`ReleaseError::Refused`] for a site that breaks a rule, [`ReleaseError::Io`], and
    /// [`ReleaseError::Format`] for a segment of another length than announced; the release in force stays so.
    pub fn publish(&self, index: IndexBuilder) -> Result<IndexName, ReleaseError> {
        for segment in index.segments() {
            self.check_segment(*segment)?;
        }
        let bytes = index.finish()?;
        let name = IndexName(Mark::of(&bytes));
        self.put(&name.to_string(), &bytes)?;
        self.put(CURRENT, format!("{name}\n").as_bytes())?;
        Ok(name)
    }

    /// Puts an earlier release of this folder back in force, after proving that it can be opened.
    pub fn switch_to(&self, name: IndexName) -> Result<(), ReleaseError> {
        self.folder.open(name)?;
        self.put(CURRENT, format!("{name}\n").as_bytes())
    }

    /// A segment that an index is about to name must be there, and whole.
    fn check_segment(&self, segment: Segment) -> Result<(), ReleaseError> {
        let file = self.folder.path().join(segment.name.to_string());
        let found = fs::metadata(&file).map_err(ReleaseError::io("find", &file))?.len();
        let announced = segment.len;
        if found == announced {
            return Ok(());
        }
        Err(ReleaseError::Format { file, source: FormatError::Length { announced, found } })
    }

    /// A path for an unfinished file, different each time.
    fn draft(&self) -> PathBuf {
        let number = self.drafts.fetch_add(1, Ordering::Relaxed);
        self.folder.path().join(format!("{DRAFT}{number}"))
    }

    /// Makes a small file appear under its name with these bytes, on disk when this returns.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), ReleaseError> {
        let draft = self.draft();
        let mut file = File::create(&draft).map_err(ReleaseError::io("create", &draft))?;
        file.write_all(bytes).map_err(ReleaseError::io("write", &draft))?;
        self.settle(file, &draft, name)
    }

    /// Syncs a draft, gives it its name, and syncs the folder.
    pub(super) fn settle(&self, file: File, draft: &Path, name: &str) -> Result<(), ReleaseError> {
        file.sync_all().map_err(ReleaseError::io("sync", draft))?;
        drop(file);
        let target = self.folder.path().join(name);
        fs::rename(draft, &target).map_err(ReleaseError::io("rename a draft to", &target))?;
        sync_folder(self.folder.path())
    }

    /// Removes the regular files whose names are `meant`; yields the bytes freed.
    pub(super) fn remove(&self, meant: impl Fn(&str) -> bool) -> Result<u64, ReleaseError> {
        let path = self.folder.path();
        let mut freed = 0;
        for file in fs::read_dir(path).map_err(ReleaseError::io("list", path))? {
            let file = file.map_err(ReleaseError::io("list", path))?;
            if file.file_name().to_str().is_some_and(&meant) {
                let data = file.metadata().map_err(ReleaseError::io("find", &file.path()))?;
                let size = data.len();
                if !data.is_file() {
                    continue;
                }
                fs::remove_file(file.path()).map_err(ReleaseError::io("remove", &file.path()))?;
                freed += size;
            }
        }
        Ok(freed)
    }
}

/// Renames are on disk only when the folder is synced; systems without folders as files order them by themselves.
fn sync_folder(path: &Path) -> Result<(), ReleaseError> {
    if cfg!(unix) {
        let folder = File::open(path).map_err(ReleaseError::io("open", path))?;
        folder.sync_all().map_err(ReleaseError::io("sync", path))?;
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::builder::tests::page;
    use super::super::{Bodies, Body, Coding, Day, Entry, OpenRelease, SegmentName};
    use super::*;

    /// Publishes two pages with the same text, under a site of that name.
    pub(in super::super) fn publish(folder: &Folder, text: &str) -> IndexName {
        let publisher = folder.publisher().unwrap();
        let mut draft = publisher.segment().unwrap();
        let extents = [0, 1].map(|_| draft.append(text.as_bytes()).unwrap());
        let mut index = IndexBuilder::new(text, Mark::of(text.as_bytes()));
        let segment = index.segment(draft.keep().unwrap()).unwrap();
        for (path, extent) in ["a.html", "b.html"].into_iter().zip(extents) {
            let bodies = Bodies::new().with(Coding::Identity, Body { segment, extent });
            index.push(Entry { bodies, etag: Mark::of(text.as_bytes()), ..page(path, 0) });
        }
        publisher.publish(index).unwrap()
    }

    pub(in super::super) fn text_of(release: &OpenRelease, path: &str) -> String {
        let entry = release.find(path, Day(20_000)).unwrap();
        let body = release.body(entry.bodies.get(Coding::Identity).unwrap()).unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    }

    fn files(folder: &Folder) -> Vec<String> {
        let listed = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<String> =
            listed.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_same_site_gives_the_same_files() {
        let places = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [one, other] = places.each_ref().map(|place| {
            let folder = Folder::new(place.path());
            publish(&folder, "như nhau");
            files(&folder)
                .into_iter()
                .map(|name| (fs::read(place.path().join(&name)).unwrap(), name))
                .collect::<Vec<_>>()
        });
        assert_eq!(one, other);
        assert_eq!(one.len(), 4);
    }

    #[test]
    fn an_open_release_outlives_its_files() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let first = publish(&folder, "trước");
        let held = folder.open_current().unwrap();
        let second = publish(&folder, "sau");
        let mut publisher = folder.publisher().unwrap();
        publisher.switch_to(first).unwrap();
        assert_eq!(text_of(&folder.open_current().unwrap(), "a.html"), "trước");
        publisher.switch_to(second).unwrap();
        assert!(publisher.prune(1).unwrap() > 0);
        assert!(publisher.switch_to(first).is_err());
        assert_eq!(folder.current().unwrap(), second);
        assert_eq!(text_of(&held, "b.html"), "trước");
        held.verify().unwrap();
        assert_eq!(files(&folder).len(), 4);
    }

    #[test]
    fn one_publisher_at_a_time() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path().join("new/folder"));
        let publisher = folder.publisher().unwrap();
        assert!(matches!(folder.publisher(), Err(ReleaseError::Busy { .. })));
        let mut abandoned = publisher.segment().unwrap();
        abandoned.append(b"half").unwrap();
        drop(abandoned);
        assert_eq!(files(&folder), ["draft-0", "lock"]);
        drop(publisher);
        folder.publisher().unwrap();
        assert_eq!(files(&folder), ["lock"]);
    }

    #[test]
    fn a_release_without_its_segment_never_comes_in_force() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let name = publish(&folder, "còn đây");
        let publisher = folder.publisher().unwrap();
        let mut index = IndexBuilder::new("x", Mark([0; 16]));
        let absent = Segment { name: SegmentName(Mark([3; 16])), len: 1_000 };
        index.segment(absent).unwrap();
        index.push(page("a.html", 0));
        let error = publisher.publish(index).unwrap_err();
        assert!(error.is_missing_file(), "{error}");
        assert_eq!(folder.current().unwrap(), name);
    }
}
