//! Fills the contexts of pages: what every kind of page needs from the publication, in the language
//! and at the depth of one page. Each kind has a file of its own that adds to this.

use super::lists::Lists;
use super::search_lists::SearchList;
use super::{Plan, Subject};
use crate::catalogue::procedure::ChannelKind;
use crate::feedback::matter::MatterKind;
use crate::publication::{AgencyIndex, EditionIndex, PageAddress, Publication};
use crate::text::Language;
use crate::theme::context::{
    Alternate, CountedLink, Link, MatterLinks, Meta, PartLink, ProcedureRow, SearchField,
};
use crate::theme::{Markup, Theme, Voice};

/// Links to the parts of a list, about.
const PART_LINKS: u16 = 24;

/// One page being filled.
#[derive(Clone, Copy)]
pub(super) struct Composer<'a> {
    pub(super) publication: &'a Publication,
    pub(super) theme: &'a Theme,
    pub(super) plan: &'a Plan,
    pub(super) voice: Voice<'a>,
    /// From the page to the root of the site.
    pub(super) home: &'a str,
    /// What the page is about.
    pub(super) subject: Subject,
    /// Where the lists lie that procedures are found by.
    pub(super) search_lists: &'a [SearchList],
}

impl<'a> Composer<'a> {
    /// The lists of the page's language.
    pub(super) fn lists(&self) -> &'a Lists {
        self.plan.lists(self.voice.language)
    }

    /// A link to an address, in the language of the page.
    pub(super) fn href(&self, address: PageAddress<'_>) -> String {
        format!("{}{}", self.home, address.path(self.other_language()))
    }

    /// A link to the page about a subject, in the language of the page.
    pub(super) fn href_of(&self, subject: Subject) -> String {
        self.href(subject.address(self.publication))
    }

    /// The language as addresses say it: none for the one that binds.
    fn other_language(&self) -> Option<Language> {
        (self.voice.language != self.voice.binding).then_some(self.voice.language)
    }

    /// Where something is brought to an agency; `below` is what it is about, with a slash before it, or nothing.
    pub(super) fn bring_to(&self, kind: MatterKind, agency: &str, below: &str) -> String {
        if !self.publication.site.hosted {
            return String::new();
        }
        let links = MatterLinks::of_site(&self.publication.site, self.voice, self.home);
        links.bring(kind, agency, below)
    }

    /// The head of the page.
    pub(super) fn meta(&self, title: &str, description: &str) -> Meta {
        let site = &self.publication.site;
        let short = self.voice.plain(&site.short_name);
        let title =
            if title.is_empty() { short.to_owned() } else { format!("{title} – {short}") };
        Meta {
            title,
            description: description.to_owned(),
            canonical: self.absolute(self.subject, self.voice.language),
            alternates: self.alternates(),
            hidden: false,
            facts: None,
        }
    }

    /// The head of the page with structured facts.
    pub(super) fn meta_with_facts(&self, title: &str, description: &str, json: &str) -> Meta {
        Meta { facts: Some(Markup::json(json)), ..self.meta(title, description) }
    }

    /// The absolute address of a page; the start page of a folder goes by the folder.
    pub(super) fn absolute(&self, subject: Subject, language: Language) -> String {
        let path = subject.path(self.publication, language);
        let path =
            if subject == Subject::Home { path.trim_end_matches("index.html") } else { &path };
        format!("{}/{path}", self.publication.site.base_url)
    }

    /// The page in each language of the site; empty where there is only one.
    fn alternates(&self) -> Vec<Alternate> {
        let languages = &self.publication.site.languages;
        if languages.len() < 2 {
            return Vec::new();
        }
        let alternate = |language: &Language| {
            // A list may have fewer parts in another language; its first part always exists.
            let subject = self.subject.within(self.plan.part_count(self.subject, *language));
            Alternate {
                language: language.tag().into(),
                name: self.theme.words(*language).get("language_name").into(),
                href: format!("{}{}", self.home, subject.path(self.publication, *language)),
                absolute: self.absolute(subject, *language),
                current: *language == self.voice.language,
            }
        };
        languages.iter().map(alternate).collect()
    }

    /// The field in which procedures are looked for.
    pub(super) fn search(&self) -> SearchField {
        let list = self.search_lists.iter().find(|list| list.language == self.voice.language);
        let list = list.map(|list| format!("{}{}", self.home, list.path)).unwrap_or_default();
        SearchField::new(&self.publication.site, self.voice, self.home, list)
    }

    /// "12 thủ tục".
    pub(super) fn procedures(&self, count: usize) -> String {
        self.voice.words.count("procedures_count", count)
    }

    /// A procedure in a list; `agency` leads to its own page of it where something differs there.
    pub(super) fn row(&self, index: EditionIndex, agency: Option<AgencyIndex>) -> ProcedureRow {
        let edition = self.publication.edition(index);
        let code = edition.code.as_str();
        let differs = agency.filter(|agency| self.differs(*agency, index));
        let address = match differs {
            Some(agency) => {
                let agency = self.publication.agency(agency).id.as_str();
                PageAddress::Offering { agency, code }
            }
            None => PageAddress::Procedure { code },
        };
        ProcedureRow {
            name: self.voice.phrase(&edition.name),
            href: self.href(address),
            code: code.into(),
            online: edition.channels.iter().any(|(kind, _)| *kind == ChannelKind::Online),
        }
    }

    /// Whether an agency's offering of a procedure has a page of its own.
    fn differs(&self, agency: AgencyIndex, index: EditionIndex) -> bool {
        let offered = self.publication.offered_by(agency);
        let code = &self.publication.edition(index).code;
        let at = offered.binary_search_by(|one| one.code.cmp(code));
        at.is_ok_and(|at| offered[at].differs.is_some())
    }

    /// A link to a field.
    pub(super) fn field_link(&self, id: &str) -> Link {
        let name = self.publication.field(id).map(|field| self.voice.phrase(&field.name));
        let name = name.unwrap_or_else(|| self.voice.original(id));
        Link { name, href: self.href(PageAddress::Field { field: id, part: 1 }) }
    }

    /// All fields that have procedures, with their numbers.
    pub(super) fn fields(&self) -> Vec<CountedLink> {
        let lists = self.lists();
        let fields = self.publication.fields.iter().zip(&lists.by_field);
        fields
            .filter(|(_, procedures)| !procedures.rows.is_empty())
            .map(|(field, procedures)| CountedLink {
                name: self.voice.phrase(&field.name),
                href: self.href(PageAddress::Field { field: field.id.as_str(), part: 1 }),
                count: self.procedures(procedures.rows.len()),
            })
            .collect()
    }

    /// A link to an agency by its short name.
    pub(super) fn agency_link(&self, index: AgencyIndex) -> Link {
        let agency = self.publication.agency(index);
        let address = PageAddress::Agency { agency: agency.id.as_str(), part: 1 };
        Link { name: self.voice.phrase(&agency.short_name), href: self.href(address) }
    }

    /// Links to the parts of the list that this page is a part of; empty where it is whole. Of very
    /// many parts those far away are passed over evenly, so that the links stay few.
    pub(super) fn parts(&self, current: u16, of: impl Fn(u16) -> Subject) -> Vec<PartLink> {
        let count = self.plan.part_count(self.subject, self.voice.language);
        self.links_to_parts(count, current, of)
    }

    /// Links to so many parts.
    pub(super) fn links_to_parts(
        &self,
        count: u16,
        current: u16,
        of: impl Fn(u16) -> Subject,
    ) -> Vec<PartLink> {
        let stride = count.div_ceil(PART_LINKS);
        let is_linked = |part: &u16| {
            *part == 1
                || *part == count
                || part.is_multiple_of(stride)
                || part.abs_diff(current) < 3
        };
        let numbers = (1..=count).filter(|_| count > 1).filter(is_linked);
        let link = |part| PartLink {
            number: usize::from(part),
            href: self.href_of(of(part)),
            current: part == current,
        };
        numbers.map(link).collect()
    }

    /// A title with the number of its part, where that is not the first.
    pub(super) fn part_title(&self, title: &str, part: u16) -> String {
        if part < 2 {
            return title.to_owned();
        }
        format!("{title}, {}", self.voice.words.fill("part_title", &[("n", &part.to_string())]))
    }
}
