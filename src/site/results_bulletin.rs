//! The pages of a bulletin: the whole with its agencies, each agency, each counter.

use super::composer::Composer;
use super::results_page::ResultsPage;
use super::results_parts::{Piece, pieces};
use crate::publication::results::{Bulletin, CorrectiveMeasure, PlacedAgencies, Topic, Unit};
use crate::publication::{DICTIONARY_PATH, open_data_path};
use crate::theme::Phrase;
use crate::theme::context::{Link, MeasureLines, Results, ResultsRow, ResultsSection};

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

    /// Where the figures of a unit stand in the newest bulletin that has some.
    pub(super) fn results_of(&self, unit: &Unit) -> Option<Link> {
        let bulletins = self.publication.results.bulletins.iter().enumerate();
        let has = |one: &Bulletin| one.units.iter().any(|named| named.unit == *unit);
        let own = bulletins.filter(|(_, one)| has(one));
        let (at, _) = own.max_by_key(|(_, one)| one.period.months().1)?;
        let bulletin = &self.publication.results.bulletins[at];
        let link = self.unit_link(at, unit)?;
        let period = self.period(bulletin.period);
        let name = self.voice.words.fill("results_of_ratings", &[("period", &period)]);
        Some(Link { name: Phrase::plain(&name), ..link })
    }

    /// The page of a bulletin.
    pub(super) fn results_bulletin(&self, at: usize, page: ResultsPage) -> Results {
        let bulletin = &self.publication.results.bulletins[at];
        let title = self.part_title(&self.bulletin_title(bulletin), page.part());
        let mut made = self.results_frame(Phrase::plain(&title), &title, self.said("results_lead"));
        self.put_pieces(at, None, page, &mut made);
        made
    }

    /// The page of an agency or a counter in a bulletin.
    pub(super) fn results_unit(&self, at: usize, unit: usize, page: ResultsPage) -> Results {
        let bulletin = &self.publication.results.bulletins[at];
        let named = &bulletin.units[unit];
        let title =
            format!("{} – {}", self.voice.plain(&named.name), self.bulletin_title(bulletin));
        let title = self.part_title(&title, page.part());
        let name = self.voice.phrase(&named.name);
        let mut made = self.results_frame(name, &title, self.said("results_lead"));
        let up = ResultsPage::Bulletin { bulletin: at, part: 1 };
        let up_name = Phrase::plain(&self.bulletin_title(bulletin));
        made.path.push(Link { name: up_name, href: self.results_href(up) });
        if let (Unit::Counter(agency, id), Some(parent)) = (&named.unit, named.unit.parent()) {
            made.path.extend(self.unit_link(at, &parent));
            let place = self.publication.agency_by_id(agency.as_str());
            let there = place.is_some_and(|place| {
                self.publication.counters_of(place).any(|counter| counter.id == *id)
            });
            if !there {
                let mut note = ResultsSection::titled(self.voice.phrase(&named.name));
                note.notes.push(self.said("results_retired"));
                made.sections.push(note);
            }
        }
        self.put_pieces(at, Some(unit), page, &mut made);
        made
    }

    /// Puts the pieces of a part onto its page.
    fn put_pieces(&self, at: usize, unit: Option<usize>, page: ResultsPage, made: &mut Results) {
        let bulletin = &self.publication.results.bulletins[at];
        let pieces = pieces(bulletin, unit);
        let (range, links) = self.results_rows(page, pieces.len());
        let own = pieces.get(range).unwrap_or_default();
        let (mut units, mut measures) = (Vec::new(), Vec::new());
        for (place, piece) in own.iter().enumerate() {
            match *piece {
                Piece::Cell { survey, cell } => {
                    let results = &bulletin.surveys[survey];
                    made.sections.push(self.of_cell(at, results, &results.cells[cell]));
                }
                Piece::Groups { survey, placing } => {
                    let placing = &bulletin.surveys[survey].placings[placing];
                    made.sections.push(self.groups(placing));
                }
                Piece::Unit(unit) => units.push(unit),
                Piece::Measure(measure) => measures.push(&bulletin.measures[measure]),
                Piece::How => {}
            }
            // Pieces of a kind that follow each other stand in one table.
            let next = own.get(place + 1);
            if !units.is_empty() && !matches!(next, Some(Piece::Unit(_))) {
                let key = if unit.is_none() { "results_agencies" } else { "results_counters" };
                made.sections.extend(self.unit_rows(at, key, &units));
                units.clear();
            }
            if !measures.is_empty() && !matches!(next, Some(Piece::Measure(_))) {
                made.sections.push(self.measures(bulletin, &measures));
                measures.clear();
            }
            if *piece == Piece::How {
                made.sections.push(self.how(bulletin));
            }
        }
        made.parts = links;
        made.data = self.data(bulletin);
    }

    fn unit_link(&self, at: usize, unit: &Unit) -> Option<Link> {
        let bulletin = &self.publication.results.bulletins[at];
        let place = bulletin.units.iter().position(|one| one.unit == *unit)?;
        let href = self.results_href(ResultsPage::Unit { bulletin: at, unit: place, part: 1 });
        Some(Link { name: self.voice.phrase(&bulletin.units[place].name), href })
    }

    /// Agencies in three groups.
    fn groups(&self, placing: &PlacedAgencies) -> ResultsSection {
        let words = self.voice.words;
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
            let names =
                if names.is_empty() { Phrase::plain("–") } else { Phrase::joined(&names, "; ") };
            section.facts.push(self.fact(key, names));
        }
        section
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
                        href: self.results_href(ResultsPage::Unit {
                            bulletin: at,
                            unit: *unit,
                            part: 1,
                        }),
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
    fn measures(&self, bulletin: &Bulletin, told: &[&CorrectiveMeasure]) -> ResultsSection {
        let words = self.voice.words;
        let lines = told.iter().map(|one| {
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
        ResultsSection { measures, ..ResultsSection::titled(self.said("results_measures")) }
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
