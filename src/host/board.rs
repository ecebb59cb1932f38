//! What is posted now: a release, the desk that receives its ratings, and the maker of its pages. The
//! three belong together and are changed together.

use std::sync::{Arc, PoisonError, RwLock};

use actix_web::http::header::HeaderValue;

use super::HostError;
use super::pages::Pages;
use super::search_page::SearchLists;
use crate::feedback::form;
use crate::publication::RatingDesk;
use crate::release::{Coding, IndexName, OpenRelease};
use crate::theme::Theme;

/// The internal entry of a release that holds the desk.
pub const DESK_ENTRY: &str = "desk.postcard";

/// The internal entry of a release that holds the theme.
pub const THEME_ENTRY: &str = "theme.postcard";

/// The least room for a posted form, in bytes.
const LEAST_BODY: usize = 16 * 1024;

/// A release in service.
pub struct Posted {
    pub(super) release: OpenRelease,
    pub(super) desk: Arc<RatingDesk>,
    pub(super) pages: Arc<Pages>,
    pub(super) policy: HeaderValue,
    pub(super) desk_policy: HeaderValue,
    pub(super) largest_body: usize,
    pub(super) search: SearchLists,
}

impl Posted {
    /// A release with the desk and the theme that it was built with.
    pub fn open(release: OpenRelease) -> Result<Self, HostError> {
        let desk = desk(&release)?;
        let pages = Pages::new(Theme::unbundle(&internal(&release, THEME_ENTRY)?)?);
        let policy = HeaderValue::try_from(pages.policy(&desk)).map_err(|_| HostError::Policy)?;
        let desk_policy = HeaderValue::try_from(pages.desk_policy());
        let desk_policy = desk_policy.map_err(|_| HostError::Policy)?;
        let largest_body = LEAST_BODY.max(form::longest(&desk.surveys));
        let search = SearchLists::new(&desk.site.languages);
        let (desk, pages) = (Arc::new(desk), Arc::new(pages));
        Ok(Self { release, desk, pages, policy, desk_policy, largest_body, search })
    }

    /// The release that follows this one. The desk and the theme are shared if they are the same, as they are where
    /// a release only has more codings: for ten thousand procedures they take megabytes.
    pub fn follow(&self, release: OpenRelease) -> Result<Self, HostError> {
        let tag =
            |release: &OpenRelease, entry| release.index().internal(entry).map(|view| view.etag);
        let same = |entry| {
            let tag_now = tag(&self.release, entry);
            tag_now.is_some() && tag_now == tag(&release, entry)
        };
        if !same(DESK_ENTRY) || !same(THEME_ENTRY) {
            return Self::open(release);
        }
        let (desk, pages) = (Arc::clone(&self.desk), Arc::clone(&self.pages));
        let (policy, desk_policy) = (self.policy.clone(), self.desk_policy.clone());
        let largest_body = self.largest_body;
        let search = SearchLists::new(&desk.site.languages);
        Ok(Self { release, desk, pages, policy, desk_policy, largest_body, search })
    }

    /// What it receives ratings and other matters with.
    pub fn desk(&self) -> &RatingDesk {
        &self.desk
    }

    /// The address of the site, without a final slash.
    pub fn base_url(&self) -> &str {
        &self.desk.site.base_url
    }

    /// A page of it as it is today, uncompressed; none if there is none.
    #[cfg(test)]
    pub(crate) fn text_of(&self, path: &str) -> Option<String> {
        let entry = self.release.find(path, crate::release::Day(20_780))?;
        let body = self.release.body(entry.bodies.get(Coding::Identity)?)?;
        Some(String::from_utf8_lossy(&body).into_owned())
    }

    /// The name of the release.
    pub fn name(&self) -> IndexName {
        self.release.name()
    }
}

fn desk(release: &OpenRelease) -> Result<RatingDesk, HostError> {
    let bytes = internal(release, DESK_ENTRY)?;
    postcard::from_bytes(&bytes).map_err(|source| HostError::Desk { entry: DESK_ENTRY, source })
}

/// The bytes of an internal entry, uncompressed.
fn internal(release: &OpenRelease, entry: &'static str) -> Result<bytes::Bytes, HostError> {
    let view = release.index().internal(entry);
    let body = view.and_then(|view| view.bodies.get(Coding::Identity));
    body.and_then(|body| release.body(body)).ok_or(HostError::NoEntry { entry })
}

/// The board that everybody reads. What hangs there is exchanged whole; whoever is still reading the old
/// one finishes with the old one.
pub struct Board(RwLock<Arc<Posted>>);

impl Board {
    /// A board with something on it.
    pub fn new(posted: Posted) -> Arc<Self> {
        Arc::new(Self(RwLock::new(Arc::new(posted))))
    }

    /// Takes down what hangs there and posts this.
    pub fn post(&self, posted: Posted) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(posted);
    }

    /// What hangs there now.
    pub fn posted(&self) -> Arc<Posted> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}
