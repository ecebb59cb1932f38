//! What the last build made of each page, so that this one renders only what changed.
//!
//! One line a page: the fingerprint of all that went into it, how many bytes came out, and what they
//! left behind in the folder and in the release. A page is kept when its fingerprint is the same and every
//! sink still has those bytes as they were left; in all other cases it is rendered. The memory lies
//! beside the parse cache. Losing it loses nothing but time, so anything odd about it means an
//! empty one.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::Left;
use crate::release::{Mark, Validity};

/// The file's first bytes; the number rises with its form.
const MAGIC: &[u8; 8] = b"NYPAGES1";

/// The file's name in the cache folder.
const FILE: &str = "pages.index";

/// A page as it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Remembered {
    /// What it was made of.
    pub(super) fingerprint: [u8; 16],
    /// How many bytes it has.
    pub(super) length: u64,
    /// What the sinks said of it.
    pub(super) left: Left,
}

/// A page is known by its path and its first day: pages of one path take turns.
type Key = (String, Option<i32>);

/// The memory of one output folder.
pub struct PageMemory {
    program: [u8; 16],
    file: Option<PathBuf>,
    earlier: HashMap<Key, Remembered>,
    made: Mutex<Vec<(Key, Remembered)>>,
}

impl PageMemory {
    /// A memory that knows nothing and is not kept: every page is rendered.
    pub fn none() -> Self {
        Self::with(None, [0; 16], HashMap::new())
    }

    /// The memory in the folder of caches. `program` tells one build of the program from another;
    /// `anew` means that nothing is believed of what is there.
    pub fn open(folder: &Path, program: [u8; 16], anew: bool) -> Self {
        let file = folder.join(FILE);
        let earlier = if anew { None } else { read(&file) };
        Self::with(Some(file), program, earlier.unwrap_or_default().into_iter().collect())
    }

    fn with(file: Option<PathBuf>, program: [u8; 16], earlier: HashMap<Key, Remembered>) -> Self {
        Self { program, file, earlier, made: Mutex::default() }
    }

    /// Which program makes the pages.
    pub(super) fn program(&self) -> [u8; 16] {
        self.program
    }

    /// Whether pages are remembered at all.
    pub(super) fn is_kept(&self) -> bool {
        self.file.is_some()
    }

    /// What the last build made of a page from the same things.
    pub(super) fn of(&self, path: &str, validity: Validity, now: Mark) -> Option<Remembered> {
        let earlier = self.earlier.get(&key(path, validity));
        earlier.copied().filter(|earlier| earlier.fingerprint == now.0)
    }

    /// Remembers what this build made, or kept.
    pub(super) fn note(&self, path: &str, validity: Validity, made: Remembered) {
        let mut all = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((key(path, validity), made));
    }

    /// Writes the memory down for the next build. Call it when every sink has finished; not being
    /// able to costs time, not truth.
    pub fn save(self) {
        let Some(file) = self.file else { return };
        let mut made = self.made.into_inner().unwrap_or_else(PoisonError::into_inner);
        made.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let _ = write(&file, &made);
    }
}

fn key(path: &str, validity: Validity) -> Key {
    (path.to_owned(), validity.from.map(|day| day.0))
}

fn read(file: &Path) -> Option<Vec<(Key, Remembered)>> {
    let bytes = std::fs::read(file).ok()?;
    let (sum, rest) = bytes.strip_prefix(MAGIC)?.split_at_checked(16)?;
    if Mark::of(rest).0 != *sum {
        return None;
    }
    postcard::from_bytes(rest).ok()
}

fn write(file: &Path, made: &[(Key, Remembered)]) -> io::Result<()> {
    let body = postcard::to_stdvec(made).map_err(io::Error::other)?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let new = file.with_extension("new");
    let mut out = std::fs::File::create(&new)?;
    out.write_all(MAGIC)?;
    out.write_all(&Mark::of(&body).0)?;
    out.write_all(&body)?;
    drop(out);
    std::fs::rename(new, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_is_believed_only_whole_and_only_for_the_same_things() {
        let folder = tempfile::tempdir().unwrap();
        let memory = PageMemory::open(folder.path(), [1; 16], false);
        let page = Remembered { fingerprint: [2; 16], length: 4, left: Left::default() };
        memory.note("a.html", Validity::ALWAYS, page);
        memory.save();
        let open = |anew| PageMemory::open(folder.path(), [1; 16], anew);
        assert_eq!(open(false).of("a.html", Validity::ALWAYS, Mark([2; 16])), Some(page));
        assert_eq!(open(false).of("a.html", Validity::ALWAYS, Mark([9; 16])), None);
        assert_eq!(open(true).of("a.html", Validity::ALWAYS, Mark([2; 16])), None);
        let file = folder.path().join(FILE);
        let mut bytes = std::fs::read(&file).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        std::fs::write(&file, bytes).unwrap();
        assert_eq!(open(false).of("a.html", Validity::ALWAYS, Mark([2; 16])), None);
    }
}
