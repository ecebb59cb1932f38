//! Renders a plan: all pages of one subject together, subjects spread over the threads.

use std::cell::OnceCell;

use rayon::prelude::*;

use super::composer::Composer;
use super::fingerprint::Fingerprints;
use super::frames::{Frames, home_of, section_of};
use super::page_memory::Remembered;
use super::rating_page::CodePage;
use super::search_lists::{SearchList, search_lists};
use super::{
    EarlierPage, Left, Page, PageMemory, Plan, PlannedPage, Sink, SiteError, Subject, change_feed,
    open_figures, sitemap, slots,
};
use crate::catalogue::procedure::Procedure;
use crate::publication::{EditionIndex, Publication};
use crate::release::{CachePolicy, Mark, Media, Slot, Validity};
use crate::search::pointer;
use crate::theme::{Page as Themed, Theme, ThemeError, context::Frame};

/// What was rendered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Pages, sitemap and all.
    pub pages: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Pages, among these, that were known to be the same and were not rendered again.
    pub kept: usize,
}

impl Rendered {
    fn and(self, other: Self) -> Self {
        Self {
            pages: self.pages + other.pages,
            bytes: self.bytes + other.bytes,
            kept: self.kept + other.kept,
        }
    }
}

/// Renders every page of `plan` into `sink`, save those that `memory` and `sink` know to be the same.
pub fn render(
    publication: &Publication,
    theme: &Theme,
    plan: &Plan,
    sink: &dyn Sink,
    memory: &PageMemory,
) -> Result<Rendered, SiteError> {
    let frames = Frames::new(publication, theme)?;
    let fingerprints = Fingerprints::new(publication, theme, plan, memory.program())?;
    let search_lists = search_lists(publication, plan, theme);
    let press =
        Press { publication, theme, plan, sink, frames, fingerprints, memory, search_lists };
    let pages = plan
        .pages
        .par_chunk_by(|one, next| one.subject == next.subject)
        .map_init(Vec::new, |buffer, pages| press.subject(pages, buffer))
        .try_reduce(Rendered::default, |one, other| Ok(one.and(other)))?;
    Ok(pages.and(press.machine_files()?).and(press.content_entries()?))
}

/// What all workers share.
pub(super) struct Press<'a> {
    pub(super) publication: &'a Publication,
    theme: &'a Theme,
    plan: &'a Plan,
    pub(super) sink: &'a dyn Sink,
    frames: Frames,
    pub(super) fingerprints: Fingerprints<'a>,
    pub(super) memory: &'a PageMemory,
    search_lists: Vec<SearchList>,
}

/// The body of a subject, loaded when its first page must be rendered.
struct Source<'p> {
    edition: EditionIndex,
    body: OnceCell<Procedure>,
    publication: &'p Publication,
}

impl Source<'_> {
    fn body(&self) -> Result<&Procedure, SiteError> {
        if let Some(body) = self.body.get() {
            return Ok(body);
        }
        let body = self.publication.body(self.edition)?;
        Ok(self.body.get_or_init(|| body))
    }
}

