//! What a page is about, in the fewest words: places in the publication, never copies of it.

use super::results_page::ResultsPage;
use crate::publication::{AgencyIndex, EditionIndex, PageAddress, Publication};
use crate::text::Language;

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(
    missing_docs,
    reason = "each is the page of that name; numbers are places in the lists of the publication"
)]
pub enum Subject {
    Home,
    AtoZ { part: u16 },
    Fields,
    Field { field: usize, part: u16 },
    Procedure { edition: EditionIndex },
    DatedEdition { edition: EditionIndex },
    Section { edition: EditionIndex, at: usize, part: u16, dated: bool },
    Offerers { edition: EditionIndex, part: u16 },
    Agencies { part: u16 },
    Agency { agency: AgencyIndex, part: u16 },
    Counter { counter: usize },
    Offering { offered: usize },
    Apologies { part: u16 },
    Changes { part: u16 },
    Free { page: usize },
    Rating { entry: usize },
    Results { page: ResultsPage },
    NotFound,
}

impl Subject {
    /// The path of the page in a language.
    pub fn path(self, publication: &Publication, language: Language) -> String {
        let other = (language != publication.site.binding()).then_some(language);
        self.address(publication).path(other)
    }

    /// This page of a list, or its first where the list has fewer pages.
    pub(super) fn within(self, count: u16) -> Self {
        match self {
            Self::AtoZ { part } if part > count => Self::AtoZ { part: 1 },
            Self::Field { field, part } if part > count => Self::Field { field, part: 1 },
            Self::Offerers { edition, part } if part > count => Self::Offerers { edition, part: 1 },
            Self::Agencies { part } if part > count => Self::Agencies { part: 1 },
            Self::Agency { agency, part } if part > count => Self::Agency { agency, part: 1 },
            Self::Apologies { part } if part > count => Self::Apologies { part: 1 },
            Self::Results { page } if page.part() > count => {
                Self::Results { page: page.at_part(1) }
            }
            Self::Changes { part } if part > count => Self::Changes { part: 1 },
            other => other,
        }
    }

    /// The address of the page.
    pub(super) fn address(self, publication: &Publication) -> PageAddress<'_> {
        let code = |edition: EditionIndex| publication.edition(edition).code.as_str();
        let id = |agency: AgencyIndex| publication.agency(agency).id.as_str();
        match self {
            Self::Home => PageAddress::Home,
            Self::AtoZ { part } => PageAddress::AtoZ { part },
            Self::Fields => PageAddress::Fields,
            Self::Field { field, part } => {
                PageAddress::Field { field: publication.fields[field].id.as_str(), part }
            }
            Self::Procedure { edition } => PageAddress::Procedure { code: code(edition) },
            Self::DatedEdition { edition } => match publication.edition(edition).from {
                Some(from) => PageAddress::DatedEdition { code: code(edition), from },
                None => PageAddress::Procedure { code: code(edition) },
            },
            Self::Section { edition, at, part, dated } => {
                let head = publication.edition(edition);
                let from = head.from.filter(|_| dated);
                let section = &head.apart[at].section;
                PageAddress::ProcedureSection { code: code(edition), from, section, part }
            }
            Self::Offerers { edition, part } => PageAddress::Offerers { code: code(edition), part },
            Self::Agencies { part } => PageAddress::Agencies { part },
            Self::Agency { agency, part } => PageAddress::Agency { agency: id(agency), part },
            Self::Counter { counter } => {
                let (agency, counter) = &publication.counters[counter];
                PageAddress::Counter { agency: id(*agency), counter: counter.id.as_str() }
            }
            Self::Offering { offered } => {
                let offered = &publication.offered[offered];
                PageAddress::Offering { agency: id(offered.agency), code: offered.code.as_str() }
            }
            Self::Apologies { part } => PageAddress::Apologies { part },
            Self::Changes { part } => PageAddress::Changes { part },
            Self::Free { page } => PageAddress::Free { id: publication.pages[page].id.as_str() },
            Self::Rating { entry } => {
                PageAddress::Rating { code: publication.ledger.entries[entry].code }
            }
            Self::Results { page } => PageAddress::Results(page.address(publication)),
            Self::NotFound => PageAddress::NotFound,
        }
    }
}
