//! Where pages go. A build does not know whether its bytes become files in a folder, answers in a
//! release, or are only counted: it hands each page to a sink and forgets it.

use std::io;

use serde::{Deserialize, Serialize};

use crate::release::{CachePolicy, Mark, Media, Slot, Validity};

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

impl<'a> Page<'a> {
    /// The page as a later build would know it.
    pub fn as_earlier(&self) -> EarlierPage<'a> {
        EarlierPage {
            path: self.path,
            mark: Mark::of(self.bytes),
            length: self.bytes.len() as u64,
            media: self.media,
            cache: self.cache,
            validity: self.validity,
            stamp: None,
        }
    }
}

/// A page of an earlier build, which would come out the same if it were rendered again: a page without
/// slots.
#[derive(Debug, Clone, Copy)]
pub struct EarlierPage<'a> {
    /// Its path from the root of the site.
    pub path: &'a str,
    /// The mark of its bytes.
    pub mark: Mark,
    /// How many bytes it has.
    pub length: u64,
    /// What kind of file it is.
    pub media: Media,
    /// How long a browser may keep it.
    pub cache: CachePolicy,
    /// The days on which it holds.
    pub validity: Validity,
    /// What [`Sink::put`] gave for it, then.
    pub stamp: Option<Stamp>,
}

/// When a file was last changed, in nanoseconds as the system counts them: a file that somebody touched
/// since shows another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(pub u64);

/// A place for pages, asked by many threads at once and in any order.
pub trait Sink: Sync {
    /// Keeps a page; gives the stamp of its file, where it became one.
    fn put(&self, page: &Page<'_>) -> io::Result<Option<Stamp>>;

    /// Whether the page of an earlier build is still there just as it was left.
    fn has(&self, page: &EarlierPage<'_>) -> io::Result<bool>;

    /// Keeps that page for this build too; only after [`Sink::has`] said that it is there.
    fn keep(&self, page: &EarlierPage<'_>);
}
