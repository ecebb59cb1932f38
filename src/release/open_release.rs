//! A release opened for serving: its index and segments mapped, its bodies handed out without a copy.
//!
//! It stays whole while it is held, whatever is published or cleared away meanwhile; the host swaps it for the next
//! one behind an `Arc`.

use std::fs::File;
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::layout::Layout;
use super::map::Map;
use super::segment::check_header;
use super::{Body, Day, EntryView, FormatError, Index, IndexName, Mark, ReleaseError};

/// A whole release in memory-mapped files.
#[derive(Clone, Debug)]
pub struct OpenRelease {
    folder: PathBuf,
    name: IndexName,
    index: Bytes,
    layout: Layout,
    segments: Vec<Bytes>,
}

impl OpenRelease {
    /// Maps the index of this name and all its segments; proves the index and the lengths of the segments.
    pub(super) fn open(folder: &Path, name: IndexName) -> Result<Self, ReleaseError> {
        let file = folder.join(name.to_string());
        let index = map(&file)?;
        if Mark::of(&index) != name.0 {
            return Err(ReleaseError::Altered { file });
        }
        let format = |source| ReleaseError::Format { file: file.clone(), source };
        let read = Index::parse(&index).map_err(format)?;
        let segments = read.segments().map(|segment| {
            let file = folder.join(segment.name.to_string());
            let bytes = map(&file)?;
            let found = bytes.len() as u64;
            let whole = check_header(&bytes).and_then(|()| {
                let announced = segment.len;
                if found == announced {
                    Ok(())
                } else {
                    Err(FormatError::Length { announced, found })
                }
            });
            whole.map_err(|source| ReleaseError::Format { file, source })?;
            Ok(bytes)
        });
        let segments = segments.collect::<Result<_, ReleaseError>>()?;
        let layout = read.layout();
        Ok(Self { folder: folder.to_owned(), name, index, layout, segments })
    }

    /// The name of its index.
    pub fn name(&self) -> IndexName {
        self.name
    }

    /// Its index; this costs nothing.
    pub fn index(&self) -> Index<'_> {
        Index::proved(&self.index, self.layout)
    }

    /// The answer for a path on a day.
    pub fn find(&self, path: &str, day: Day) -> Option<EntryView<'_>> {
        self.index().find(path, day)
    }

    /// The bytes of a body, shared with the mapping; none for a body of another release.
    pub fn body(&self, body: Body) -> Option<Bytes> {
        let segment = self.segments.get(usize::from(body.segment.0))?;
        let start = usize::try_from(body.extent.offset).ok()?;
        let end = start.checked_add(usize::try_from(body.extent.len).ok()?)?;
        (end <= segment.len()).then(|| segment.slice(start..end))
    }

    /// Reads every byte and proves that each segment is what its name says; the index was proved on opening.
    pub fn verify(&self) -> Result<(), ReleaseError> {
        for (segment, bytes) in self.index().segments().zip(&self.segments) {
            if Mark::of(bytes) != segment.name.0 {
                let file = self.folder.join(segment.name.to_string());
                return Err(ReleaseError::Altered { file });
            }
        }
        Ok(())
    }
}

/// A whole file as shared bytes.
fn map(file: &Path) -> Result<Bytes, ReleaseError> {
    let opened = File::open(file).map_err(ReleaseError::io("open", file))?;
    Map::of(&opened).map(Bytes::from_owner).map_err(ReleaseError::io("map", file))
}
