//! Removes from a folder what no release worth keeping needs.
//!
//! Every build and every batch of brotli leaves an index and mostly a segment. What is kept is the release in force
//! and the last few before it, to go back to; releases that give the same answers, only packed otherwise, count as
//! one, and the newest stands for them.
//!
//! Only regular files with names of this format are touched. Indexes go before segments: cut off anywhere, no index
//! is left without its segments by that, and segments without an index go the next time. Whoever has a release open
//! keeps its bytes, since a mapped file outlives its name; whoever is about to open one reads `current` again.

use std::collections::BTreeSet;

use super::history::answers;
use super::publisher::DRAFT;
use super::signature_file::signed_index;
use super::{IndexName, OpenRelease, Publisher, ReleaseError, SegmentName};

/// So many releases are worth keeping: the one in force, and those before it to go back to.
pub const KEPT_RELEASES: usize = 5;

impl Publisher {
    /// Removes every index and segment that neither the release in force nor the newest others need, `keep` in all,
    /// and abandoned drafts; yields how many bytes that freed. Releases that are open stay readable.
    ///
    /// Segments that were kept for an index not yet published go too; `&mut` keeps it apart from those being written.
    pub fn prune(&mut self, keep: usize) -> Result<u64, ReleaseError> {
        let current = self.folder().open_current()?;
        let mut seen = BTreeSet::from([answers(current.index())]);
        let mut indexes = BTreeSet::from([current.name()]);
        let mut segments = segments_of(&current);
        for (_, name) in self.folder().newest_first()? {
            if seen.len() >= keep {
                break;
            }
            // What cannot be opened cannot be gone back to.
            let Ok(release) = self.folder().open(name) else { continue };
            if seen.insert(answers(release.index())) {
                indexes.insert(name);
                segments.extend(segments_of(&release));
            }
        }
        let freed = self.remove(|file| {
            let index = IndexName::parse(file).or_else(|| signed_index(file));
            index.is_some_and(|name| !indexes.contains(&name)) || file.starts_with(DRAFT)
        })?;
        let dead =
            |file: &str| SegmentName::parse(file).is_some_and(|name| !segments.contains(&name));
        Ok(freed + self.remove(dead)?)
    }
}

fn segments_of(release: &OpenRelease) -> BTreeSet<SegmentName> {
    release.index().segments().map(|segment| segment.name).collect()
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;
    use std::time::{Duration, UNIX_EPOCH};

    use super::super::Folder;
    use super::super::publisher::tests::{publish, text_of};
    use super::*;

    /// Publishes releases, one a minute.
    fn fill(folder: &Folder, texts: &[&str]) -> Vec<IndexName> {
        let published = texts.iter().zip(1..).map(|(text, minute)| {
            let name = publish(folder, text);
            stamp(&folder.path().join(name.to_string()), minute);
            name
        });
        published.collect()
    }

    fn stamp(file: &Path, minute: u64) {
        let time = UNIX_EPOCH + Duration::from_secs(60 * minute);
        File::options().append(true).open(file).unwrap().set_modified(time).unwrap();
    }

    fn left(folder: &Folder) -> (usize, usize) {
        let count = |end: &str| {
            let files = fs::read_dir(folder.path()).unwrap();
            files
                .filter(|file| file.as_ref().unwrap().path().to_string_lossy().ends_with(end))
                .count()
        };
        (count(".nmi"), count(".nms"))
    }

    #[test]
    fn the_last_releases_stay_and_can_be_gone_back_to() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let names = fill(&folder, &["0", "1", "2", "3", "4", "5", "6"]);
        let mut publisher = folder.publisher().unwrap();
        assert!(publisher.prune(KEPT_RELEASES).unwrap() > 0);
        assert_eq!(left(&folder), (5, 5));
        for name in &names[..2] {
            assert!(folder.open(*name).unwrap_err().is_missing_file());
        }
        for (name, text) in names[2..].iter().zip(2..) {
            publisher.switch_to(*name).unwrap();
            let release = folder.open_current().unwrap();
            release.verify().unwrap();
            assert_eq!(text_of(&release, "a.html"), text.to_string());
        }
        assert_eq!(publisher.prune(KEPT_RELEASES).unwrap(), 0, "nothing more to remove");
    }

    #[test]
    fn the_release_in_force_stays_however_old_it_is() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let names = fill(&folder, &["0", "1", "2", "3"]);
        let mut publisher = folder.publisher().unwrap();
        publisher.switch_to(names[0]).unwrap();
        publisher.prune(2).unwrap();
        assert_eq!(left(&folder), (2, 2));
        assert_eq!(text_of(&folder.open_current().unwrap(), "b.html"), "0");
        folder.open(names[3]).unwrap();
    }

    #[test]
    fn the_same_answers_packed_otherwise_count_once() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let old = fill(&folder, &["cũ", "mới"])[0];
        let mut publisher = folder.publisher().unwrap();
        // Twelve more with the answers of the last, as batches of brotli leave them.
        for _ in 0..12 {
            let release = folder.open_current().unwrap();
            let mut next = super::super::IndexBuilder::new("mới", release.index().content());
            let mut draft = publisher.segment().unwrap();
            let packed = format!("{}", release.name());
            let extent = draft.append(packed.as_bytes()).unwrap();
            let segment = next.segment(draft.keep().unwrap()).unwrap();
            for entry in release.index().entries() {
                let body = super::super::Body { segment, extent };
                let coding = super::super::Coding::Brotli;
                next.carry_with(release.index(), &entry, coding, body).unwrap();
            }
            publisher.publish(next).unwrap();
        }
        assert!(left(&folder).0 > 12);
        publisher.prune(KEPT_RELEASES).unwrap();
        assert_eq!(left(&folder).0, 2);
        folder.open(old).unwrap();
    }

    #[test]
    fn what_is_of_others_stays_and_what_was_cut_off_goes() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let names = fill(&folder, &["0", "1"]);
        let hex = "0123456789abcdef0123456789abcdef";
        let others = ["notes.txt", "seg-.nms", "index-1.nmi", "current.bak", "seg-0123.nms.gz"];
        for file in others {
            fs::write(place.path().join(file), "of others").unwrap();
        }
        fs::create_dir(place.path().join(format!("seg-{hex}.nms"))).unwrap();
        // A prune that was killed between index and segment leaves the segment; lost power may leave the index.
        fs::remove_file(place.path().join(names[0].to_string())).unwrap();
        fs::write(place.path().join(format!("index-{hex}.nmi")), "cut off").unwrap();
        fs::write(place.path().join("draft-7"), "half").unwrap();
        folder.publisher().unwrap().prune(KEPT_RELEASES).unwrap();
        assert_eq!(left(&folder), (2, 3), "one of each beside those of others");
        assert!(others.iter().all(|file| place.path().join(file).exists()));
        assert!(!place.path().join("draft-7").exists());
        assert_eq!(text_of(&folder.open_current().unwrap(), "a.html"), "1");
    }
}
