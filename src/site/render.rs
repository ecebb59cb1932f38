//! Renders a plan: all pages of one subject together, subjects spread over the threads.

use rayon::prelude::*;

use super::composer::Composer;
use super::frames::{Frames, home_of, section_of};
use super::rating_page::CodePage;
use super::{Page, Plan, PlannedPage, Sink, SiteError, Subject, sitemap, slots};
use crate::catalogue::procedure::Procedure;
use crate::publication::{EditionIndex, Publication};
use crate::release::{CachePolicy, Media, Slot, Validity};
use crate::theme::{Page as Themed, Theme, ThemeError, context::Frame};

/// What was rendered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Pages, sitemap and all.
    pub pages: usize,
    /// Their bytes.
    pub bytes: u64,
}

impl Rendered {
    fn and(self, other: Self) -> Self {
        Self { pages: self.pages + other.pages, bytes: self.bytes + other.bytes }
    }
}

/// Renders every page of `plan` into `sink`.
pub fn render(
    publication: &Publication,
    theme: &Theme,
    plan: &Plan,
    sink: &dyn Sink,
) -> Result<Rendered, SiteError> {
    let frames = Frames::new(publication, theme)?;
    let press = Press { publication, theme, plan, sink, frames };
    let pages = plan
        .pages
        .par_chunk_by(|one, next| one.subject == next.subject)
        .map_init(Vec::new, |buffer, pages| press.subject(pages, buffer))
        .try_reduce(Rendered::default, |one, other| Ok(one.and(other)))?;
    Ok(pages.and(press.machine_files()?))
}

/// What all workers share.
struct Press<'a> {
    publication: &'a Publication,
    theme: &'a Theme,
    plan: &'a Plan,
    sink: &'a dyn Sink,
    frames: Frames,
}

impl Press<'_> {
    /// Renders one subject in all its languages; its body is loaded once.
    fn subject(&self, pages: &[PlannedPage], buffer: &mut Vec<u8>) -> Result<Rendered, SiteError> {
        let Some(first) = pages.first() else { return Ok(Rendered::default()) };
        let source = self.source(first.subject);
        let body = source.map(|edition| self.publication.body(edition)).transpose()?;
        let source = source.zip(body.as_ref());
        let mut rendered = Rendered::default();
        for page in pages {
            rendered = rendered.and(self.page(page, source, buffer)?);
        }
        Ok(rendered)
    }

    /// The edition whose body a subject needs.
    fn source(&self, subject: Subject) -> Option<EditionIndex> {
        match subject {
            Subject::Procedure { edition } | Subject::DatedEdition { edition } => Some(edition),
            Subject::Offering { offered } => {
                let code = &self.publication.offered[offered].code;
                let register = &self.plan.register;
                register.position(self.publication, code).map(|position| register.shown[position])
            }
            _ => None,
        }
    }

    fn page(
        &self,
        page: &PlannedPage,
        source: Option<(EditionIndex, &Procedure)>,
        buffer: &mut Vec<u8>,
    ) -> Result<Rendered, SiteError> {
        let publication = self.publication;
        let subject = page.subject;
        let path = subject.path(publication, page.language);
        let home = home_of(publication, subject, &path);
        let composer = Composer {
            publication,
            theme: self.theme,
            plan: self.plan,
            voice: self.theme.voice(page.language, publication.site.binding()),
            home: &home,
            subject,
        };
        let Some(frame) = self.frames.get(page.language, &home, section_of(subject)) else {
            return Err(SiteError::Outside(path));
        };
        let written = self
            .fill(page, source, &composer, frame, buffer)
            .map_err(|source| SiteError::Render { path: path.clone(), source })?;
        if !written {
            return Ok(Rendered::default());
        }
        let slots = match subject {
            Subject::Rating { .. } => slots::find(buffer),
            _ => Vec::new(),
        };
        self.put(&path, Media::Html, page.validity, &slots, buffer)
    }

    /// Renders into the buffer; false for a page that there is not.
    fn fill(
        &self,
        page: &PlannedPage,
        source: Option<(EditionIndex, &Procedure)>,
        composer: &Composer<'_>,
        frame: &Frame,
        buffer: &mut Vec<u8>,
    ) -> Result<bool, ThemeError> {
        match (page.subject, source) {
            (Subject::Home, _) => self.show(frame, &composer.home(), buffer),
            (Subject::AtoZ { part }, _) => self.show(frame, &composer.a_to_z(part), buffer),
            (Subject::Fields, _) => self.show(frame, &composer.fields_page(), buffer),
            (Subject::Field { field, part }, _) => {
                self.show(frame, &composer.field_page(field, part), buffer)
            }
            (Subject::Procedure { edition }, Some((_, body))) => {
                self.show(frame, &composer.procedure(edition, body, page.standing), buffer)
            }
            (Subject::DatedEdition { edition }, Some((_, body))) => {
                self.show(frame, &composer.dated_edition(edition, body), buffer)
            }
            (Subject::Agencies, _) => self.show(frame, &composer.agencies(), buffer),
            (Subject::Agency { agency, part }, _) => {
                self.show(frame, &composer.agency(agency, part), buffer)
            }
            (Subject::Counter { counter }, _) => {
                self.show(frame, &composer.counter(counter), buffer)
            }
            (Subject::Offering { offered }, Some((edition, body))) => {
                let offered = &self.publication.offered[offered];
                self.show(frame, &composer.offering(offered, edition, body.clone()), buffer)
            }
            (Subject::Free { page }, _) => {
                self.show(frame, &composer.free(&self.publication.pages[page]), buffer)
            }
            (Subject::Rating { entry }, _) => {
                let code = self.publication.ledger.entries[entry].code;
                match composer.code_page(code) {
                    Some(CodePage::Rating(page)) => self.show(frame, &*page, buffer),
                    Some(CodePage::Refused(page)) => self.show(frame, &*page, buffer),
                    None => Ok(false),
                }
            }
            (Subject::NotFound, _) => self.show(frame, &composer.not_found(), buffer),
            (
                Subject::Procedure { .. } | Subject::DatedEdition { .. } | Subject::Offering { .. },
                None,
            ) => Ok(false),
        }
    }

    fn show<P: Themed>(
        &self,
        frame: &Frame,
        page: &P,
        buffer: &mut Vec<u8>,
    ) -> Result<bool, ThemeError> {
        self.theme.render(frame, page, buffer).map(|()| true)
    }

    /// Sitemap and robots.txt.
    fn machine_files(&self) -> Result<Rendered, SiteError> {
        let mut rendered = Rendered::default();
        for (path, text) in sitemap::sitemaps(self.publication, self.plan) {
            let put = self.put(&path, Media::Xml, Validity::ALWAYS, &[], text.as_bytes())?;
            rendered = rendered.and(put);
        }
        let robots = sitemap::robots(self.publication);
        let put = self.put("robots.txt", Media::Text, Validity::ALWAYS, &[], robots.as_bytes())?;
        Ok(rendered.and(put))
    }

    fn put(
        &self,
        path: &str,
        media: Media,
        validity: Validity,
        slots: &[Slot],
        bytes: &[u8],
    ) -> Result<Rendered, SiteError> {
        let page = Page { path, bytes, media, cache: CachePolicy::Page, validity, slots };
        self.sink.put(&page).map_err(|source| SiteError::Sink { path: path.to_owned(), source })?;
        Ok(Rendered { pages: 1, bytes: bytes.len() as u64 })
    }
}
