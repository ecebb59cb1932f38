//! Pages as a release, ready to be served: each body compressed once, under a strong tag.
//!
//! A page whose bytes are those of the last release is not compressed or written again: its entry is
//! carried over and points into the segment that already holds it. So an edit costs one small segment
//! and a new index, and the last release is the cache of all compression.

use std::io;
use std::sync::{Mutex, PoisonError};

use super::packer::Packer;
use super::spool::{Spool, Spooled};
use super::{EarlierPage, HeavyPage, Left, Page, Sink, packing};
use crate::release::{
    Bodies, Body, CachePolicy, Coding, Entry, EntryView, Extent, IndexBuilder, Mark, Media,
    OpenRelease, Publisher, ReleaseError, Slot, Validity,
};

/// More segments than this are merged into one.
const MOST_SEGMENTS: usize = 24;

/// How bodies are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompressionPlan {
    /// The level of gzip, 1 to 9.
    pub gzip: u32,
    /// The quality of brotli, 0 to 11; `None` leaves it out, since it is slow.
    pub brotli: Option<u32>,
}

impl CompressionPlan {
    /// What a build does while somebody waits for it. The next level would take twice the time for a tenth less.
    pub const QUICK: Self = Self { gzip: 1, brotli: None };
    /// What a build does when nobody waits.
    pub const THOROUGH: Self = Self { gzip: packing::BEST_GZIP, brotli: Some(packing::THOROUGH) };
}

/// What became of a release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseReport {
    /// Bodies written anew.
    pub written: usize,
    /// Entries carried over from the last release.
    pub carried: usize,
    /// Pages heavier than a page may be, in order of path.
    pub heavy: Vec<HeavyPage>,
}

/// A release that is being filled.
pub struct ReleaseSink<'p> {
    publisher: &'p Publisher,
    previous: Option<OpenRelease>,
    plan: CompressionPlan,
    packer: Packer,
    spool: Spool,
    state: Mutex<State>,
}

/// What becomes of the pages.
#[derive(Default)]
struct State {
    fresh: Vec<Fresh>,
    /// Paths and days of entries that the last release already has.
    carried: Vec<(String, Validity)>,
    heavy: Vec<HeavyPage>,
}

/// An entry whose bodies lie in the new segment.
struct Fresh {
    path: String,
    validity: Validity,
    status: u16,
    media: Media,
    cache: CachePolicy,
    etag: Mark,
    slots: Vec<Slot>,
    /// Where each body lies in the spool.
    spooled: [Option<Spooled>; 3],
}

impl<'p> ReleaseSink<'p> {
    /// A sink into a new segment of the publisher's folder.
    pub fn new(publisher: &'p Publisher, plan: CompressionPlan) -> Result<Self, ReleaseError> {
        let previous = publisher.folder().open_current().ok();
        let spool = Spool::create(publisher.folder().path())?;
        let packer = Packer::new(plan.gzip);
        Ok(Self { publisher, previous, plan, packer, spool, state: Mutex::default() })
    }

    /// Publishes: the new index is current from here on. Same content, same index.
    pub fn publish(self, site: &str, content: Mark) -> Result<ReleaseReport, ReleaseError> {
        let mut state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        state.fresh.sort_by(|one, other| {
            (&one.path, one.validity.from).cmp(&(&other.path, other.validity.from))
        });
        let mut heavy = std::mem::take(&mut state.heavy);
        heavy.sort_unstable();
        let (written, carried) = (state.fresh.len(), state.carried.len());
        let report = ReleaseReport { written, carried, heavy };
        let mut builder = IndexBuilder::new(site, content);
        if let Some(previous) = &self.previous {
            for (path, validity) in &state.carried {
                if let Some(view) = find(previous, path, *validity) {
                    builder.carry(previous.index(), &view)?;
                }
            }
        }
        if !state.fresh.is_empty() {
            let mut draft = self.publisher.segment()?;
            let spooled: Vec<_> = state.fresh.iter().map(|fresh| fresh.spooled).collect();
            let extents = self.spool.copy(&spooled, &mut draft)?;
            let segment = builder.segment(draft.keep()?)?;
            for (fresh, extents) in state.fresh.into_iter().zip(extents) {
                builder.push(fresh.entry(extents, |extent| Body { segment, extent }));
            }
        }
        drop(self.spool);
        let segments = builder.segments().len();
        self.publisher.publish(builder)?;
        if segments > MOST_SEGMENTS {
            self.publisher.merge()?;
        }
        Ok(report)
    }

    fn is_carried(&self, page: &EarlierPage<'_>, slots: &[Slot]) -> bool {
        let Some(previous) = &self.previous else { return false };
        find(previous, page.path, page.validity).is_some_and(|view| {
            page.left.mark == Some(view.etag.0)
                && view.media == page.media
                && view.cache == page.cache
                && view.status == status_of(page.path)
                && view.slots().eq(slots.iter().copied())
                && (self.plan.brotli.is_none()
                    || !compressed(page.media, page.cache, slots)
                    || page.length < packing::WORTH_BROTLI as u64
                    || view.bodies.get(Coding::Brotli).is_some())
        })
    }

