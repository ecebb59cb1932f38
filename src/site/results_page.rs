//! Pages of results: which there are, and what each is made of.

use super::composer::Composer;
use super::lists::Lists;
use super::overhead::Overhead;
use super::plan::{Pages, Plan};
use super::results_parts::figures_at_the_start;
use crate::publication::results::{Bulletin, Unit};
use crate::publication::{PageAddress, Publication, ResultsAddress};
use crate::theme::Phrase;
use crate::theme::context::{
    CountedLink, Link, PartLink, Results, ResultsCell, ResultsFact, ResultsRow, ResultsSection,
};

/// A page of results; numbers are places in the lists of the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the page of that name")]
pub enum ResultsPage {
    Home,
    Bulletin { bulletin: usize, part: u16 },
    Unit { bulletin: usize, unit: usize, part: u16 },
    Official,
    OnTime { part: u16 },
    Dialogues { part: u16 },
}

impl ResultsPage {
    /// Where it lies.
    pub(super) fn address(self, publication: &Publication) -> ResultsAddress<'_> {
        let of = |at: usize| {
            let bulletin: &Bulletin = &publication.results.bulletins[at];
            (bulletin, bulletin.period, bulletin.agency.as_ref())
        };
        match self {
            Self::Home => ResultsAddress::Home,
            Self::Bulletin { bulletin, part } => {
                let (_, period, agency) = of(bulletin);
                ResultsAddress::Bulletin { period, agency, part }
            }
            Self::Unit { bulletin, unit, part } => {
                let (bulletin, period, agency) = of(bulletin);
                ResultsAddress::Unit { period, agency, unit: &bulletin.units[unit].unit, part }
            }
            Self::Official => ResultsAddress::Official,
            Self::OnTime { part } => ResultsAddress::OnTime { part },
            Self::Dialogues { part } => ResultsAddress::Dialogues { part },
        }
    }

    /// Another part of the same page; itself where it has no parts.
    pub(super) fn at_part(self, part: u16) -> Self {
        match self {
            Self::Home | Self::Official => self,
            Self::Bulletin { bulletin, .. } => Self::Bulletin { bulletin, part },
            Self::Unit { bulletin, unit, .. } => Self::Unit { bulletin, unit, part },
            Self::OnTime { .. } => Self::OnTime { part },
            Self::Dialogues { .. } => Self::Dialogues { part },
        }
    }

    /// Which part it is, from 1.
    pub(super) fn part(self) -> u16 {
        match self {
            Self::Home | Self::Official => 1,
            Self::Bulletin { part, .. }
            | Self::Unit { part, .. }
            | Self::OnTime { part }
            | Self::Dialogues { part } => part,
        }
    }
}

/// Adds all pages of results.
pub(super) fn plan_results(publication: &Publication, plan: &Plan, pages: &mut Pages<'_>) {
    let results = &publication.results;
    if results.is_empty() {
        return;
    }
    let mut add = |page: ResultsPage| {
        pages.add_parts(plan, |part| super::Subject::Results { page: page.at_part(part) });
    };
    add(ResultsPage::Home);
    for (bulletin, one) in results.bulletins.iter().enumerate() {
        add(ResultsPage::Bulletin { bulletin, part: 1 });
        let below = one.units.iter().enumerate().filter(|(_, named)| named.unit != Unit::Site);
        below.for_each(|(unit, _)| add(ResultsPage::Unit { bulletin, unit, part: 1 }));
    }
    if !results.official.is_empty() {
        add(ResultsPage::Official);
    }
    if !results.performance.is_empty() {
        add(ResultsPage::OnTime { part: 1 });
    }
    if !results.dialogues.is_empty() {
        add(ResultsPage::Dialogues { part: 1 });
    }
}

/// Which rows of so many stand on a part of a page.
fn rows_on(lists: &Lists, page: ResultsPage, rows: usize) -> std::ops::Range<usize> {
    match lists.results.get(&page.at_part(1)) {
        None => 0..rows,
        Some(parts) => parts.get(usize::from(page.part()) - 1).cloned().unwrap_or_default(),
    }
}

