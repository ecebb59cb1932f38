//! Packs pages by gzip while somebody waits for the build.
//!
//! Half of a page is its head with the style in it, and that is the same for nearly all pages of a language. It is
//! packed once, thoroughly, and its packed bytes begin every page that begins so; the rest is packed by itself. Both
//! meet at a whole byte (an empty stored block, as between any two flushes), and what comes out is one ordinary gzip
//! member. That the rest cannot refer to the head costs a fiftieth of the size; to remember the head for each page
//! anew would cost a third more time.
//!
//! The same page always gives the same bytes: where its head ends can be seen in the page alone, and that a head was
//! met before saves only the work.

use std::io;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use flate2::{Compress, CompressError, Compression, Crc, FlushCompress, Status};

/// What ends the head: what follows it is of the page's own.
const END_OF_HEAD: &[u8] = b"</style>";

/// A head shorter than this is not worth its own block, in bytes.
const SHORTEST_HEAD: usize = 1024;

/// A longer head is not looked for, in bytes.
const LONGEST_HEAD: usize = 32 * 1024;

/// So many heads are remembered: a language or two, and what a theme makes different.
const MOST_HEADS: usize = 16;

/// The level of what is packed once.
const THOROUGH: Compression = Compression::new(9);

/// The first bytes of a gzip member: deflate, no name, no time, packed quickly, by no system in particular.
const HEADER: [u8; 10] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 255];

/// What packs many pages, asked by many threads at once.
pub(super) struct Packer {
    level: Compression,
    /// Their tables are large, and clearing them is cheaper than making them.
    spare: Mutex<Vec<Compress>>,
    heads: RwLock<Vec<Arc<Head>>>,
}

/// How a page begins, and the same packed.
struct Head {
    plain: Vec<u8>,
    packed: Vec<u8>,
}

impl Packer {
    /// One that packs the rest of a page at this level, 1 to 9.
    pub(super) fn new(level: u32) -> Self {
        let level = Compression::new(level);
        Self { level, spare: Mutex::default(), heads: RwLock::default() }
    }

    /// The page as one gzip member.
    pub(super) fn pack(&self, page: &[u8]) -> io::Result<Vec<u8>> {
        let (head, rest) = page.split_at(end_of_head(page));
        let mut packed = Vec::with_capacity(page.len() / 2 + 256);
        packed.extend_from_slice(&HEADER);
        let spare = self.spare.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut deflate = spare.unwrap_or_else(|| Compress::new(self.level, false));
        if !head.is_empty() {
            packed.extend_from_slice(&self.head(head)?.packed);
        }
        run(&mut deflate, rest, FlushCompress::Finish, &mut packed).map_err(failed)?;
        deflate.reset();
        self.spare.lock().unwrap_or_else(PoisonError::into_inner).push(deflate);
        let mut sum = Crc::new();
        sum.update(page);
        packed.extend_from_slice(&sum.sum().to_le_bytes());
        packed.extend_from_slice(&sum.amount().to_le_bytes());
        Ok(packed)
    }

    /// The packed head, made the first time.
    fn head(&self, plain: &[u8]) -> io::Result<Arc<Head>> {
        let known = |heads: &[Arc<Head>]| heads.iter().find(|head| head.plain == plain).cloned();
        if let Some(head) = known(&self.heads.read().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(head);
        }
        let mut packed = Vec::with_capacity(plain.len() / 2);
        let mut deflate = Compress::new(THOROUGH, false);
        run(&mut deflate, plain, FlushCompress::Sync, &mut packed).map_err(failed)?;
        let head = Arc::new(Head { plain: plain.to_vec(), packed });
        let mut heads = self.heads.write().unwrap_or_else(PoisonError::into_inner);
        if heads.len() < MOST_HEADS && known(&heads).is_none() {
            heads.push(Arc::clone(&head));
        }
        Ok(head)
    }
}

/// How many bytes of the page are its head; 0 when there is none worth its own block.
fn end_of_head(page: &[u8]) -> usize {
    let beginning = &page[..page.len().min(LONGEST_HEAD)];
    let found = memchr::memmem::find(beginning, END_OF_HEAD);
    found.map(|at| at + END_OF_HEAD.len()).filter(|end| *end >= SHORTEST_HEAD).unwrap_or(0)
}

/// Runs all of `plain` through, up to the end or to a whole byte.
fn run(
    deflate: &mut Compress,
    plain: &[u8],
    flush: FlushCompress,
    packed: &mut Vec<u8>,
) -> Result<(), CompressError> {
    let before = deflate.total_in();
    loop {
        let read = usize::try_from(deflate.total_in() - before).unwrap_or(usize::MAX);
        packed.reserve(plain.len() / 4 + 64);
        let status = deflate.compress_vec(&plain[read..], packed, flush)?;
        // Room that was left over means that a flush is complete.
        let room = packed.len() < packed.capacity();
        if status == Status::StreamEnd || (room && !matches!(flush, FlushCompress::Finish)) {
            return Ok(());
        }
    }
}

fn failed(error: CompressError) -> io::Error {
    io::Error::other(error)
}

#[cfg(test)]
#[path = "packer_tests.rs"]
mod tests;
