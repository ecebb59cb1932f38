//! A page that is heavier than it may be. What the program can cut it cuts before; what is left was
//! written too long by somebody, who must hear of it.

use super::Page;
use crate::release::Media;
use crate::text::HEAVIEST_PAGE;

/// A page too heavy for the first round trip of a new connection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeavyPage {
    /// Its path from the root of the site.
    pub path: String,
    /// Its bytes after gzip.
    pub bytes: usize,
}

impl HeavyPage {
    /// The page, if it is too heavy; a body without gzip is one that gzip does not make smaller.
    pub(super) fn of(page: &Page<'_>, gzip: Option<usize>) -> Option<Self> {
        // What a host fills in for each request it also compresses for each.
        let is_measured = page.media == Media::Html && page.slots.is_empty();
        let bytes = gzip.unwrap_or(page.bytes.len());
        (is_measured && bytes > HEAVIEST_PAGE).then(|| Self { path: page.path.to_owned(), bytes })
    }
}
