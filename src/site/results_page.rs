//! Pages of results: which there are, and what each is made of.

use super::composer::Composer;
use super::plan::Pages;
use super::results_text::{PER_PART, parts};
use crate::publication::results::{Bulletin, Unit};
use crate::publication::{PageAddress, Publication, ResultsAddress};
use crate::theme::Phrase;
use crate::theme::context::{
    CountedLink, Link, QuestionLines, Results, ResultsCell, ResultsFact, ResultsRow, ResultsSection,
};

/// A page of results; numbers are places in the lists of the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the page of that name")]
pub enum ResultsPage {
    Home,
    Bulletin { bulletin: usize, part: u16 },
    Unit { bulletin: usize, unit: usize },
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
            Self::Unit { bulletin, unit } => {
                let (bulletin, period, agency) = of(bulletin);
                ResultsAddress::Unit { period, agency, unit: &bulletin.units[unit].unit }
            }
            Self::Official => ResultsAddress::Official,
            Self::OnTime { part } => ResultsAddress::OnTime { part },
            Self::Dialogues { part } => ResultsAddress::Dialogues { part },
        }
    }
}

/// Adds all pages of results.
pub(super) fn plan_results(publication: &Publication, pages: &mut Pages<'_>) {
    let results = &publication.results;
    if results.is_empty() {
        return;
    }
    let mut add = |page| pages.add(super::Subject::Results { page });
    add(ResultsPage::Home);
    for (bulletin, one) in results.bulletins.iter().enumerate() {
        for part in 1..=parts(agencies(one).count()) {
            add(ResultsPage::Bulletin { bulletin, part });
        }
        let below = one.units.iter().enumerate().filter(|(_, named)| named.unit != Unit::Site);
        below.for_each(|(unit, _)| add(ResultsPage::Unit { bulletin, unit }));
    }
    if !results.official.is_empty() {
        add(ResultsPage::Official);
    }
    if let Some(last) = results.performance.last() {
        (1..=parts(last.rows.len())).for_each(|part| add(ResultsPage::OnTime { part }));
    }
    for part in 1..=parts(results.dialogues.len()).min(if results.dialogues.is_empty() {
        0
    } else {
        u16::MAX
    }) {
        add(ResultsPage::Dialogues { part });
    }
}

/// The agencies of a bulletin, with their places among its units.
pub(super) fn agencies(bulletin: &Bulletin) -> impl Iterator<Item = usize> {
    let units = bulletin.units.iter().enumerate();
    units.filter(|(_, named)| matches!(named.unit, Unit::Agency(_))).map(|(at, _)| at)
}