    /// Takes the entry of the last release over, and weighs it as it was packed then.
    fn carry(&self, page: &EarlierPage<'_>, slots: &[Slot]) {
        let previous = self.previous.as_ref();
        let view = previous.and_then(|release| find(release, page.path, page.validity));
        let gzip = view.and_then(|view| view.bodies.get(Coding::Gzip));
        let gzip = gzip.map_or(page.length, |body| body.extent.len.into());
        let heavy = HeavyPage::of(page.path, page.media, slots, gzip);
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.heavy.extend(heavy);
        state.carried.push((page.path.to_owned(), page.validity));
    }

    fn compress(&self, page: &Page<'_>) -> io::Result<[Option<Vec<u8>>; 2]> {
        if !compressed(page.media, page.cache, page.slots) {
            return Ok([None, None]);
        }
        let worth_it = page.bytes.len() >= packing::WORTH_BROTLI;
        let brotli = self.plan.brotli.filter(|_| worth_it);
        // Kept even where it gains nothing: what is there is not tried again.
        let brotli = brotli.map(|quality| packing::brotli(page.bytes, quality)).transpose()?;
        let gzip = self.gzip(page)?;
        Ok([Some(gzip).filter(|body| body.len() < page.bytes.len()), brotli])
    }

    /// At the level of the plan; but a page that would be called too heavy gets the best there is.
    fn gzip(&self, page: &Page<'_>) -> io::Result<Vec<u8>> {
        if self.plan.gzip >= packing::BEST_GZIP {
            return packing::gzip(page.bytes);
        }
        let quick = self.packer.pack(page.bytes)?;
        if HeavyPage::of(page.path, page.media, page.slots, quick.len() as u64).is_none() {
            return Ok(quick);
        }
        let best = packing::gzip(page.bytes)?;
        Ok(if best.len() < quick.len() { best } else { quick })
    }
}

impl Sink for ReleaseSink<'_> {
    fn put(&self, page: &Page<'_>) -> io::Result<Left> {
        let etag = page.mark;
        let left = Left { stamp: None, mark: Some(etag.0) };
        let earlier = EarlierPage {
            path: page.path,
            length: page.bytes.len() as u64,
            media: page.media,
            cache: page.cache,
            validity: page.validity,
            left,
        };
        if self.is_carried(&earlier, page.slots) {
            self.carry(&earlier, page.slots);
            return Ok(left);
        }
        let [gzip, brotli] = self.compress(page)?;
        let weight = gzip.as_ref().map_or(page.bytes.len(), Vec::len) as u64;
        let bodies = [Some(page.bytes), gzip.as_deref(), brotli.as_deref()];
        let spooled = self.spool.put(bodies)?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.heavy.extend(HeavyPage::of(page.path, page.media, page.slots, weight));
        state.fresh.push(Fresh {
            path: page.path.to_owned(),
            validity: page.validity,
            status: status_of(page.path),
            media: page.media,
            cache: page.cache,
            etag,
            slots: page.slots.to_vec(),
            spooled,
        });
        Ok(left)
    }

    fn has(&self, page: &EarlierPage<'_>) -> io::Result<bool> {
        Ok(self.is_carried(page, &[]))
    }

    fn wants_content(&self) -> bool {
        true
    }

    fn keep(&self, page: &EarlierPage<'_>) {
        self.carry(page, &[]);
    }
}

impl Fresh {
    fn entry(self, extents: [Option<Extent>; 3], body: impl Fn(Extent) -> Body) -> Entry {
        let mut bodies = Bodies::new();
        for (coding, extent) in Coding::ALL.into_iter().zip(extents) {
            if let Some(extent) = extent {
                bodies = bodies.with(coding, body(extent));
            }
        }
        let Self { path, validity, status, media, cache, etag, slots, .. } = self;
        Entry { path, validity, status, media, cache, etag, bodies, slots }
    }
}

/// A page with slots differs for each request, and internal entries never travel.
fn compressed(media: Media, cache: CachePolicy, slots: &[Slot]) -> bool {
    media.is_compressible() && slots.is_empty() && cache != CachePolicy::Internal
}

/// The page for addresses that do not exist says so in its status. Only a whole name counts: the page of
/// procedure 1.002404 ends in the same signs.
fn status_of(path: &str) -> u16 {
    if path == "404.html" || path.ends_with("/404.html") { 404 } else { 200 }
}

/// The entry of exactly these days.
fn find<'r>(release: &'r OpenRelease, path: &str, validity: Validity) -> Option<EntryView<'r>> {
    let view = match validity.from.or(validity.to.map(|to| crate::release::Day(to.0 - 1))) {
        Some(day) => release.find(path, day),
        None => release.index().internal(path).or_else(|| {
            // Any day will do for an entry that always holds.
            release.find(path, crate::release::Day(0))
        }),
    }?;
    (view.validity == validity).then_some(view)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_not_found_pages_are_not_found() {
        assert_eq!((status_of("404.html"), status_of("en/404.html")), (404, 404));
        assert_eq!((status_of("thu-tuc/1.002404.html"), status_of("index.html")), (200, 200));
    }
}
