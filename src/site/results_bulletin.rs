//! The pages of a bulletin: the whole with its agencies, each agency, each counter; and what the start page takes
//! from them.

use super::composer::Composer;
use super::results_page::{ResultsPage, agencies, bare, cells_under};
use super::results_text::{PER_PART, parts};
use crate::feedback::satisfaction::{Break, Measure, SeriesPoint, runs};
use crate::publication::results::{
    Bulletin, CorrectiveMeasure, PublishedFigure, SurveyResults, Topic, Unit,
};
use crate::publication::{DICTIONARY_PATH, open_data_path};
use crate::theme::Phrase;
use crate::theme::context::{CountedLink, Link, MeasureLines, Results, ResultsRow, ResultsSection};

/// How many periods of a trend are shown.
const TREND: usize = 24;

impl Composer<'_> {
    /// "Kết quả Quý 3/2026", with the agency of a bulletin of one alone.
    pub(super) fn bulletin_title(&self, bulletin: &Bulletin) -> String {
        let period = self.period(bulletin.period);
        let title = self.voice.words.fill("results_of", &[("period", &period)]);
        match bulletin.agency.as_ref().and_then(|id| bulletin.name_of(&Unit::Agency(id.clone()))) {
            Some(name) => format!("{title} – {}", self.voice.plain(name)),
            None => title,
        }
    }

    /// The whole of the newest bulletin.
    pub(super) fn latest(&self, at: usize) -> ResultsSection {
        let bulletin = &self.publication.results.bulletins[at];
        let period = self.period(bulletin.period);
        let title = self.voice.words.fill("results_latest", &[("period", &period)]);
        let mut section = ResultsSection::titled(Phrase::plain(&title));
        self.head(&mut section);
        for results in &bulletin.surveys {
            for cell in results.cells_of(&Unit::Site) {
                section.rows.push(bare(Phrase::plain(&self.survey_and_way(results, cell))));
                let rows = self.figures(at, results, cell, false);
                section.rows.extend(rows);
            }
        }
        section.links.push(CountedLink {
            name: Phrase::plain(&self.bulletin_title(bulletin)),
            href: self.results_href(ResultsPage::Bulletin { bulletin: at, part: 1 }),
            count: String::new(),
        });
        section
    }

    /// The whole over all bulletins of all agencies, in runs that measure the same.
    pub(super) fn trend(&self) -> Option<ResultsSection> {
        let whole = self.publication.results.bulletins.iter().filter(|one| one.agency.is_none());
        let mut points: Vec<SeriesPoint<PublishedFigure>> = Vec::new();
        for bulletin in whole {
            for results in &bulletin.surveys {
                let Some(headline) = results.headline() else { continue };
                for cell in results.cells_of(&Unit::Site) {
                    let measure = Measure {
                        survey: results.survey.clone(),
                        version: results.version,
                        basis: results.basis,
                        ways: cell.ways.clone(),
                    };
                    let figure = cell.figure(&headline).cloned();
                    points.push(SeriesPoint { period: bulletin.period, measure, figure });
                }
            }
        }
        let first = points.first()?.period;
        if points.iter().all(|point| point.period == first) {
            return None;
        }
        let mut section = ResultsSection::titled(self.said("results_trend"));
        section.notes.push(self.said("results_trend_note"));
        self.head(&mut section);
        // One series for each survey and way of answering, which are never on one line.
        points.sort_by(|one, other| {
            let key = |point: &SeriesPoint<PublishedFigure>| {
                (point.measure.survey.clone(), point.measure.ways.clone(), point.period)
            };
            key(one).cmp(&key(other))
        });
        let series = points.chunk_by(|one, next| {
            one.measure.survey == next.measure.survey && one.measure.ways == next.measure.ways
        });
        for points in series {
            let Some(first) = points.first() else { continue };
            let survey = self.publication.survey(first.measure.survey.as_str());
            let name = survey.map_or_else(
                || Phrase::plain(first.measure.survey.as_str()),
                |survey| self.voice.phrase(&survey.name),
            );
            let ways = Phrase::plain(&self.ways(&first.measure.ways));
            section.rows.push(bare(Phrase::joined(&[name, ways], " – ")));
            let recent = points[points.len().saturating_sub(TREND)..].to_vec();
            for run in runs(recent) {
                if !run.breaks.is_empty() {
                    let why: Vec<&str> =
                        run.breaks.iter().map(|one| self.broken_by(*one)).collect();
                    let why = self.voice.words.fill("results_break", &[("why", &why.join(", "))]);
                    section.rows.push(bare(Phrase::plain(&why)));
                }
                for point in run.points {
                    let name = Phrase::plain(&self.period(point.period));
                    let cells = match &point.figure {
                        Some(figure) => self.figure_cells(figure),
                        None => vec![self.said("results_withheld")],
                    };
                    section.rows.push(ResultsRow {
                        name,
                        href: String::new(),
                        minor: false,
                        bar: point.figure.as_ref().map(|figure| self.bar(figure, None)),
                        cells: cells_under(&section.head, cells),
                    });
                }
            }
        }
        Some(section)
    }

    fn broken_by(&self, one: Break) -> &str {
        self.voice.words.get(match one {
            Break::Survey => "results_break_survey",
            Break::Version => "results_break_version",
            Break::Method => "results_break_method",
            Break::Aggregate => "results_break_aggregate",
            Break::Ways => "results_break_ways",
            Break::Length => "results_break_length",
        })
    }

    /// The page of a bulletin.
    pub(super) fn results_bulletin(&self, at: usize, part: u16) -> Results {
        let bulletin = &self.publication.results.bulletins[at];
        let title = self.part_title(&self.bulletin_title(bulletin), part);
        let mut page = self.results_frame(Phrase::plain(&title), &title, self.said("results_lead"));
        if part == 1 {
            for results in &bulletin.surveys {
                for cell in results.cells_of(&Unit::Site) {
                    page.sections.push(self.of_cell(at, results, cell));
                }
                page.sections.extend(self.groups(results));
            }
        }
        page.sections.extend(self.agency_rows(at, part));
        if part == 1 {
            page.sections.extend(self.measures(bulletin, |_| true));
            page.sections.push(self.how(bulletin));
        }
        let count = parts(agencies(bulletin).count());
        let of =
            |part| super::Subject::Results { page: ResultsPage::Bulletin { bulletin: at, part } };
        page.parts = self.links_to_parts(count, part, of);
        page.data = self.data(bulletin);
        page
    }

    /// The page of an agency or a counter in a bulletin.
    pub(super) fn results_unit(&self, at: usize, unit: usize) -> Results {
        let bulletin = &self.publication.results.bulletins[at];
        let named = &bulletin.units[unit];
        let title =
            format!("{} – {}", self.voice.plain(&named.name), self.bulletin_title(bulletin));
        let name = self.voice.phrase(&named.name);
        let mut page = self.results_frame(name, &title, self.said("results_lead"));
        let up = ResultsPage::Bulletin { bulletin: at, part: 1 };
        let up_name = Phrase::plain(&self.bulletin_title(bulletin));
        page.path.push(Link { name: up_name, href: self.results_href(up) });
        if let (Unit::Counter(agency, id), Some(parent)) = (&named.unit, named.unit.parent()) {
            page.path.extend(self.unit_link(at, &parent));
            let place = self.publication.agency_by_id(agency.as_str());
            let there = place.is_some_and(|place| {
                self.publication.counters_of(place).any(|counter| counter.id == *id)
            });
            if !there {
                let mut note = ResultsSection::titled(self.voice.phrase(&named.name));
                note.notes.push(self.said("results_retired"));
                page.sections.push(note);
            }
        }
        for results in &bulletin.surveys {
            for cell in results.cells_of(&named.unit) {
                page.sections.push(self.of_cell(at, results, cell));
            }
        }
        if matches!(named.unit, Unit::Agency(_)) {
            let counters = bulletin.units.iter().enumerate();
            let counters =
                counters.filter(|(_, one)| one.unit.parent().as_ref() == Some(&named.unit));
            let list: Vec<usize> = counters.map(|(place, _)| place).collect();
            page.sections.extend(self.unit_rows(at, "results_counters", &list));
        }
        page.sections.extend(self.measures(bulletin, |one| one.unit == named.unit));
        page.sections.push(self.how(bulletin));
        page.data = self.data(bulletin);
        page
    }

    fn unit_link(&self, at: usize, unit: &Unit) -> Option<Link> {
        let bulletin = &self.publication.results.bulletins[at];
        let place = bulletin.units.iter().position(|one| one.unit == *unit)?;
        let href = self.results_href(ResultsPage::Unit { bulletin: at, unit: place });
        Some(Link { name: self.voice.phrase(&bulletin.units[place].name), href })
    }

    /// Agencies in three groups.
    fn groups(&self, results: &SurveyResults) -> Vec<ResultsSection> {
        let words = self.voice.words;
        let each = results.placings.iter().map(|placing| {
            let title = format!("{} – {}", words.get("results_groups"), self.ways(&placing.ways));
            let mut section = ResultsSection::titled(Phrase::plain(&title));
            let n = placing.comparisons.to_string();
            section.notes.push(Phrase::plain(&words.fill("results_groups_note", &[("n", &n)])));
            for (key, group) in [
                ("results_higher", &placing.higher),
                ("results_same", &placing.same),
                ("results_lower", &placing.lower),
            ] {
                let names: Vec<Phrase> = group.iter().map(|id| self.agency_named(id)).collect();
                let names = if names.is_empty() {
                    Phrase::plain("–")
                } else {
                    Phrase::joined(&names, "; ")
                };
                section.facts.push(self.fact(key, names));
            }
            section
        });
        each.collect()
    }

    fn agency_rows(&self, at: usize, part: u16) -> Vec<ResultsSection> {
        let bulletin = &self.publication.results.bulletins[at];
        let from = usize::from(part - 1) * PER_PART;
        let list: Vec<usize> = agencies(bulletin).skip(from).take(PER_PART).collect();
        self.unit_rows(at, "results_agencies", &list)
    }

    /// The headline of each unit, a section for each survey and way.
    fn unit_rows(&self, at: usize, key: &str, units: &[usize]) -> Vec<ResultsSection> {
        let bulletin = &self.publication.results.bulletins[at];
        let mut sections: Vec<ResultsSection> = Vec::new();
        for results in &bulletin.surveys {
            let Some(headline) = results.headline() else { continue };
            let own = |unit: usize| results.cells_of(&bulletin.units[unit].unit);
            let mut ways: Vec<_> =
                units.iter().flat_map(|unit| own(*unit)).map(|cell| &cell.ways).collect();
            ways.sort();
            ways.dedup();
            for way in ways {
                let mut rows = Vec::new();
                for unit in units {
                    let Some(cell) = own(*unit).find(|cell| cell.ways == *way) else { continue };
                    let Some(row) = self.figure_row(at, results, cell, &headline, false) else {
                        continue;
                    };
                    rows.push(ResultsRow {
                        name: self.voice.phrase(&bulletin.units[*unit].name),
                        href: self.results_href(ResultsPage::Unit { bulletin: at, unit: *unit }),
                        ..row
                    });
                }
                if let Some(cell) =
                    units.iter().flat_map(|unit| own(*unit)).find(|cell| cell.ways == *way)
                    && !rows.is_empty()
                {
                    let words = self.voice.words;
                    let title =
                        format!("{}: {}", words.get(key), self.survey_and_way(results, cell));
                    let mut section = ResultsSection::titled(Phrase::plain(&title));
                    self.head(&mut section);
                    words.get("results_unit").clone_into(&mut section.first);
                    section.rows = rows;
                    sections.push(section);
                }
            }
        }
        sections
    }

    /// What is done about weak criteria.
    fn measures(
        &self,
        bulletin: &Bulletin,
        of: impl Fn(&CorrectiveMeasure) -> bool,
    ) -> Option<ResultsSection> {
        let words = self.voice.words;
        let lines = bulletin.measures.iter().filter(|one| of(one)).map(|one| {
            let unit = match bulletin.name_of(&one.unit) {
                Some(name) => self.voice.phrase(name),
                None => Phrase::plain(&one.unit.to_string()),
            };
            let topic = Topic::Question(one.criterion.clone());
            let mut results =
                bulletin.surveys.iter().filter(|results| results.survey == one.survey);
            let asked = results.find_map(|results| results.topic_name(&topic));
            let about: Vec<Phrase> =
                std::iter::once(unit).chain(asked.map(|ask| self.voice.phrase(ask))).collect();
            let outcome = self.voice.maybe(one.outcome.as_ref());
            let facts = vec![
                self.fact("results_cause", self.voice.phrase(&one.cause)),
                self.fact("results_measure", self.voice.phrase(&one.measure)),
                self.fact("results_answerable", self.voice.phrase(&one.answerable)),
                self.fact("results_until", Phrase::plain(&words.date(one.until))),
                self.fact(
                    "results_outcome",
                    outcome.unwrap_or_else(|| self.said("results_under_way")),
                ),
            ];
            let quote = self.voice.maybe(one.quote.as_ref());
            MeasureLines { about: Phrase::joined(&about, " – "), quote, facts }
        });
        let measures: Vec<MeasureLines> = lines.collect();
        (!measures.is_empty()).then(|| ResultsSection {
            measures,
            ..ResultsSection::titled(self.said("results_measures"))
        })
    }

    /// By which formulas, with which target and threshold, and who signed.
    fn how(&self, bulletin: &Bulletin) -> ResultsSection {
        let words = self.voice.words;
        let mut section = ResultsSection::titled(self.said("results_how"));
        for results in &bulletin.surveys {
            let formulas = Phrase::plain(&self.formulas(results.basis));
            let line = [self.voice.phrase(&results.name), formulas];
            section.facts.push(self.fact("results_method", Phrase::joined(&line, ": ")));
        }
        if let Some(target) = bulletin.target {
            section.facts.push(self.fact("results_target", Phrase::plain(&self.percent(target))));
        }
        let n = words.number_style().whole(bulletin.threshold);
        let least = words.fill("results_threshold_line", &[("n", &n)]);
        section.facts.push(self.fact("results_threshold", Phrase::plain(&least)));
        let drawn = words.date(bulletin.drawn_on);
        section.facts.push(self.fact("results_drawn", Phrase::plain(&drawn)));
        if let Some(signature) = &bulletin.signature {
            let (by, day) =
                (self.voice.original(&signature.by), Phrase::plain(&words.date(signature.on)));
            let line = self.voice.compose("results_signed_line", &[("by", &by), ("day", &day)]);
            section.facts.push(self.fact("results_signed", line));
        }
        section
    }

    fn data(&self, bulletin: &Bulletin) -> Vec<Link> {
        let path = |ending| open_data_path(bulletin.period, bulletin.agency.as_ref(), ending);
        let link =
            |key, path: &str| Link { name: self.said(key), href: format!("{}{path}", self.home) };
        vec![
            link("results_data_csv", &path("csv")),
            link("results_data_json", &path("json")),
            link("results_data_dictionary", DICTIONARY_PATH),
        ]
    }
}