impl Composer<'_> {
    /// A page of results.
    pub(super) fn results(&self, page: ResultsPage) -> Results {
        match page {
            ResultsPage::Home => self.results_home(),
            ResultsPage::Bulletin { bulletin, part } => self.results_bulletin(bulletin, part),
            ResultsPage::Unit { bulletin, unit } => self.results_unit(bulletin, unit),
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
            page.sections.push(self.latest(at));
            page.sections.extend(self.trend());
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

    fn results_official(&self) -> Results {
        let words = self.voice.words;
        let title = words.get("results_official");
        let mut page =
            self.results_frame(Phrase::plain(title), title, self.said("results_official_lead"));
        for index in &self.publication.results.official {
            let name = [self.voice.phrase(&index.name), self.voice.phrase(&index.area)];
            let mut section = ResultsSection::titled(Phrase::joined(&name, " – "));
            section.notes.extend(self.voice.maybe(index.about.as_ref()));
            section.facts.push(self.fact("results_publisher", self.voice.phrase(&index.publisher)));
            for target in &index.targets {
                let value = self.percent(target.value);
                let mut text = vec![Phrase::plain(&value), self.voice.phrase(&target.text)];
                text.extend(self.voice.maybe(target.citation.as_ref()));
                section.facts.push(self.fact("results_target", Phrase::joined(&text, ". ")));
            }
            words.get("results_year").clone_into(&mut section.first);
            section.head = [
                "results_figure",
                "results_rank",
                "results_national",
                "results_sample",
                "results_source",
            ]
            .map(|key| words.get(key).to_owned())
            .to_vec();
            let target = index.targets.first().map(|one| one.value.value());
            for (run, years) in index.runs().enumerate() {
                let method = years
                    .first()
                    .and_then(|year| index.methods.iter().find(|one| one.id == year.method));
                if let Some(method) = method {
                    let key =
                        if run == 0 { "results_official_method" } else { "results_official_break" };
                    let name =
                        self.voice.compose(key, &[("name", &self.voice.phrase(&method.name))]);
                    section.rows.push(bare(name));
                }
                for year in years {
                    let value = self.percent(year.value);
                    let rank = year.rank.map(|(rank, of)| {
                        words.fill(
                            "results_rank_line",
                            &[("rank", &rank.to_string()), ("of", &of.to_string())],
                        )
                    });
                    let national = year.national.map(|value| self.percent(value));
                    let or_dash =
                        |text: Option<String>| Phrase::plain(&text.unwrap_or_else(|| "–".into()));
                    let sample = self
                        .voice
                        .maybe(year.sample.as_ref())
                        .unwrap_or_else(|| Phrase::plain("–"));
                    let cells = [
                        Phrase::plain(&value),
                        or_dash(rank),
                        or_dash(national),
                        sample,
                        self.voice.phrase(&year.source),
                    ];
                    section.rows.push(ResultsRow {
                        name: Phrase::plain(&year.year.to_string()),
                        href: String::new(),
                        minor: false,
                        bar: Some(self.plain_bar(year.value, target)),
                        cells: cells_under(&section.head, cells),
                    });
                    for (name, value) in &year.factors {
                        section.rows.push(ResultsRow {
                            name: self.voice.phrase(name),
                            href: String::new(),
                            minor: true,
                            bar: None,
                            cells: cells_under(
                                &section.head,
                                [Phrase::plain(&self.percent(*value))],
                            ),
                        });
                    }
                }
            }
            page.sections.push(section);
        }
        page
    }

    fn results_on_time(&self, part: u16) -> Results {
        let words = self.voice.words;
        let title = self.part_title(words.get("results_on_time"), part);
        let mut page = self.results_frame(Phrase::plain(&title), &title, self.on_time_lead());
        let Some(last) = self.publication.results.performance.last() else { return page };
        let mut section = ResultsSection::titled(Phrase::plain(&self.period(last.period)));
        section.notes.extend(last.source.as_ref().map(|source| {
            let source = self.voice.phrase(source);
            Phrase::joined(&[self.said("results_source"), source], ": ")
        }));
        self.on_time_head(&mut section);
        if part == 1 {
            let whole =
                self.on_time_row(self.said("results_all_site"), &last.total(None), false, &section);
            section.rows.push(whole);
        }
        let from = usize::from(part - 1) * PER_PART;
        let rows = last.rows.iter().enumerate().skip(from).take(PER_PART);
        for (at, row) in rows {
            let first = at == from || last.rows[at - 1].agency != row.agency;
            let name = self.agency_named(&row.agency);
            if first && row.field.is_some() {
                let total = last.total(Some(&row.agency));
                let line = self.on_time_row(name.clone(), &total, false, &section);
                section.rows.push(line);
            }
            let name = match &row.field {
                None => name,
                Some(field) => self
                    .publication
                    .field(field.as_str())
                    .map_or_else(|| Phrase::plain("–"), |field| self.voice.phrase(&field.name)),
            };
            let line = self.on_time_row(name, &row.counts, row.field.is_some(), &section);
            section.rows.push(line);
        }
        page.sections.push(section);
        let earlier = &self.publication.results.performance;
        if part == 1 && earlier.len() > 1 {
            let mut section = ResultsSection::titled(self.said("results_trend"));
            self.on_time_head(&mut section);
            for one in earlier.iter().rev().take(24) {
                let name = Phrase::plain(&self.period(one.period));
                let line = self.on_time_row(name, &one.total(None), false, &section);
                section.rows.push(line);
            }
            page.sections.push(section);
        }
        let of = |part| super::Subject::Results { page: ResultsPage::OnTime { part } };
        page.parts = self.links_to_parts(parts(last.rows.len()), part, of);
        page
    }

    fn results_dialogues(&self, part: u16) -> Results {
        let words = self.voice.words;
        let title = self.part_title(words.get("results_dialogues"), part);
        let mut page =
            self.results_frame(Phrase::plain(&title), &title, self.said("results_dialogues_lead"));
        let all = &self.publication.results.dialogues;
        let from = usize::from(part - 1) * PER_PART;
        for one in all.iter().rev().skip(from).take(PER_PART) {
            let day = words.date(one.date);
            let topic = self.voice.phrase(&one.topic);
            let mut section =
                ResultsSection::titled(Phrase::joined(&[Phrase::plain(&day), topic], " – "));
            let hour = one.hour.map(|hour| words.hour(hour));
            let when = [Some(day), hour].into_iter().flatten().collect::<Vec<_>>().join(", ");
            section.facts.push(self.fact("results_when", Phrase::plain(&when)));
            section.facts.push(self.fact("results_where", self.voice.phrase(&one.place)));
            section.facts.push(self.fact("results_unit", self.agency_named(&one.agency)));
            if let Some(chair) = &one.chair {
                section.facts.push(self.fact("results_chair", self.voice.phrase(chair)));
            }
            for question in &one.questions {
                let by = question.answered_by.as_ref().map(|by| {
                    let by = self.voice.phrase(by);
                    match question.answered_on {
                        None => by,
                        Some(day) => {
                            let day = Phrase::plain(&words.date(day));
                            self.voice.compose("results_answered", &[("by", &by), ("day", &day)])
                        }
                    }
                });
                section.questions.push(QuestionLines {
                    ask: self.voice.phrase(&question.ask),
                    answer: self.voice.maybe(question.answer.as_ref()),
                    by,
                });
            }
            page.sections.push(section);
        }
        let of = |part| super::Subject::Results { page: ResultsPage::Dialogues { part } };
        page.parts = self.links_to_parts(parts(all.len()), part, of);
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
