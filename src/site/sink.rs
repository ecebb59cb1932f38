//! Where pages go. A build does not know whether its bytes become files in a folder, answers in a
//! release, or are only counted: it hands each page to a sink and forgets it.

use std::io;

use crate::release::{CachePolicy, Media, Slot, Validity};

/// A finished page, borrowed for as long as it takes to keep it.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Its path from the root of the site, `thu-tuc/1.000894.html`.
    pub path: &'a str,
    /// Its bytes: UTF-8.
    pub bytes: &'a [u8],
    /// What kind of file it is.
    pub media: Media,
    /// How long a browser may keep it.
    pub cache: CachePolicy,
    /// The days on which it holds. Pages of one path never overlap in days.
    pub validity: Validity,
    /// Places that a host fills for each request.
    pub slots: &'a [Slot],
}

/// A place for pages, asked by many threads at once and in any order.
pub trait Sink: Sync {
    /// Keeps a page.
    fn put(&self, page: &Page<'_>) -> io::Result<()>;
}
