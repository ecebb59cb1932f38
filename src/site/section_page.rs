//! A procedure whose page would be too heavy: its own page with links in place of some sections, and
//! the pages of those sections.

use super::Subject;
use super::composer::Composer;
use crate::catalogue::procedure::{Apart, Procedure, Section, shares};
use crate::publication::EditionIndex;
use crate::theme::Phrase;
use crate::theme::context::{CaseLink, Link, Particulars, ProcedureSection};

impl Composer<'_> {
    /// What a procedure's own page says: all of it, or links in place of the sections that stand
    /// apart. `keeps_channels` for a page whose fees and limits are not those of the edition.
    pub(super) fn outlined(
        &self,
        index: EditionIndex,
        body: &Procedure,
        keeps_channels: bool,
    ) -> Particulars {
        let mut apart = self.publication.edition(index).apart.clone();
        if keeps_channels {
            apart.retain(|one| one.section != Section::Channels);
        }
        if apart.is_empty() {
            return self.particulars(index, body);
        }
        let mut about = self.particulars(index, &body.without(&apart));
        about.glance = self.glance(body);
        about.online = self.online(body);
        about.cases_apart = apart.iter().any(|one| matches!(one.section, Section::Case(_)));
        if about.cases_apart {
            let cases = about.cases.iter_mut().flat_map(|cases| &mut cases.items);
            for (case, link) in cases.zip(self.case_links(index, body, None)) {
                (case.href, case.count) = (link.href, link.count);
            }
        }
        let others = apart.iter().filter(|one| !matches!(one.section, Section::Case(_)));
        about.apart = others
            .map(|one| Link {
                name: self.section_name(body, &one.section),
                href: self.section_href(index, one),
            })
            .collect();
        about
    }

    /// A page of a section that stands apart; `at` is its place in the edition's list.
    pub(super) fn section(
        &self,
        index: EditionIndex,
        at: usize,
        part: u16,
        body: &Procedure,
    ) -> ProcedureSection {
        let words = self.voice.words;
        let Apart { section, parts } = &self.publication.edition(index).apart[at];
        let pages = shares(body, section);
        let own = pages.get(usize::from(part) - 1).map_or(&[][..], Vec::as_slice);
        let mut about = self.particulars(index, &body.only(section, own));
        about.start = own.first().map_or(1, |share| share.entry + 1);
        about.file_sets = about.file_sets.filter(|_| matches!(section, Section::Case(_)));
        let name = self.voice.plain(body.display_name());
        let kind = match section {
            Section::Case(id) => body.given_cases().iter().find(|case| case.id == *id),
            _ => None,
        };
        let kind = kind
            .and_then(|case| case.name.as_ref())
            .map_or_else(|| words.get(section_key(section)), |case| self.voice.plain(case));
        let mut meta = self.meta(&self.part_title(&format!("{kind} – {name}"), part), "");
        let dated = self.is_dated();
        if dated {
            meta.hidden = true;
            let standing = Subject::Procedure { edition: index };
            meta.canonical = self.absolute(standing, self.voice.language);
        }
        let of = |part| Subject::Section { edition: index, at, part, dated };
        let cases = matches!(section, Section::Case(_)) && body.given_cases().len() > 1;
        ProcedureSection {
            meta,
            about,
            up: self.href_of(self.own_page(index)),
            cases: if cases { self.case_links(index, body, Some(section)) } else { Vec::new() },
            hotlines: self.site_hotlines(),
            parts: self.links_to_parts(*parts, part, of),
        }
    }

    /// Whether this page belongs to an edition at its date.
    fn is_dated(&self) -> bool {
        matches!(self.subject, Subject::DatedEdition { .. } | Subject::Section { dated: true, .. })
    }

    /// The page that this edition's sections stand apart from.
    fn own_page(&self, edition: EditionIndex) -> Subject {
        if self.is_dated() {
            Subject::DatedEdition { edition }
        } else {
            Subject::Procedure { edition }
        }
    }

    fn section_href(&self, edition: EditionIndex, one: &Apart) -> String {
        let all = &self.publication.edition(edition).apart;
        let at = all.iter().position(|other| other == one).unwrap_or_default();
        self.href_of(Subject::Section { edition, at, part: 1, dated: self.is_dated() })
    }

    /// A link for each case, in order; to the edition's own page for a case that does not stand
    /// apart.
    fn case_links(
        &self,
        edition: EditionIndex,
        body: &Procedure,
        current: Option<&Section>,
    ) -> Vec<CaseLink> {
        let all = &self.publication.edition(edition).apart;
        let link = |case: &crate::catalogue::procedure::PaperCase| {
            let section = Section::Case(case.id.clone());
            let one = all.iter().find(|one| one.section == section);
            CaseLink {
                name: self.section_name(body, &section),
                href: one.map_or_else(
                    || self.href_of(self.own_page(edition)),
                    |one| self.section_href(edition, one),
                ),
                count: self.voice.words.papers(case.papers.len()),
                current: current == Some(&section),
            }
        };
        body.given_cases().iter().map(link).collect()
    }

    fn section_name(&self, body: &Procedure, section: &Section) -> Phrase {
        let case = match section {
            Section::Case(id) => body.given_cases().iter().find(|case| case.id == *id),
            _ => None,
        };
        let name = case.and_then(|case| case.name.as_ref());
        name.map_or_else(
            || Phrase::plain(self.voice.words.get(section_key(section))),
            |name| self.voice.phrase(name),
        )
    }
}

/// The word that heads a section.
fn section_key(section: &Section) -> &'static str {
    match section {
        Section::Case(_) => "papers",
        Section::Channels => "channels",
        Section::Steps => "steps",
        Section::Conditions => "conditions",
        Section::Results => "results",
        Section::Guidance => "guidance",
        Section::Acts => "acts",
    }
}
