//! The parse cache: bodies in binary form, found again by the hash of the files they came from.
//!
//! YAML is two thirds of an honest build, so a body is parsed once. Bodies lie one after another in
//! a pack file that is only appended to; a small index says which hash lies where. Losing the cache
//! loses nothing but time, so anything odd about it means starting an empty one.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use serde::{Deserialize, Serialize};

use super::file_stamp::{Moment, moment};
use crate::catalogue::procedure::{Edition, Procedure};
use crate::publication::{Bodies, BodyError, EditionIndex};
use crate::release::{Mark, read_at, write_at};
use crate::text::Date;

/// Rewritten from nothing when more than this many bytes lie unused in the pack.
const MOST_UNUSED: u64 = 64 * 1024 * 1024;

/// Where the cache lies, and which program may read it.
#[derive(Debug, Clone)]
pub struct CacheFolder {
    /// The folder.
    pub path: PathBuf,
    /// Tells one build of the program from another, whose types may differ.
    pub program: [u8; 16],
    /// Start anew: what was parsed before is not believed, what is parsed now is kept.
    pub anew: bool,
}

/// What is known of an edition without opening its body.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Record {
    /// Hash of everything that went into it.
    pub key: [u8; 16],
    /// What the file system said of its files, if they had rested when they were read: while it says the same, they need
    /// not be read.
    pub stamp: Option<[u8; 16]>,
    /// The file it was read from.
    pub file: String,
    pub edition: Edition,
    /// Acts and forms it refers to.
    pub acts: Vec<Box<str>>,
    pub forms: Vec<Box<str>>,
    /// From this day on its checks may say something new.
    pub recheck_from: Option<Date>,
    /// Whether nothing was found wrong: only then is it taken from the cache.
    pub clean: bool,
    pub extent: Extent,
}

/// Where a body lies in the pack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Extent {
    pub offset: u64,
    pub length: u32,
}

/// A pack that is being filled and read.
pub(super) struct Pack {
    store: Mutex<Store>,
    /// Set once filling is over: from then on reading needs no lock.
    sealed: OnceLock<Sealed>,
    index: Option<PathBuf>,
    program: [u8; 16],
    /// When it was opened, by the clock of the file system.
    opened: Option<Moment>,
    /// The sum of the index as it was read.
    earlier: Option<[u8; 16]>,
}

enum Store {
    File { file: File, length: u64 },
    Memory(Vec<u8>),
    Taken,
}

enum Sealed {
    File(File),
    Memory(Vec<u8>),
}

impl Pack {
    /// Opens the cache, or an empty pack in memory when there is none or another program holds it.
    pub(super) fn open(folder: Option<&CacheFolder>) -> (Self, Vec<Record>) {
        match folder.and_then(|folder| Self::open_file(folder).ok()) {
            Some(opened) => opened,
            None => (Self::new(Store::Memory(Vec::new()), None, [0; 16], None), Vec::new()),
        }
    }