impl Composer<'_> {
    /// A page of results.
    pub(super) fn results(&self, page: ResultsPage) -> Results {
        match page {
            ResultsPage::Home => self.results_home(),
            ResultsPage::Bulletin { bulletin, .. } => self.results_bulletin(bulletin, page),
            ResultsPage::Unit { bulletin, unit, .. } => self.results_unit(bulletin, unit, page),
            ResultsPage::Official => self.results_official(),
            ResultsPage::OnTime { part } => self.results_on_time(part),
            ResultsPage::Dialogues { part } => self.results_dialogues(part),
        }
    }

    /// A link to a page of results.
    pub(super) fn results_href(&self, page: ResultsPage) -> String {
        self.href(PageAddress::Results(page.address(self.publication)))
    }

    /// The start page of the results; empty where there are none.
    pub(super) fn results_link(&self) -> String {
        if self.publication.results.is_empty() {
            return String::new();
        }
        self.results_href(ResultsPage::Home)
    }

    /// Which of so many rows stand on a page of results, and the links to its parts.
    pub(super) fn results_rows(
        &self,
        page: ResultsPage,
        rows: usize,
    ) -> (std::ops::Range<usize>, Vec<PartLink>) {
        let of = |part| super::Subject::Results { page: page.at_part(part) };
        (rows_on(self.lists(), page, rows), self.parts(page.part(), of))
    }

    /// The words of a key as a phrase.
    pub(super) fn said(&self, key: &str) -> Phrase {
        Phrase::plain(self.voice.words.get(key))
    }

    /// A page with its head, and the way back to the start of the results.
    pub(super) fn results_frame(&self, title: Phrase, plain: &str, lead: Phrase) -> Results {
        let home =
            Link { name: self.said("results_title"), href: self.results_href(ResultsPage::Home) };
        Results {
            meta: self.meta(plain, ""),
            path: vec![home],
            title,
            lead,
            sections: Vec::new(),
            parts: Vec::new(),
            data: Vec::new(),
        }
    }

    fn results_home(&self) -> Results {
        let results = &self.publication.results;
        let title = self.voice.words.get("results_title");
        let mut page = self.results_frame(Phrase::plain(title), title, self.said("results_lead"));
        page.path.clear();
        let newest = results.bulletins.iter().rposition(|one| one.agency.is_none());
        if let Some(at) = newest {
            // Half of the room for the newest; what it leaves, and the other half, for all of them.
            let overhead =
                Overhead { publication: self.publication, language: self.voice.language };
            let room = figures_at_the_start(overhead);
            let latest = self.latest(at, room / 2);
            let left = room.saturating_sub(latest.rows.len());
            page.sections.push(latest);
            page.sections.extend(self.trend(left));
        }
        let mut links = ResultsSection::titled(self.said("results_bulletins"));
        for (bulletin, one) in results.bulletins.iter().enumerate().rev() {
            links.links.push(CountedLink {
                name: Phrase::plain(&self.bulletin_title(one)),
                href: self.results_href(ResultsPage::Bulletin { bulletin, part: 1 }),
                count: String::new(),
            });
        }
        if !links.links.is_empty() {
            page.sections.push(links);
        }
        if !results.apologies.is_empty() {
            let mut section = ResultsSection::titled(self.said("apologies_title"));
            section.notes.push(self.said("apologies_lead"));
            section.links.push(CountedLink {
                name: self.said("apologies_title"),
                href: self.href(PageAddress::Apologies { part: 1 }),
                count: String::new(),
            });
            page.sections.push(section);
        }
        for (there, page_of, key, lead) in [
            (
                !results.official.is_empty(),
                ResultsPage::Official,
                "results_official",
                "results_official_lead",
            ),
            (
                !results.performance.is_empty(),
                ResultsPage::OnTime { part: 1 },
                "results_on_time",
                "",
            ),
            (
                !results.dialogues.is_empty(),
                ResultsPage::Dialogues { part: 1 },
                "results_dialogues",
                "results_dialogues_lead",
            ),
        ] {
            if !there {
                continue;
            }
            let mut section = ResultsSection::titled(self.said(key));
            section.notes.push(if lead.is_empty() { self.on_time_lead() } else { self.said(lead) });
            section.links.push(CountedLink {
                name: self.said(key),
                href: self.results_href(page_of),
                count: String::new(),
            });
            page.sections.push(section);
        }
        page
    }

    /// A fact under the words of a key.
    pub(super) fn fact(&self, key: &str, text: Phrase) -> ResultsFact {
        ResultsFact { name: self.voice.words.get(key).to_owned(), text }
    }
}

/// Cells under their heads.
pub(super) fn cells_under(
    heads: &[String],
    texts: impl IntoIterator<Item = Phrase>,
) -> Vec<ResultsCell> {
    let each = heads.iter().zip(texts);
    each.map(|(head, text)| ResultsCell { head: head.clone(), text }).collect()
}

/// A row that is a sentence.
pub(super) fn bare(name: Phrase) -> ResultsRow {
    ResultsRow { name, href: String::new(), minor: false, bar: None, cells: Vec::new() }
}
