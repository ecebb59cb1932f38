//! All cells that there are of one version of a survey in a year, shown or not: units, periods, ways and topics, as
//! one table for the decision what may be shown.

use std::collections::{BTreeMap, BTreeSet};

use super::{PublishedCell, Topic, Unit};
use crate::feedback::satisfaction::withholding::{CrossTable, Hierarchy};
use crate::feedback::satisfaction::{Criterion, Instrument, ReportingPeriod, Sheet, Way, Ways};

/// The sheet of a counter in a month.
#[derive(Clone, Debug)]
pub struct CountedSheet {
    /// The counter.
    pub unit: Unit,
    /// The month.
    pub month: ReportingPeriod,
    /// What was counted, of one version of a survey on one way.
    pub sheet: Sheet,
}

/// The table with its sheets.
pub(super) struct CellTable<'a> {
    pub(super) units: Vec<Unit>,
    pub(super) periods: Vec<ReportingPeriod>,
    pub(super) ways: Vec<Way>,
    pub(super) topics: Vec<Topic>,
    pub(super) table: CrossTable,
    sheets: &'a [&'a CountedSheet],
}

/// All ways together: the node above the single ones.
const COMBINED: usize = 0;
/// The node above all topics; nothing is ever shown of it, and it holds the topics that are no part of each other.
const TOPICS: usize = 0;

impl<'a> CellTable<'a> {
    /// The table of a year in which these periods are or were shown.
    pub(super) fn new(
        sheets: &'a [&'a CountedSheet],
        asked: &Instrument,
        shown: &BTreeSet<ReportingPeriod>,
    ) -> Option<Self> {
        let units = units(sheets);
        let (periods, period_parents) = periods(sheets, shown)?;
        let ways: BTreeSet<Way> = sheets.iter().flat_map(|one| one.sheet.ways().list()).collect();
        let ways: Vec<Way> = ways.into_iter().collect();
        let (topics, topic_parents) = topics(asked);
        let unit_parents = units
            .iter()
            .map(|unit| unit.parent().and_then(|up| units.iter().position(|one| *one == up)))
            .collect();
        let way_parents =
            std::iter::once(None).chain(ways.iter().map(|_| Some(COMBINED))).collect();
        let hierarchies = [unit_parents, period_parents, way_parents, topic_parents];
        let dimensions: Option<Vec<Hierarchy>> =
            hierarchies.into_iter().map(Hierarchy::new).collect();
        let dimensions = dimensions?;
        // Counted once, since the table asks for each of its finest cells.
        let leaf = |period: ReportingPeriod| {
            let finest = (0..periods.len()).filter(|at| dimensions[1].is_leaf(*at));
            finest.into_iter().find(|at| periods[*at].covers(period))
        };
        let mut n: BTreeMap<[usize; 4], u64> = BTreeMap::new();
        for one in sheets {
            let unit = units.binary_search(&one.unit).ok();
            let way = one.sheet.ways().list().first().and_then(|way| ways.binary_search(way).ok());
            let (Some(unit), Some(period), Some(way)) = (unit, leaf(one.month), way) else {
                continue;
            };
            for (topic, of) in
                topics.iter().enumerate().filter(|(at, _)| dimensions[3].is_leaf(*at))
            {
                let answers = match of {
                    Topic::Ratings if topic > TOPICS => one.sheet.ratings,
                    Topic::Question(_) | Topic::ExtraTrips => answers(&one.sheet, asked, of),
                    _ => 0,
                };
                *n.entry([unit, period, way + 1, topic]).or_default() += answers;
            }
        }
        let table = CrossTable::new(dimensions, |nodes| {
            <[usize; 4]>::try_from(nodes).ok().and_then(|nodes| n.get(&nodes).copied()).unwrap_or(0)
        });
        Some(Self { units, periods, ways, topics, table, sheets })
    }

    /// The cell of a topic, where there is one.
    pub(super) fn cell(
        &self,
        unit: &Unit,
        period: ReportingPeriod,
        ways: &Ways,
        topic: &Topic,
    ) -> Option<usize> {
        let unit = self.units.binary_search(unit).ok()?;
        let period = self.periods.iter().position(|one| *one == period)?;
        let way = match ways {
            Ways::One(way) => self.ways.binary_search(way).ok()? + 1,
            Ways::Combined(_) => COMBINED,
        };
        let topic = 1 + self.topics[1..].iter().position(|one| one == topic)?;
        Some(self.table.cell(&[unit, period, way, topic]))
    }

    /// What was counted of a unit in a period: a sheet for each way, in order, those without ratings left out.
    pub(super) fn sheets_of(&self, unit: &Unit, period: ReportingPeriod) -> Vec<Sheet> {
        let mut by_way: BTreeMap<Way, Sheet> = BTreeMap::new();
        for one in self.sheets {
            let own = one.unit == *unit
                || one.unit.parent().as_ref() == Some(unit)
                || *unit == Unit::Site;
            let (true, Ways::One(way)) = (own && period.covers(one.month), one.sheet.ways()) else {
                continue;
            };
            match by_way.get_mut(way) {
                None => drop(by_way.insert(*way, one.sheet.clone())),
                // One survey, one version, one way: there is nothing that could keep them apart.
                Some(sheet) => drop(sheet.add(&one.sheet)),
            }
        }
        by_way.into_values().filter(|sheet| sheet.ratings > 0).collect()
    }

    /// The cells that a published cell shows, each with the number that stands beside it, and those it withholds.
    pub(super) fn known(
        &self,
        cell: &PublishedCell,
        period: ReportingPeriod,
    ) -> (Vec<(usize, u64)>, Vec<usize>) {
        let place = |topic: &Topic| self.cell(&cell.unit, period, &cell.ways, topic);
        let ratings = cell.ratings.and_then(|n| Some((place(&Topic::Ratings)?, n)));
        let figures =
            cell.figures.iter().filter_map(|figure| Some((place(&figure.of)?, figure.answers)));
        let shown = figures.chain(ratings).collect();
        (shown, cell.withheld.iter().filter_map(place).collect())
    }
}

