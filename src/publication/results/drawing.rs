//! A bulletin drawn from what was counted: which cells may be shown beside all that was ever published, and their
//! figures. Pure; where sheets come from and where the bulletin goes is the business of `command`.

use std::collections::{BTreeMap, BTreeSet};

use super::cell_table::{CellTable, answers};
use super::{
    AskedQuestion, Bulletin, CountedSheet, DrawingNote, Drawn, NamedUnit, Percent, PlacedAgencies,
    PublishedCell, PublishedFigure, SurveyResults, Topic, Unit,
};
use crate::feedback::Survey;
use crate::feedback::satisfaction::withholding::{Request, Withholding};
use crate::feedback::satisfaction::{
    Aggregate, Basis, Candidate, Index, Instrument, Method, Placing, ReportingPeriod, Scoring,
    Sheet, Standing, Ways,
};
use crate::publication::Publication;
use crate::text::{Date, Slug, Text};

/// What a bulletin is drawn from.
pub struct Drawing<'a> {
    /// Names, surveys, and all that was published before.
    pub publication: &'a Publication,
    /// The period.
    pub period: ReportingPeriod,
    /// One agency alone, or all.
    pub agency: Option<Slug>,
    /// The day of drawing.
    pub drawn_on: Date,
    /// The fewest answers of a shown figure.
    pub threshold: u64,
    /// The agency's own target.
    pub target: Option<Percent>,
    /// The method for questions with levels.
    pub method: Method,
    /// How criteria are summed up.
    pub aggregate: Aggregate,
    /// Whether ways are shown together too.
    pub combine: bool,
    /// What was counted in the year of the period.
    pub counted: &'a [CountedSheet],
}

