//! The releases that a folder still holds, newest first: what can be gone back to.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use super::{CachePolicy, Folder, Index, IndexName, Mark, ReleaseError};

/// A release that a folder holds. Releases that give the same answers, only packed otherwise, are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastRelease {
    /// The name of its index; of several that give the same answers the one in force, or the newest.
    pub name: IndexName,
    /// When it was published: when its first index was written that still lies there.
    pub published: SystemTime,
    /// How many entries are served, editions of one page each for itself.
    pub pages: usize,
    /// The bytes of its index and of the segments it needs; segments are shared, so that releases together take less.
    pub bytes: u64,
    /// Whether it is in force.
    pub is_current: bool,
    /// The mark of the content that it was made from.
    pub content: Mark,
}

impl Folder {
    /// All releases that can be opened, newest first; none of a folder that holds none.
    ///
    /// Errors: [`ReleaseError::Current`], [`ReleaseError::Io`].
    pub fn releases(&self) -> Result<Vec<PastRelease>, ReleaseError> {
        let current = match self.current() {
            Err(ReleaseError::NoRelease { .. }) => return Ok(Vec::new()),
            named => named?,
        };
        let mut places: BTreeMap<Mark, usize> = BTreeMap::new();
        let mut all: Vec<PastRelease> = Vec::new();
        for (published, name) in self.newest_first()? {
            let Ok(release) = self.open(name) else { continue };
            let index = release.index();
            let is_current = name == current;
            if let Some(known) = places.get(&answers(index)).and_then(|place| all.get_mut(*place)) {
                known.published = published;
                if is_current {
                    (known.name, known.is_current) = (name, true);
                }
                continue;
            }
            places.insert(answers(index), all.len());
            let served = |entry: &super::EntryView<'_>| entry.cache != CachePolicy::Internal;
            let own = fs::metadata(self.path().join(name.to_string())).map_or(0, |one| one.len());
            all.push(PastRelease {
                name,
                published,
                pages: index.entries().filter(served).count(),
                bytes: own + index.segments().map(|segment| segment.len).sum::<u64>(),
                is_current,
                content: index.content(),
            });
        }
        // Packed again after it was published, a release is as old as it was.
        all.sort_by_key(|one| std::cmp::Reverse(one.published));
        Ok(all)
    }

    /// The bytes of all indexes and segments that these releases need, each counted once.
    pub fn bytes_of(&self, releases: &[PastRelease]) -> u64 {
        let opened = releases.iter().filter_map(|one| self.open(one.name).ok());
        let mut sizes = BTreeMap::new();
        for release in opened {
            sizes.extend(release.index().segments().map(|segment| (segment.name, segment.len)));
        }
        sizes.values().sum()
    }

    /// All indexes of the folder and when they were last published, newest first.
    pub(super) fn newest_first(&self) -> Result<Vec<(SystemTime, IndexName)>, ReleaseError> {
        let path = self.path();
        let mut found = Vec::new();
        for file in fs::read_dir(path).map_err(ReleaseError::io("list", path))? {
            let file = file.map_err(ReleaseError::io("list", path))?;
            let Some(name) = file.file_name().to_str().and_then(IndexName::parse) else { continue };
            let data = file.metadata().map_err(ReleaseError::io("find", &file.path()))?;
            found.push((data.modified().map_err(ReleaseError::io("find", &file.path()))?, name));
        }
        found.sort_unstable();
        found.reverse();
        Ok(found)
    }
}

/// What readers get, however it is packed.
pub(super) fn answers(index: Index<'_>) -> Mark {
    let mut text = Vec::new();
    for entry in index.entries() {
        let days = [entry.validity.from, entry.validity.to].map(|day| day.map(|day| day.0));
        let status = u32::from(entry.status);
        text.extend_from_slice(format!("{}\n{days:?} {status} ", entry.path).as_bytes());
        text.extend_from_slice(&entry.etag.0);
    }
    for (path, target) in index.redirects() {
        text.extend_from_slice(format!("{path}\n{target}\n").as_bytes());
    }
    Mark::of(&text)
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::{Duration, UNIX_EPOCH};

    use super::super::publisher::tests::publish;
    use super::*;

    #[test]
    fn releases_are_listed_newest_first_and_the_one_in_force_is_known() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        assert_eq!(folder.releases().unwrap(), []);
        let names: Vec<_> = ["a", "b", "c"].map(|text| publish(&folder, text)).to_vec();
        for (minute, name) in (1..).zip(&names) {
            let time = UNIX_EPOCH + Duration::from_secs(60 * minute);
            let file = place.path().join(name.to_string());
            File::options().append(true).open(file).unwrap().set_modified(time).unwrap();
        }
        folder.publisher().unwrap().switch_to(names[1]).unwrap();
        let listed = folder.releases().unwrap();
        assert_eq!(
            listed.iter().map(|one| one.name).collect::<Vec<_>>(),
            [names[2], names[1], names[0]]
        );
        assert_eq!(
            listed.iter().map(|one| one.is_current).collect::<Vec<_>>(),
            [false, true, false]
        );
        assert!(listed.iter().all(|one| one.pages == 2 && one.bytes > 0));
        assert_eq!(listed[0].content, Mark::of(b"c"));
        assert!(folder.bytes_of(&listed) > 0);
    }
}
