//! Bodies on their way into a segment. Workers finish in any order, and a segment must not show it: bodies are
//! spooled as they come, and copied into the segment in the order of their paths.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::release::{Extent, ReleaseError, SegmentDraft, read_at, write_at};

/// Bodies are copied about so many bytes at a time.
const BATCH: usize = 4 * 1024 * 1024;

/// A file that many threads write to at once, each in a place of its own.
pub(super) struct Spool {
    path: PathBuf,
    file: File,
    end: AtomicU64,
}

/// Where a body lies in the spool.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spooled {
    offset: u64,
    length: usize,
}

/// Up to three codings of one body.
type Codings = [Option<Spooled>; 3];

impl Spool {
    /// An empty spool in a folder.
    pub(super) fn create(folder: &Path) -> Result<Self, ReleaseError> {
        let path = folder.join("spool.tmp");
        let open = File::options().read(true).write(true).create(true).truncate(true).open(&path);
        let file = open.map_err(|error| failed(&path, error))?;
        Ok(Self { path, file, end: AtomicU64::new(0) })
    }

    /// Takes the codings of one body.
    pub(super) fn put(&self, bodies: [Option<&[u8]>; 3]) -> io::Result<Codings> {
        let total: usize = bodies.iter().flatten().map(|body| body.len()).sum();
        let mut offset = self.end.fetch_add(total as u64, Ordering::Relaxed);
        let mut codings = [None; 3];
        for (coding, body) in codings.iter_mut().zip(bodies) {
            let Some(body) = body else { continue };
            write_at(&self.file, body, offset)?;
            *coding = Some(Spooled { offset, length: body.len() });
            offset += body.len() as u64;
        }
        Ok(codings)
    }

    /// Copies bodies into a segment, in this order; one thread reads what the other will write next.
    pub(super) fn copy(
        &self,
        bodies: &[Codings],
        draft: &mut SegmentDraft<'_>,
    ) -> Result<Vec<[Option<Extent>; 3]>, ReleaseError> {
        let mut extents = Vec::with_capacity(bodies.len());
        let mut rest = bodies;
        let mut full = self.fill(&mut rest, Vec::new())?;
        let mut spare = Vec::new();
        while !full.codings.is_empty() {
            let empty = std::mem::take(&mut spare);
            let (next, written) =
                rayon::join(|| self.fill(&mut rest, empty), || append(&full, draft, &mut extents));
            written?;
            spare = std::mem::replace(&mut full, next?).bytes;
        }
        Ok(extents)
    }

    /// Reads the first of these bodies, as many as one batch holds, and takes them off.
    fn fill<'b>(
        &self,
        rest: &mut &'b [Codings],
        mut bytes: Vec<u8>,
    ) -> Result<Batch<'b>, ReleaseError> {
        bytes.clear();
        let mut taken = 0;
        for codings in *rest {
            if bytes.len() >= BATCH {
                break;
            }
            for body in codings.iter().flatten() {
                let start = bytes.len();
                bytes.resize(start + body.length, 0);
                read_at(&self.file, &mut bytes[start..], body.offset)
                    .map_err(|error| failed(&self.path, error))?;
            }
            taken += 1;
        }
        let (codings, others) = rest.split_at(taken);
        *rest = others;
        Ok(Batch { codings, bytes })
    }
}

impl Drop for Spool {
    /// Takes it away, after a build that failed too, so that a full disk has its room back. One that stays costs room
    /// until the next build truncates it.
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Bodies that lie one behind the other in memory.
struct Batch<'b> {
    codings: &'b [Codings],
    bytes: Vec<u8>,
}

fn append(
    batch: &Batch<'_>,
    draft: &mut SegmentDraft<'_>,
    extents: &mut Vec<[Option<Extent>; 3]>,
) -> Result<(), ReleaseError> {
    let mut rest = batch.bytes.as_slice();
    for codings in batch.codings {
        let mut kept = [None; 3];
        for (kept, body) in kept.iter_mut().zip(codings) {
            let Some(body) = body else { continue };
            let (bytes, others) = rest.split_at(body.length);
            rest = others;
            *kept = Some(draft.append(bytes)?);
        }
        extents.push(kept);
    }
    Ok(())
}

fn failed(path: &Path, error: io::Error) -> ReleaseError {
    ReleaseError::Io { action: "write", file: path.into(), source: error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Folder;

    #[test]
    fn what_many_threads_spool_stands_in_the_order_that_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let publisher = Folder::new(folder.path().join("release")).publisher().unwrap();
        let spool = Spool::create(folder.path()).unwrap();
        let bodies: Vec<Vec<u8>> = (0..60_u8).map(|at| vec![at; 200_000]).collect();
        let mut spooled = vec![[None; 3]; bodies.len()];
        std::thread::scope(|scope| {
            for (body, spooled) in bodies.iter().zip(&mut spooled) {
                let spool = &spool;
                scope.spawn(move || {
                    *spooled = spool.put([Some(body), None, Some(&body[..7])]).unwrap();
                });
            }
        });
        let mut draft = publisher.segment().unwrap();
        let start = draft.append(b"").unwrap().offset;
        let extents = spool.copy(&spooled, &mut draft).unwrap();
        let mut offset = start;
        for [whole, none, short] in extents {
            let (whole, short) = (whole.unwrap(), short.unwrap());
            assert_eq!((whole.offset, whole.len), (offset, 200_000));
            assert_eq!((none.is_none(), short.offset, short.len), (true, offset + 200_000, 7));
            offset = short.offset + 7;
        }
        drop(spool);
        assert!(!folder.path().join("spool.tmp").exists());
    }
}
