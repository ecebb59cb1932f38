//! A path looked up in the release: an entry, or the address where it really lies. Links last, so a page
//! is found with and without its ending and with a slash too many; but it has one address, and the
//! others lead there.

use crate::release::{Day, EntryView, OpenRelease};

/// What lies at a path.
#[derive(Debug)]
pub(super) enum Found<'r> {
    /// This.
    Entry(EntryView<'r>),
    /// Nothing, but something lies at this path: to be written after a slash.
    Moved(String),
    /// Nothing.
    Nothing,
}

/// Looks a path up as it holds on `day`.
pub(super) fn find<'r>(release: &'r OpenRelease, path: &str, day: Day) -> Found<'r> {
    if let Some(entry) = release.find(path, day) {
        return Found::Entry(entry);
    }
    if (path.is_empty() || path.ends_with('/'))
        && let Some(entry) = release.find(&format!("{path}index.html"), day)
    {
        return Found::Entry(entry);
    }
    let moved = elsewhere(release, path.trim_end_matches('/'), day);
    moved.map_or(Found::Nothing, Found::Moved)
}

/// The address of what is meant by a path at which nothing lies.
fn elsewhere(release: &OpenRelease, path: &str, day: Day) -> Option<String> {
    if path.is_empty() || path.starts_with('/') {
        return None;
    }
    if let Some(target) = release.index().redirect(path) {
        return Some(target.to_owned());
    }
    let lies = |path: &str| release.find(path, day).is_some();
    if lies(path) {
        return Some(path.to_owned());
    }
    let page = format!("{path}.html");
    if lies(&page) {
        return Some(page);
    }
    let stem = path.strip_suffix(".html").unwrap_or(path);
    lies(&format!("{stem}/index.html")).then(|| format!("{stem}/"))
}
