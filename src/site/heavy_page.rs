//! A page that is heavier than it may be. What the program can cut it cuts before; what is left was
//! written too long by somebody, who must hear of it.

use crate::release::{Media, Slot};
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
    /// The page, if its compressed bytes are too many.
    pub(super) fn of(path: &str, media: Media, slots: &[Slot], bytes: u64) -> Option<Self> {
        // What a host fills in for each request it also compresses for each.
        let is_measured = media == Media::Html && slots.is_empty();
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        (is_measured && bytes > HEAVIEST_PAGE).then(|| Self { path: path.to_owned(), bytes })
    }
}
