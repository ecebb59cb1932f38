//! What the file system tells of files without opening them, in sixteen bytes: files whose stamp is that of the last
//! reading hold what they held then, and need not be read.
//!
//! A file that was changed within one tick of the clock after it was read would show the same stamp. So a stamp is only
//! believed if all of its files had rested for a while when they were read, by the clock of the file system itself.

use std::fs::Metadata;
use std::path::Path;

use super::tree::ContentFile;
use crate::release::Mark;

/// How long files must have rested, in seconds: longer than the coarsest clock of any file system.
const REST: i64 = 3;

/// A moment by the clock of a file system: seconds and nanoseconds.
pub(super) type Moment = (i64, i64);

/// Now, by the clock of the file system on which the cache lies; none on systems that say too little.
pub(super) fn moment(cache: &Path) -> Option<Moment> {
    let file = cache.join("now");
    // Written, not only opened: a file that stays empty need not be dated anew.
    std::fs::write(&file, b"now").ok()?;
    std::fs::metadata(&file).ok().and_then(|facts| last_change(&facts))
}

/// The stamp of files that are read together, and whether they had rested at that moment; none where one of them cannot
/// be looked at.
pub(super) fn stamp(files: &[&ContentFile], now: Option<Moment>) -> Option<([u8; 16], bool)> {
    let now = now?;
    let mut hasher = blake3::Hasher::new();
    let mut rested = true;
    for file in files {
        let facts = std::fs::metadata(&file.path).ok().filter(Metadata::is_file)?;
        let changed = last_change(&facts)?;
        rested &= (changed.0 + REST, changed.1) < now;
        hasher.update(file.name.as_bytes());
        hasher.update(&[0]);
        update(&mut hasher, &facts);
    }
    Some((Mark::from_hash(&hasher.finalize()).0, rested))
}

/// When a file or its rights were last changed: this cannot be set back, as the time of its text can.
#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "other systems do not know")]
fn last_change(facts: &Metadata) -> Option<Moment> {
    use std::os::unix::fs::MetadataExt as _;
    Some((facts.ctime().max(facts.mtime()), facts.ctime_nsec()))
}

#[cfg(not(unix))]
fn last_change(_: &Metadata) -> Option<Moment> {
    None
}

#[cfg(unix)]
fn update(hasher: &mut blake3::Hasher, facts: &Metadata) {
    use std::os::unix::fs::MetadataExt as _;
    for number in [facts.mtime(), facts.mtime_nsec(), facts.ctime(), facts.ctime_nsec()] {
        hasher.update(&number.to_le_bytes());
    }
    for number in [facts.len(), facts.ino(), facts.dev()] {
        hasher.update(&number.to_le_bytes());
    }
}

#[cfg(not(unix))]
fn update(_: &mut blake3::Hasher, _: &Metadata) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::content::tree::FileKind;

    #[test]
    fn a_stamp_is_another_whenever_the_file_is_and_is_believed_only_after_a_rest() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a.yaml");
        let file = |path: &Path| ContentFile {
            kind: FileKind::Site,
            language: None,
            name: "a.yaml".into(),
            path: path.into(),
        };
        std::fs::write(&path, "1").unwrap();
        let now = moment(place.path()).unwrap();
        let of = |now| stamp(&[&file(&path)], Some(now)).unwrap();
        let (first, rested) = of(now);
        assert!(!rested);
        assert_eq!(of((now.0 + 60, 0)), (first, true));
        // Replaced by a file with the same text and times.
        let other = place.path().join("other");
        std::fs::write(&other, "1").unwrap();
        let times = std::fs::metadata(&path).unwrap().modified().unwrap();
        std::fs::File::options().append(true).open(&other).unwrap().set_modified(times).unwrap();
        std::fs::rename(&other, &path).unwrap();
        assert_ne!(of(now).0, first);
        assert_eq!(stamp(&[&file(&place.path().join("none"))], Some(now)), None);
        assert_eq!(stamp(&[&file(&path)], None), None);
    }
}
