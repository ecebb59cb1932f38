//! What a release carries of its content beside the pages, so that `diff` can compare with what was published: internal
//! entries that no visitor sees. A pack whose editions are those of the last build is not packed again.

use rayon::prelude::*;

use super::page_memory::Remembered;
use super::render::Press;
use super::{EarlierPage, Page, SiteError};
use crate::publication::EditionIndex;
use crate::publication::carried;
use crate::release::{CachePolicy, Mark, Media, Validity};
use crate::site::Rendered;

/// The entry of all but the editions.
pub const CONTENT_GROUND: &str = "content/ground.postcard";

/// Where the entries of editions begin.
pub const CONTENT_PACKS: &str = "content/pack-";

impl Press<'_> {
    /// Puts the content into the sink, if it keeps such things. These entries are no pages and are not counted.
    pub(super) fn content_entries(&self) -> Result<Rendered, SiteError> {
        if !self.sink.wants_content() {
            return Ok(Rendered::default());
        }
        let ground = carried::ground(self.publication).map_err(SiteError::Carried)?;
        self.internal(CONTENT_GROUND, &ground)?;
        let packs = carried::packs(self.publication);
        packs.par_iter().enumerate().try_for_each(|(number, editions)| {
            self.pack(&format!("{CONTENT_PACKS}{number:03}"), editions)
        })?;
        Ok(Rendered::default())
    }

    fn pack(&self, path: &str, editions: &[EditionIndex]) -> Result<(), SiteError> {
        let fingerprint = self.fingerprints.of_pack(editions)?;
        let validity = Validity::ALWAYS;
        if let Some(known) = self.memory.of(path, validity, fingerprint) {
            let earlier = EarlierPage {
                path,
                length: known.length,
                media: Media::Binary,
                cache: CachePolicy::Internal,
                validity,
                left: known.left,
            };
            let has = self.sink.has(&earlier);
            if has.map_err(|source| SiteError::Sink { path: path.to_owned(), source })? {
                self.sink.keep(&earlier);
                self.memory.note(path, validity, known);
                return Ok(());
            }
        }
        let bytes = carried::pack(self.publication, editions).map_err(SiteError::Carried)?;
        let left = self.internal(path, &bytes)?;
        let length = bytes.len() as u64;
        self.memory.note(path, validity, Remembered { fingerprint: fingerprint.0, length, left });
        Ok(())
    }

    fn internal(&self, path: &str, bytes: &[u8]) -> Result<super::Left, SiteError> {
        let page = Page {
            path,
            bytes,
            mark: Mark::of(bytes),
            media: Media::Binary,
            cache: CachePolicy::Internal,
            validity: Validity::ALWAYS,
            slots: &[],
        };
        let put = self.sink.put(&page);
        put.map_err(|source| SiteError::Sink { path: path.to_owned(), source })
    }
}