/// The site, agencies, counters, each after what it is a part of.
fn units(sheets: &[&CountedSheet]) -> Vec<Unit> {
    let mut units = BTreeSet::from([Unit::Site]);
    for one in sheets {
        units.extend(std::iter::successors(Some(one.unit.clone()), Unit::parent));
    }
    units.into_iter().collect()
}

/// The periods of a table: those that are shown, and of what they leave out the months with ratings.
fn periods(
    sheets: &[&CountedSheet],
    shown: &BTreeSet<ReportingPeriod>,
) -> Option<(Vec<ReportingPeriod>, Vec<Option<usize>>)> {
    let mut all = shown.clone();
    let months: BTreeSet<ReportingPeriod> = sheets.iter().map(|one| one.month).collect();
    // Where a part of a longer period is shown apart, the rest of it needs parts too.
    for month in &months {
        let quarter = month.longer()?;
        let is_split = shown.iter().any(|one| quarter.covers(*one) && *one != quarter);
        all.insert(if is_split { *month } else { quarter });
        if is_split {
            all.insert(quarter);
        }
        all.extend(quarter.longer());
    }
    let mut periods: Vec<ReportingPeriod> = all.into_iter().collect();
    periods.sort_by_key(|period| (std::cmp::Reverse(period.length()), period.months()));
    let parents = periods
        .iter()
        .map(|period| period.longer().and_then(|up| periods.iter().position(|one| *one == up)))
        .collect();
    Some((periods, parents))
}

/// The topics, and what each is a part of: criteria of factors, factors of the whole.
fn topics(asked: &Instrument) -> (Vec<Topic>, Vec<Option<usize>>) {
    let question = |criterion: &Criterion| Topic::Question(criterion.question.clone());
    let mut topics = vec![Topic::Ratings, Topic::Ratings];
    let mut parents = vec![None, Some(TOPICS)];
    if let Some(overall) = &asked.overall {
        topics.push(question(overall));
        parents.push(Some(TOPICS));
    }
    if asked.extra_trips.is_some() {
        topics.push(Topic::ExtraTrips);
        parents.push(Some(TOPICS));
    }
    if !asked.factors.is_empty() {
        let whole = topics.len();
        topics.push(Topic::Whole);
        parents.push(Some(TOPICS));
        for factor in &asked.factors {
            let at = topics.len();
            topics.push(Topic::Factor(factor.factor.clone()));
            parents.push(Some(whole));
            for criterion in &factor.criteria {
                topics.push(question(criterion));
                parents.push(Some(at));
            }
        }
    }
    (topics, parents)
}

/// How many ratings answered a question with something that can be scored, or said how often they came back.
pub(super) fn answers(sheet: &Sheet, asked: &Instrument, topic: &Topic) -> u64 {
    let question = match (topic, &asked.extra_trips) {
        (Topic::Question(question), _) => question,
        (Topic::ExtraTrips, Some(trips)) => return trips.share(sheet).map_or(0, |share| share.n),
        _ => return 0,
    };
    let mut criteria = asked.criteria().chain(&asked.overall);
    let Some(criterion) = criteria.find(|one| one.question == *question) else { return 0 };
    let counted = sheet.answers.get(question).into_iter().flatten();
    counted.filter(|(answer, _)| criterion.scoring.score(answer).is_some()).map(|(_, n)| n).sum()
}
