//! Addresses of the pages on which matters are brought and looked up; a host makes them, at the endpoint for feedback.

use super::Link;
use crate::feedback::matter::MatterKind;
use crate::publication::{MatterPlace, PageAddress, RatingDesk, Site};
use crate::text::Language;
use crate::theme::Voice;

/// What all these addresses share.
#[derive(Debug, Clone)]
pub struct MatterLinks {
    /// Before every address of a page that a host makes.
    before: String,
    /// Before every address of a page of the site.
    home: String,
    language: Option<Language>,
}

impl MatterLinks {
    /// The addresses from a page at run time; `home` leads to the root of the site.
    pub fn new(desk: &RatingDesk, voice: Voice<'_>, home: &str) -> Self {
        Self::of_site(&desk.site, voice, home)
    }

    /// The same for a page that is built.
    pub fn of_site(site: &Site, voice: Voice<'_>, home: &str) -> Self {
        let language = (voice.language != voice.binding).then_some(voice.language);
        let root =
            site.feedback.as_ref().map_or_else(|| home.into(), |origin| format!("{origin}/"));
        let tag = language.map(|language| format!("{language}/")).unwrap_or_default();
        Self { before: format!("{root}{tag}"), home: home.into(), language }
    }

    /// Where something is brought to an agency; `below` is what it is about, with a slash before it, or nothing.
    pub fn bring(&self, kind: MatterKind, agency: &str, below: &str) -> String {
        format!("{}{}/{agency}{below}", self.before, Self::word(kind))
    }

    /// The ways to turn to an agency, before one is chosen.
    pub fn guide(&self) -> String {
        format!("{}{}", self.before, Self::word(MatterKind::Petition))
    }

    /// Where somebody says that a page is wrong; the browser says which.
    pub fn page_error(&self) -> String {
        format!("{}{}", self.before, Self::word(MatterKind::PageError))
    }

    /// Where a matter is looked up.
    pub fn track(&self) -> String {
        format!("{}tra-cuu", self.before)
    }

    /// The list of agencies.
    pub fn agencies(&self) -> String {
        format!("{}{}", self.home, PageAddress::Agencies { part: 1 }.path(self.language))
    }

    /// The page of an agency.
    pub fn agency(&self, place: &MatterPlace, voice: Voice<'_>) -> Link {
        let agency = place.agency.as_str();
        let path = PageAddress::Agency { agency, part: 1 }.path(self.language);
        Link { name: voice.phrase(&place.name), href: format!("{}{path}", self.home) }
    }

    /// The start page.
    pub fn start(&self) -> String {
        format!("{}{}", self.home, PageAddress::Home.path(self.language))
    }

    /// The first word of the addresses of a kind.
    pub fn word(kind: MatterKind) -> &'static str {
        match kind {
            MatterKind::Petition => "phan-anh",
            MatterKind::Report => "bao-tin",
            MatterKind::PageError => "trang-sai",
        }
    }
}