impl Press<'_> {
    /// Renders one subject in all its languages; its body is loaded once, and only if a page needs
    /// it.
    fn subject(&self, pages: &[PlannedPage], buffer: &mut Vec<u8>) -> Result<Rendered, SiteError> {
        let Some(first) = pages.first() else { return Ok(Rendered::default()) };
        let source = self.source(first.subject).map(|edition| Source {
            edition,
            body: OnceCell::new(),
            publication: self.publication,
        });
        let mut rendered = Rendered::default();
        for page in pages {
            rendered = rendered.and(self.known_or_new(page, source.as_ref(), buffer)?);
        }
        Ok(rendered)
    }

    /// Keeps a page that would come out the same, renders any other.
    fn known_or_new(
        &self,
        page: &PlannedPage,
        source: Option<&Source<'_>>,
        buffer: &mut Vec<u8>,
    ) -> Result<Rendered, SiteError> {
        let path = page.subject.path(self.publication, page.language);
        let fingerprint =
            if self.memory.is_kept() { self.fingerprints.of(page, &path)? } else { None };
        let Some(fingerprint) = fingerprint else {
            return self.page(page, &path, source, buffer).map(|(rendered, _)| rendered);
        };
        if let Some(known) = self.memory.of(&path, page.validity, fingerprint) {
            let earlier = EarlierPage {
                path: &path,
                length: known.length,
                media: Media::Html,
                cache: CachePolicy::Page,
                validity: page.validity,
                left: known.left,
            };
            let has = self.sink.has(&earlier);
            if has.map_err(|source| SiteError::Sink { path: path.clone(), source })? {
                self.sink.keep(&earlier);
                self.memory.note(&path, page.validity, known);
                return Ok(Rendered { pages: 1, bytes: known.length, kept: 1 });
            }
        }
        let (rendered, left) = self.page(page, &path, source, buffer)?;
        if rendered.pages > 0 {
            let made = Remembered { fingerprint: fingerprint.0, length: rendered.bytes, left };
            self.memory.note(&path, page.validity, made);
        }
        Ok(rendered)
    }

    /// The edition whose body a subject needs.
    fn source(&self, subject: Subject) -> Option<EditionIndex> {
        match subject {
            Subject::Procedure { edition }
            | Subject::DatedEdition { edition }
            | Subject::Section { edition, .. } => Some(edition),
            Subject::Offering { offered } => self.plan.register.edition_offered(offered),
            _ => None,
        }
    }

    fn page(
        &self,
        page: &PlannedPage,
        path: &str,
        source: Option<&Source<'_>>,
        buffer: &mut Vec<u8>,
    ) -> Result<(Rendered, Left), SiteError> {
        let publication = self.publication;
        let subject = page.subject;
        let home = home_of(publication, subject, path);
        let source = source.map(|one| one.body().map(|body| (one.edition, body))).transpose()?;
        let composer = Composer {
            publication,
            theme: self.theme,
            plan: self.plan,
            voice: self.theme.voice(page.language, publication.site.binding()),
            home: &home,
            subject,
            search_lists: &self.search_lists,
        };
        let Some(frame) = self.frames.get(page.language, &home, section_of(subject)) else {
            return Err(SiteError::Outside(path.to_owned()));
        };
        let written = self
            .fill(page, source, &composer, frame, buffer)
            .map_err(|source| SiteError::Render { path: path.to_owned(), source })?;
        if !written {
            return Ok((Rendered::default(), Left::default()));
        }
        let slots = match subject {
            Subject::Rating { .. } => slots::find(buffer),
            _ => Vec::new(),
        };
        self.put(path, Media::Html, page.validity, &slots, buffer)
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
            (Subject::Procedure { edition }, Some((_, body))) => self.show(
                frame,
                &composer.procedure(edition, body, page.standing, page.soon),
                buffer,
            ),
            (Subject::DatedEdition { edition }, Some((_, body))) => {
                self.show(frame, &composer.dated_edition(edition, body), buffer)
            }
            (Subject::Section { edition, at, part, .. }, Some((_, body))) => {
                self.show(frame, &composer.section(edition, at, part, body), buffer)
            }
            (Subject::Offerers { edition, part }, _) => {
                self.show(frame, &composer.offerers_page(edition, part), buffer)
            }
            (Subject::Agencies { part }, _) => self.show(frame, &composer.agencies(part), buffer),
            (Subject::Agency { agency, part }, _) => {
                self.show(frame, &composer.agency(agency, part), buffer)
            }
            (Subject::Counter { counter }, _) => {
                self.show(frame, &composer.counter(counter), buffer)
            }
            (Subject::Offering { offered }, Some((edition, body))) => {
                self.show(frame, &composer.offering(offered, edition, body.clone()), buffer)
            }
            (Subject::Changes { part }, _) => self.show(frame, &composer.changes(part), buffer),
            (Subject::Apologies { part }, _) => self.show(frame, &composer.apologies(part), buffer),
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
            (Subject::Results { page }, _) => self.show(frame, &composer.results(page), buffer),
            (Subject::NotFound, _) => self.show(frame, &composer.not_found(), buffer),
            (
                Subject::Procedure { .. }
                | Subject::DatedEdition { .. }
                | Subject::Section { .. }
                | Subject::Offering { .. },
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

    /// Sitemap, robots.txt, open data, the lists that procedures are found by.
    fn machine_files(&self) -> Result<Rendered, SiteError> {
        let mut rendered = Rendered::default();
        for (path, text) in sitemap::sitemaps(self.publication, self.plan) {
            let put = self.put(&path, Media::Xml, Validity::ALWAYS, &[], text.as_bytes())?;
            rendered = rendered.and(put.0);
        }
        for (path, text) in change_feed::feeds(self.publication, self.theme, self.plan) {
            let put = self.put(&path, Media::Xml, Validity::ALWAYS, &[], text.as_bytes())?;
            rendered = rendered.and(put.0);
        }
        for (path, media, text) in open_figures::files(self.publication) {
            let put = self.put(&path, media, Validity::ALWAYS, &[], text.as_bytes())?;
            rendered = rendered.and(put.0);
        }
        for SearchList { language, path, text } in &self.search_lists {
            let cache = CachePolicy::Fingerprinted;
            let page = (path.as_str(), Media::Text, cache, Validity::ALWAYS);
            rendered = rendered.and(self.put_as(page, &[], text.as_bytes())?.0);
            let pointer = pointer(*language);
            let page = (pointer.as_str(), Media::Text, CachePolicy::Internal, Validity::ALWAYS);
            self.put_as(page, &[], path.as_bytes())?;
        }
        let robots = sitemap::robots(self.publication);
        let put = self.put("robots.txt", Media::Text, Validity::ALWAYS, &[], robots.as_bytes())?;
        Ok(rendered.and(put.0))
    }

    fn put(
        &self,
        path: &str,
        media: Media,
        validity: Validity,
        slots: &[Slot],
        bytes: &[u8],
    ) -> Result<(Rendered, Left), SiteError> {
        self.put_as((path, media, CachePolicy::Page, validity), slots, bytes)
    }

    fn put_as(
        &self,
        (path, media, cache, validity): (&str, Media, CachePolicy, Validity),
        slots: &[Slot],
        bytes: &[u8],
    ) -> Result<(Rendered, Left), SiteError> {
        let mark = Mark::of(bytes);
        let page = Page { path, bytes, mark, media, cache, validity, slots };
        let put = self.sink.put(&page);
        let left = put.map_err(|source| SiteError::Sink { path: path.to_owned(), source })?;
        Ok((Rendered { pages: 1, bytes: bytes.len() as u64, kept: 0 }, left))
    }
}