    fn open_file(folder: &CacheFolder) -> std::io::Result<(Self, Vec<Record>)> {
        std::fs::create_dir_all(&folder.path)?;
        let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).clone();
        let file = open.open(folder.path.join("bodies.pack"))?;
        file.try_lock().map_err(|_| std::io::ErrorKind::WouldBlock)?;
        let index = folder.path.join("bodies.index");
        let mut length = file.metadata()?.len();
        let read = read_index(&index, &folder.program, length);
        let (mut records, sum) = read.map_or((Vec::new(), None), |(all, sum)| (all, Some(sum)));
        let used: u64 = records.iter().map(|record| u64::from(record.extent.length)).sum();
        if folder.anew || records.is_empty() || length > used + MOST_UNUSED {
            records.clear();
            file.set_len(0)?;
            length = 0;
        }
        let store = Store::File { file, length };
        let mut pack = Self::new(store, Some(index), folder.program, moment(&folder.path));
        pack.earlier = sum.filter(|_| !records.is_empty());
        Ok((pack, records))
    }

    fn new(
        store: Store,
        index: Option<PathBuf>,
        program: [u8; 16],
        opened: Option<Moment>,
    ) -> Self {
        let (store, sealed) = (Mutex::new(store), OnceLock::new());
        Self { store, sealed, index, program, opened, earlier: None }
    }

    /// When it was opened, by the clock of the file system; none for a pack in memory.
    pub(super) fn opened(&self) -> Option<Moment> {
        self.opened
    }

    /// Appends many bodies at once; gives the offset of the first.
    pub(super) fn append(&self, bytes: &[u8]) -> std::io::Result<u64> {
        let mut store = self.store.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match &mut *store {
            Store::Memory(pack) => {
                let at = pack.len() as u64;
                pack.extend_from_slice(bytes);
                Ok(at)
            }
            Store::File { file, length } => {
                let at = *length;
                write_at(file, bytes, at)?;
                *length += bytes.len() as u64;
                Ok(at)
            }
            Store::Taken => Err(std::io::ErrorKind::Unsupported.into()),
        }
    }

    /// Ends the filling and writes the index.
    pub(super) fn seal(&self, records: &[Record]) {
        let mut store = self.store.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let sealed = match std::mem::replace(&mut *store, Store::Taken) {
            Store::Memory(pack) => Sealed::Memory(pack),
            Store::File { file, .. } => Sealed::File(file),
            Store::Taken => return,
        };
        let _ = self.sealed.set(sealed);
        if let Some(index) = &self.index {
            // A cache that cannot be written costs time, not truth.
            let _ = write_index(index, &self.program, self.earlier, records);
        }
    }

    fn read(&self, extent: Extent) -> Result<Procedure, String> {
        let length = extent.length as usize;
        match self.sealed.get() {
            Some(Sealed::Memory(pack)) => {
                let start = usize::try_from(extent.offset).unwrap_or(usize::MAX);
                let bytes = pack.get(start..start + length).ok_or("outside the pack")?;
                postcard::from_bytes(bytes).map_err(|error| error.to_string())
            }
            Some(Sealed::File(file)) => {
                let mut bytes = vec![0; length];
                read_at(file, &mut bytes, extent.offset).map_err(|error| error.to_string())?;
                postcard::from_bytes(&bytes).map_err(|error| error.to_string())
            }
            None => Err("the content is still being read".into()),
        }
    }
}

/// The bodies of a publication, by their places in the pack.
pub(super) struct PackedBodies {
    pub pack: Pack,
    pub extents: Vec<Extent>,
}

impl Bodies for PackedBodies {
    fn body(&self, edition: EditionIndex) -> Result<Procedure, BodyError> {
        let extent = self.extents.get(edition.0).copied().unwrap_or_default();
        self.pack.read(extent).map_err(|reason| BodyError { edition: edition.0, reason })
    }
}

const MAGIC: &[u8; 8] = b"NYCACHE2";

fn read_index(
    path: &std::path::Path,
    program: &[u8; 16],
    length: u64,
) -> Option<(Vec<Record>, [u8; 16])> {
    let bytes = std::fs::read(path).ok()?;
    let rest = bytes.strip_prefix(MAGIC)?.strip_prefix(program)?;
    let (sum, rest) = rest.split_at_checked(16)?;
    if blake3::hash(rest).as_bytes()[..16] != *sum {
        return None;
    }
    let records: Vec<Record> = postcard::from_bytes(rest).ok()?;
    let sound = |record: &Record| record.extent.offset + u64::from(record.extent.length) <= length;
    let sum = sum.try_into().ok()?;
    records.iter().all(sound).then_some((records, sum))
}

fn write_index(
    path: &std::path::Path,
    program: &[u8; 16],
    earlier: Option<[u8; 16]>,
    records: &[Record],
) -> std::io::Result<()> {
    let body = postcard::to_stdvec(records).map_err(std::io::Error::other)?;
    let sum = Mark::of(&body).0;
    if earlier == Some(sum) {
        return Ok(());
    }
    let new = path.with_extension("new");
    let mut file = File::create(&new)?;
    file.write_all(MAGIC)?;
    file.write_all(program)?;
    file.write_all(&sum)?;
    file.write_all(&body)?;
    drop(file);
    std::fs::rename(new, path)
}
