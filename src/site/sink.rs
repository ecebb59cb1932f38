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
    /// The mark of these bytes.
    pub mark: Mark,
    /// What kind of file it is.
    pub media: Media,
    /// How long a browser may keep it.
    pub cache: CachePolicy,
    /// The days on which it holds. Pages of one path never overlap in days.
    pub validity: Validity,
    /// Places that a host fills for each request.
    pub slots: &'a [Slot],
}

/// A page of an earlier build, which would come out the same if it were rendered again: a page without
/// slots.
#[derive(Debug, Clone, Copy)]
pub struct EarlierPage<'a> {
    /// Its path from the root of the site.
    pub path: &'a str,
    /// How many bytes it has.
    pub length: u64,
    /// What kind of file it is.
    pub media: Media,
    /// How long a browser may keep it.
    pub cache: CachePolicy,
    /// The days on which it holds.
    pub validity: Validity,
    /// What [`Sink::put`] gave for it, then.
    pub left: Left,
}

/// What a page left behind in the sinks that took it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// When its file was last changed, where it became one.
    pub stamp: Option<Stamp>,
    /// The mark of its bytes, where a sink needed to know it.
    pub mark: Option<[u8; 16]>,
}

/// When a file was last changed, in nanoseconds as the system counts them: a file that somebody touched
/// since shows another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(pub u64);

/// A place for pages, asked by many threads at once and in any order.
pub trait Sink: Sync {
    /// Keeps a page, and says what a later build needs to know it again.
    fn put(&self, page: &Page<'_>) -> io::Result<Left>;

    /// Whether the page of an earlier build is still there just as it was left.
    fn has(&self, page: &EarlierPage<'_>) -> io::Result<bool>;

    /// Whether it keeps what a release carries of its content, for later comparing.
    fn wants_content(&self) -> bool {
        false
    }

    /// Keeps that page for this build too; only after [`Sink::has`] said that it is there.
    fn keep(&self, page: &EarlierPage<'_>);
}
