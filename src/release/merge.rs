//! Gathers a release that many edits have scattered over many segments into one.
//!
//! Every edit adds a small segment and leaves dead bodies in the older ones. Merging copies the living bodies, in
//! the order of their paths, which also lets neighbours share pages of memory.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry::Vacant;

use super::{
    Bodies, Body, Entry, Extent, FormatError, IndexBuilder, IndexName, OpenRelease, Publisher,
    ReleaseError,
};

impl Publisher {
    /// Publishes the release in force again with all its bodies in one new segment. Old files stay until
    /// [`Publisher::prune`].
    pub fn merge(&self) -> Result<IndexName, ReleaseError> {
        let release = self.folder().open_current()?;
        let index = release.index();
        let mut draft = self.segment()?;
        let mut moved: BTreeMap<Body, Extent> = BTreeMap::new();
        for body in index.entries().flat_map(|entry| entry.bodies.prepared()).map(|(_, body)| body)
        {
            if let Vacant(place) = moved.entry(body) {
                place.insert(draft.append(&bytes_of(&release, body)?)?);
            }
        }
        let mut merged = IndexBuilder::new(index.site(), index.content());
        let segment = merged.segment(draft.keep()?)?;
        for entry in index.entries() {
            let bodies = entry.bodies.prepared().filter_map(|(coding, body)| {
                moved.get(&body).map(|extent| (coding, Body { segment, extent: *extent }))
            });
            let bodies = bodies.fold(Bodies::new(), |all, (coding, body)| all.with(coding, body));
            merged.push(Entry { bodies, ..entry.to_entry() });
        }
        index.redirects().for_each(|(path, target)| merged.redirect(path, target));
        self.publish(merged)
    }
}

/// The bytes of a body that the index of this release names.
fn bytes_of(release: &OpenRelease, body: Body) -> Result<bytes::Bytes, ReleaseError> {
    release.body(body).ok_or(ReleaseError::Refused(FormatError::ForeignBody))
}

#[cfg(test)]
mod tests {
    use super::super::builder::tests::page;
    use super::super::publisher::tests::{publish, text_of};
    use super::super::{Coding, Folder, Mark};
    use super::*;

    #[test]
    fn merging_changes_files_but_no_answer() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        publish(&folder, "cũ");
        edit(&folder, "b.html", "mới");
        edit(&folder, "c.html", "thêm");
        let before = folder.open_current().unwrap();
        assert_eq!(before.index().segments().count(), 3);

        let mut publisher = folder.publisher().unwrap();
        let name = publisher.merge().unwrap();
        publisher.prune(1).unwrap();
        let after = folder.open_current().unwrap();
        assert_eq!((after.name(), after.index().segments().count()), (name, 1));
        for (path, text) in [("a.html", "cũ"), ("b.html", "mới"), ("c.html", "thêm")] {
            assert_eq!((text_of(&before, path), text_of(&after, path)), (text.into(), text.into()));
        }
        assert_eq!(after.index().redirect("d.html"), Some("c.html"));
    }

    /// What a small edit does: one new segment, all other answers carried over.
    fn edit(folder: &Folder, path: &str, text: &str) {
        let publisher = folder.publisher().unwrap();
        let release = folder.open_current().unwrap();
        let mut next = IndexBuilder::new(release.index().site(), Mark::of(text.as_bytes()));
        for entry in release.index().entries().filter(|entry| entry.path != path) {
            next.carry(release.index(), &entry).unwrap();
        }
        let mut draft = publisher.segment().unwrap();
        let extent = draft.append(text.as_bytes()).unwrap();
        let segment = next.segment(draft.keep().unwrap()).unwrap();
        let bodies = Bodies::new().with(Coding::Identity, Body { segment, extent });
        next.push(Entry { bodies, ..page(path, 0) });
        next.redirect("d.html", "c.html");
        publisher.publish(next).unwrap();
    }
}
