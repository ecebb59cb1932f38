//! A file mapped into memory: the one place of the program that needs `unsafe`.
//!
//! Mapping keeps the pages of a site out of our own memory: the system shares them and drops them under pressure.

use std::fs::File;
use std::io;

/// A file that is never written again, mapped for reading.
#[derive(Debug)]
pub(super) struct Map(memmap2::Mmap);

impl Map {
    /// Maps a whole file of a release.
    #[allow(
        unsafe_code,
        reason = "mapping a file is unsafe in itself; see below why ours are safe"
    )]
    pub(super) fn of(file: &File) -> io::Result<Self> {
        // SAFETY: a mapping is sound while nobody writes to the file or shortens it. Files of a release are written
        // under another name, closed, and only then renamed to what a reader opens; no part of this program opens
        // them for writing again, and removing one leaves the mapped pages alive until they are unmapped.
        unsafe { memmap2::Mmap::map(file) }.map(Self)
    }
}

impl AsRef<[u8]> for Map {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