impl Drawing<'_> {
    /// Draws the bulletin. A bulletin of the same name is not among what was published: it is the one to be replaced.
    pub fn draw(&self) -> Drawn {
        let mut notes = Vec::new();
        let mut by_survey: BTreeMap<(Slug, u16), Vec<&CountedSheet>> = BTreeMap::new();
        for one in self.counted {
            let key = (one.sheet.survey.clone(), one.sheet.version);
            by_survey.entry(key).or_default().push(one);
        }
        let mut surveys = Vec::new();
        for ((survey, version), sheets) in &by_survey {
            let own = sheets.iter().filter(|one| self.period.covers(one.month));
            let ratings: u64 = own.map(|one| one.sheet.ratings).sum();
            if ratings == 0 {
                continue;
            }
            let known = self.publication.survey(survey.as_str());
            match known.filter(|one| one.version == *version) {
                Some(survey) => surveys.extend(self.survey(survey, sheets, &mut notes)),
                None => notes.push(DrawingNote::UnknownVersion {
                    survey: survey.clone(),
                    version: *version,
                    ratings,
                }),
            }
        }
        let mut units: BTreeSet<Unit> = BTreeSet::new();
        for results in &surveys {
            units.extend(results.cells.iter().map(|cell| cell.unit.clone()));
        }
        let named = units.into_iter().map(|unit| self.named(unit, &mut notes)).collect();
        let bulletin = Bulletin {
            period: self.period,
            agency: self.agency.clone(),
            drawn_on: self.drawn_on,
            threshold: self.threshold,
            target: self.target,
            units: named,
            surveys,
            measures: Vec::new(),
            signature: None,
        };
        Drawn { bulletin, notes }
    }

    fn named(&self, unit: Unit, notes: &mut Vec<DrawingNote>) -> NamedUnit {
        let publication = self.publication;
        let at = unit.agency().and_then(|id| publication.agency_by_id(id.as_str()));
        let name = match (&unit, at) {
            (Unit::Site, _) => Some(publication.site.name.clone()),
            (Unit::Agency(_), Some(at)) => Some(publication.agency(at).short_name.clone()),
            (Unit::Counter(_, id), Some(at)) => publication
                .counters_of(at)
                .find(|counter| counter.id == *id)
                .map(|counter| counter.name.clone()),
            _ => None,
        };
        let name = name.unwrap_or_else(|| {
            notes.push(DrawingNote::UnknownUnit { unit: unit.clone() });
            Text::new(unit.to_string())
        });
        NamedUnit { unit, name }
    }

    /// All bulletins and drafts but the one that this replaces.
    fn earlier(&self) -> impl Iterator<Item = &Bulletin> {
        let results = &self.publication.results;
        let other = |one: &&Bulletin| (one.period, &one.agency) != (self.period, &self.agency);
        results.bulletins.iter().chain(&results.drafts).filter(other)
    }

    fn survey(
        &self,
        survey: &Survey,
        sheets: &[&CountedSheet],
        notes: &mut Vec<DrawingNote>,
    ) -> Option<SurveyResults> {
        let asked = Instrument::of(survey);
        let has_points = asked
            .criteria()
            .chain(&asked.overall)
            .any(|criterion| matches!(criterion.scoring, Scoring::Points(_)));
        let method = if has_points { Method::Points012 } else { self.method };
        let basis = Basis { method, aggregate: self.aggregate };
        asked.criteria().chain(&asked.overall).next()?;
        let year = ReportingPeriod::Year(self.year());
        let mut before: Vec<(ReportingPeriod, &PublishedCell)> = Vec::new();
        for one in self.earlier().filter(|one| year.covers(one.period)) {
            let results = one.surveys.iter();
            let same = results
                .filter(|results| results.survey == survey.id && results.version == survey.version);
            before.extend(same.flat_map(|results| &results.cells).map(|cell| (one.period, cell)));
        }
        let mut periods: BTreeSet<ReportingPeriod> =
            before.iter().map(|(period, _)| *period).collect();
        periods.insert(self.period);
        let cells = CellTable::new(sheets, &asked, &periods)?;
        let decided = self.decide(&cells, &before, &asked, notes);
        let shown = |unit: &Unit, ways: &Ways, topic: &Topic| {
            let cell = cells.cell(unit, self.period, ways, topic);
            cell.is_some_and(|cell| decided.shown.contains(&cell))
        };
        let topics: Vec<&Topic> = cells.topics[1..].iter().collect();
        let mut published = Vec::new();
        for unit in cells.units.iter().filter(|unit| self.is_in_scope(unit)) {
            for sheet in self.sheets(&cells, unit) {
                let earlier = before.iter().find(|(period, cell)| {
                    *period == self.period && cell.unit == *unit && cell.ways == *sheet.ways()
                });
                if let Some((_, cell)) = earlier {
                    // Shown once, it stays as it was shown.
                    published.push((*cell).clone());
                    continue;
                }
                let Ok(index) = Index::of(&sheet, &asked, basis) else {
                    notes.push(DrawingNote::MethodUnfit { survey: survey.id.clone(), method });
                    return None;
                };
                let mut cell = PublishedCell {
                    unit: unit.clone(),
                    ways: sheet.ways().clone(),
                    ratings: None,
                    figures: Vec::new(),
                    withheld: Vec::new(),
                };
                for topic in &topics {
                    let figure = match (*topic, &asked.extra_trips) {
                        (Topic::ExtraTrips, trips) => trips
                            .as_ref()
                            .and_then(|trips| trips.share(&sheet))
                            .map(|share| PublishedFigure::of_share(Topic::ExtraTrips, &share)),
                        _ => topic
                            .figure_in(&index)
                            .map(|one| PublishedFigure::rounded((*topic).clone(), one)),
                    };
                    let has_answers = **topic == Topic::Ratings || figure.is_some();
                    match (has_answers, shown(unit, sheet.ways(), topic)) {
                        (false, _) => {}
                        (true, false) => cell.withheld.push((*topic).clone()),
                        (true, true) if **topic == Topic::Ratings => {
                            cell.ratings = Some(sheet.ratings);
                        }
                        (true, true) => {
                            cell.figures.extend(figure);
                        }
                    }
                }
                published.push(cell);
            }
        }
        let placings = self.placings(&cells, &asked, basis, &published);
        let factors = survey.factors.iter();
        let scored: BTreeSet<&Topic> = topics.into_iter().collect();
        Some(SurveyResults {
            survey: survey.id.clone(),
            version: survey.version,
            name: survey.name.clone(),
            status: survey.status,
            citation: survey.citation.clone(),
            basis,
            factors: factors
                .filter(|factor| scored.contains(&Topic::Factor(factor.id.clone())))
                .map(|factor| (factor.id.clone(), factor.name.clone()))
                .collect(),
            questions: survey
                .questions
                .iter()
                .filter(|question| scored.contains(&Topic::Question(question.id.clone())))
                .map(|question| AskedQuestion {
                    id: question.id.clone(),
                    factor: question.factor.clone(),
                    ask: question.ask.clone(),
                })
                .collect(),
            cells: published,
            placings,
        })
    }

    fn year(&self) -> u16 {
        u16::try_from(self.period.months().0 / 100).unwrap_or_default()
    }

    fn is_in_scope(&self, unit: &Unit) -> bool {
        self.agency.as_ref().is_none_or(|agency| unit.agency() == Some(agency))
    }

    /// The sheets of a unit in the period, one a way, and together if that is asked for.
    fn sheets(&self, cells: &CellTable<'_>, unit: &Unit) -> Vec<Sheet> {
        let mut sheets = cells.sheets_of(unit, self.period);
        if self.combine && sheets.len() > 1 {
            sheets.extend(Sheet::combine(&sheets).ok());
        }
        sheets
    }

    /// Which cells are shown, beside all that was published before.
    fn decide(
        &self,
        cells: &CellTable<'_>,
        before: &[(ReportingPeriod, &PublishedCell)],
        asked: &Instrument,
        notes: &mut Vec<DrawingNote>,
    ) -> Withholding {
        let mut request = Request {
            table: &cells.table,
            offered: BTreeSet::new(),
            published: BTreeSet::new(),
            withheld_before: BTreeSet::new(),
            threshold: self.threshold,
        };
        for (period, cell) in before {
            let (shown, withheld) = cells.known(cell, *period);
            request.withheld_before.extend(withheld);
            let mut changed = false;
            for (at, n) in shown {
                request.published.insert(at);
                let by = cells.table.n(at).abs_diff(n);
                if by == 0 || by >= self.threshold {
                    continue;
                }
                changed = true;
                // The same cell of a longer period, less this one as it was shown, would tell of the few.
                let mut place = cells.table.nodes(at);
                for (node, longer) in cells.periods.iter().enumerate() {
                    if longer.covers(*period) && longer != period {
                        place[1] = node;
                        request.withheld_before.insert(cells.table.cell(&place));
                    }
                }
            }
            if changed {
                let (unit, period) = (cell.unit.clone(), *period);
                notes.push(DrawingNote::CountChanged { unit, period });
            }
        }
        for unit in &cells.units {
            for sheet in self.sheets(cells, unit) {
                let of = |topic: &Topic| cells.cell(unit, self.period, sheet.ways(), topic);
                let people = |topic: &Topic| answers(&sheet, asked, topic);
                for topic in &cells.topics[1..] {
                    let Some(cell) = of(topic) else { continue };
                    if self.is_in_scope(unit) {
                        request.offered.insert(cell);
                    }
                    // Three people who answer five questions are fifteen answers and still three people.
                    let most = match topic {
                        Topic::Whole | Topic::Factor(_) => {
                            parts(asked, topic).map(|one| people(&one)).max()
                        }
                        _ => None,
                    };
                    if most.is_some_and(|most| (1..self.threshold).contains(&most)) {
                        request.withheld_before.insert(cell);
                    }
                }
            }
        }
        let decided = Withholding::of(&request);
        if !decided.exposed.is_empty() {
            notes.push(DrawingNote::Exposed { cells: decided.exposed.len() });
        }
        decided
    }

    /// Agencies in three groups, for each way on which the site as a whole is shown.
    fn placings(
        &self,
        cells: &CellTable<'_>,
        asked: &Instrument,
        basis: Basis,
        published: &[PublishedCell],
    ) -> Vec<PlacedAgencies> {
        let agencies: Vec<&Unit> =
            cells.units.iter().filter(|unit| matches!(unit, Unit::Agency(_))).collect();
        let headline = match &asked.overall {
            Some(overall) if asked.factors.is_empty() => Topic::Question(overall.question.clone()),
            _ => Topic::Whole,
        };
        let is_shown = |unit: &Unit, ways: &Ways| {
            published.iter().any(|cell| {
                cell.unit == *unit && cell.ways == *ways && cell.figure(&headline).is_some()
            })
        };
        let mut placings = Vec::new();
        for whole in self.sheets(cells, &Unit::Site) {
            let ways = whole.ways();
            if self.agency.is_some() || agencies.len() < 2 || !is_shown(&Unit::Site, ways) {
                continue;
            }
            // Ways of an agency that lacks one of them are fewer, and it is asked no less for that.
            let combined = matches!(ways, Ways::Combined(_));
            let sheets: Vec<(&Unit, Sheet)> = agencies
                .iter()
                .filter_map(|unit| {
                    let own = self.sheets(cells, unit);
                    let sheet = own.into_iter().find(|sheet| sheet.ways() == ways)?;
                    Some((*unit, sheet))
                })
                .collect();
            if combined && sheets.len() < agencies.len() {
                continue;
            }
            let names: Vec<(Slug, String)> =
                sheets.iter().filter_map(|(unit, _)| self.called(unit)).collect();
            let candidates: Vec<Candidate<'_>> = sheets
                .iter()
                .zip(&names)
                .map(|((unit, sheet), (agency, name))| Candidate {
                    agency: agency.clone(),
                    name,
                    sheet,
                    shown: is_shown(unit, ways),
                })
                .collect();
            let Ok(Some(placing)) = Placing::of(&candidates, asked, basis) else { continue };
            let group = |standing| {
                let group = placing.placed.iter().filter(|one| one.standing == standing);
                group.map(|one| one.agency.clone()).collect()
            };
            placings.push(PlacedAgencies {
                ways: ways.clone(),
                comparisons: placing.comparisons,
                higher: group(Standing::Higher),
                same: group(Standing::NotDifferent),
                lower: group(Standing::Lower),
            });
        }
        placings
    }

    fn called(&self, unit: &Unit) -> Option<(Slug, String)> {
        let id = unit.agency()?.clone();
        let at = self.publication.agency_by_id(id.as_str());
        let name = at.map(|at| self.publication.agency(at).short_name.original().to_owned());
        Some((id.clone(), name.unwrap_or_else(|| id.to_string())))
    }
}

/// The questions that make up a whole or a factor.
fn parts<'a>(asked: &'a Instrument, topic: &'a Topic) -> impl Iterator<Item = Topic> + 'a {
    let own = move |factor: &&crate::feedback::satisfaction::FactorCriteria| match topic {
        Topic::Factor(id) => factor.factor == *id,
        _ => true,
    };
    let criteria = asked.factors.iter().filter(own).flat_map(|factor| &factor.criteria);
    criteria.map(|criterion| Topic::Question(criterion.question.clone()))
}
