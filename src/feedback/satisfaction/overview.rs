//! What a page or a report shows of some units over a period: the index of the whole, the weakest criteria first, the
//! parts beside each other, the months. Values only: whoever shows them has the words. What too few people are behind
//! is not in it, and neither is what would give that away.

use std::collections::BTreeSet;

use super::day_hours::{year_node, year_parents};
use super::withholding::{CrossTable, Hierarchy, Request, Withholding};
use super::{
    Basis, CriterionFigure, ExtraTrips, Figure, Index, IndexError, Instrument, Measure,
    ReportingPeriod, Run, SeriesPoint, Share, Sheet, Way, runs,
};

/// What was counted of a unit in a month, or in the whole period where months are not asked for; on one way, of one
/// version of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portion {
    /// The id of the unit: a counter, a procedure, an agency.
    pub unit: String,
    /// The time.
    pub period: ReportingPeriod,
    /// The counts.
    pub sheet: Sheet,
}

/// What is to be shown.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// What the survey measures.
    pub asked: &'a Instrument,
    /// Which question asks for extra trips, if one does.
    pub trips: Option<&'a ExtraTrips>,
    /// The formulas.
    pub basis: Basis,
    /// The period, no longer than a year.
    pub period: ReportingPeriod,
    /// These ways, combined if there are several.
    pub ways: BTreeSet<Way>,
    /// One unit alone; all if none is told.
    pub unit: Option<&'a str>,
    /// The fewest ratings that a shown figure may have.
    pub fewest: u64,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The period.
    pub period: ReportingPeriod,
    /// The figures of the whole; none if nobody rated or too few did.
    pub index: Option<Index>,
    /// Whether the whole is withheld.
    pub withheld: bool,
    /// The share with at most one extra trip: an index of its own.
    pub trips: Option<Share>,
    /// Criteria that have a figure, the lowest first.
    pub weakest: Vec<CriterionFigure>,
    /// The units, by id.
    pub parts: Vec<PartFigure>,
    /// The headline month by month, broken where it may not be joined.
    pub runs: Vec<Run>,
}

/// A unit beside others.
#[derive(Clone, Debug, PartialEq)]
pub struct PartFigure {
    /// Its id.
    pub unit: String,
    /// How many ratings; none if withheld.
    pub ratings: Option<u64>,
    /// Its headline; none if withheld or nobody answered.
    pub figure: Option<Figure>,
}

impl Overview {
    /// The overview of what was counted. Portions of other surveys or versions are passed over; all portions of the
    /// year of the period should be there, since what is withheld goes by what all pages of the year show.
    pub fn of(portions: &[Portion], view: &View<'_>) -> Result<Self, IndexError> {
        Self::over(portions, portions, portions, view)
    }

    /// The same where it would be much to read everything of the year: `units` are apart by unit and of the period alone,
    /// `months` are of the whole by month, and `counts` are all portions of the year, but may hold numbers of ratings only.
    /// Where everything may be shown there need be no counts.
    pub fn over(
        units: &[Portion],
        months: &[Portion],
        counts: &[Portion],
        view: &View<'_>,
    ) -> Result<Self, IndexError> {
        let asked = (&view.asked.survey, view.asked.version);
        let [own, all, counted] = [units, months, counts].map(|portions| -> Vec<&Portion> {
            let same = |one: &&Portion| (&one.sheet.survey, one.sheet.version) == asked;
            portions.iter().filter(same).collect()
        });
        let shown = Shown::of(&counted, view);
        let within = |one: &&&Portion| covers(view.period, one.period);
        let sheet_of = |unit: Option<&str>, period: ReportingPeriod| {
            let from = if unit.is_some() { &own } else { &all };
            let wanted = from.iter().filter(|one| {
                unit.is_none_or(|unit| one.unit == unit) && covers(period, one.period)
            });
            shown.allows(unit, period).then(|| added(wanted.map(|one| &one.sheet), view))
        };
        let figures = |sheet: &Sheet| Index::of(sheet, view.asked, view.basis);
        let whole = sheet_of(view.unit, view.period);
        let withheld = whole.is_none();
        let whole = whole.flatten();
        let trips = view.trips.zip(whole.as_ref()).and_then(|(trips, sheet)| trips.share(sheet));
        let trips = trips.filter(|share| share.n >= view.fewest);
        let mut index = whole.as_ref().map(figures).transpose()?;
        if let Some(index) = &mut index {
            hide_few(index, view.fewest);
        }
        let mut weakest: Vec<CriterionFigure> = index
            .iter()
            .flat_map(|index| &index.factors)
            .flat_map(|factor| factor.criteria.clone())
            .filter(|one| one.figure.is_some())
            .collect();
        weakest.sort_by(|one, other| percent(one).total_cmp(&percent(other)));
        let units: BTreeSet<&str> = if view.unit.is_some() {
            BTreeSet::new()
        } else {
            own.iter().filter(within).map(|one| one.unit.as_str()).collect()
        };
        let mut parts = Vec::with_capacity(units.len());
        for unit in units {
            let allowed = sheet_of(Some(unit), view.period);
            let Some(sheet) = allowed else {
                parts.push(PartFigure { unit: unit.to_owned(), ratings: None, figure: None });
                continue;
            };
            let ratings = sheet.as_ref().map_or(0, |sheet| sheet.ratings);
            if ratings > 0 {
                let index = sheet.as_ref().map(figures).transpose()?;
                let figure = index.and_then(|index| enough(index.headline(), view.fewest));
                parts.push(PartFigure { unit: unit.to_owned(), ratings: Some(ratings), figure });
            }
        }
        let months: BTreeSet<ReportingPeriod> =
            all.iter().map(|one| one.period).filter(|month| month.length() == 1).collect();
        let mut points = Vec::with_capacity(months.len());
        for period in months {
            let sheet = sheet_of(view.unit, period).flatten();
            let index = sheet.as_ref().map(figures).transpose()?;
            let figure = index.as_ref().and_then(|index| enough(index.headline(), view.fewest));
            let ways = sheet.map(|sheet| sheet.ways().clone());
            let Some(ways) = ways.or_else(|| none_of(view)) else { continue };
            let (survey, version) = (view.asked.survey.clone(), view.asked.version);
            let measure = Measure { survey, version, basis: view.basis, ways };
            points.push(SeriesPoint { period, measure, figure });
        }
        let runs = runs(points);
        Ok(Self { period: view.period, index, withheld, trips, weakest, parts, runs })
    }
}

fn percent(of: &CriterionFigure) -> f64 {
    of.figure.as_ref().map_or(f64::INFINITY, |figure| figure.percent)
}

/// The ways of a month that has no figure, so that it is a gap and no break.
fn none_of(view: &View<'_>) -> Option<super::Ways> {
    let first = *view.ways.first()?;
    Some(if view.ways.len() == 1 {
        super::Ways::One(first)
    } else {
        super::Ways::Combined(view.ways.clone())
    })
}

/// Whether a period holds another.
fn covers(period: ReportingPeriod, other: ReportingPeriod) -> bool {
    let ((first, last), (from, until)) = (period.months(), other.months());
    first <= from && until <= last
}

/// The sheets on the ways of the view as one; none if there are none. Several ways were asked for by name, so the
/// figure says so even where ratings came on one of them alone.
fn added<'a>(sheets: impl Iterator<Item = &'a Sheet>, view: &View<'_>) -> Option<Sheet> {
    let wanted =
        sheets.filter(|sheet| sheet.ways().list().iter().all(|way| view.ways.contains(way)));
    let wanted: Vec<&Sheet> = wanted.collect();
    if view.ways.len() > 1 {
        let mut all = Sheet::combine(wanted).ok()?;
        all.say_combined(&view.ways);
        return Some(all);
    }
    let mut wanted = wanted.into_iter();
    let mut all = wanted.next()?.clone();
    // They are of one survey, version and way.
    wanted.try_for_each(|sheet| all.add(sheet)).ok()?;
    Some(all)
}

fn enough(figure: Option<&Figure>, fewest: u64) -> Option<Figure> {
    figure.filter(|figure| figure.counted.least >= fewest).cloned()
}

/// Takes out figures of questions that too few answered, and all that are made of them.
fn hide_few(index: &mut Index, fewest: u64) {
    let few =
        |figure: &Option<Figure>| figure.as_ref().is_some_and(|one| one.counted.least < fewest);
    let hide = |figure: &mut Option<Figure>| {
        if few(figure) {
            *figure = None;
        }
    };
    hide(&mut index.whole);
    for factor in &mut index.factors {
        hide(&mut factor.figure);
        factor.criteria.iter_mut().for_each(|criterion| hide(&mut criterion.figure));
    }
    if let Some(overall) = &mut index.overall {
        hide(&mut overall.figure);
    }
}

/// Which cells of the year may be shown.
struct Shown<'a> {
    /// None where everything may.
    plan: Option<(CrossTable, Withholding)>,
    units: Vec<&'a str>,
    ways: Vec<Way>,
    asked: BTreeSet<Way>,
}

impl<'a> Shown<'a> {
    fn of(own: &[&'a Portion], view: &View<'_>) -> Self {
        let units: BTreeSet<&str> = own.iter().map(|one| one.unit.as_str()).collect();
        let ways: BTreeSet<Way> = own.iter().flat_map(|one| one.sheet.ways().list()).collect();
        let mut shown = Self {
            plan: None,
            units: units.into_iter().collect(),
            ways: ways.into_iter().collect(),
            asked: view.ways.clone(),
        };
        if view.fewest <= 1 || own.is_empty() {
            return shown;
        }
        let flat = |leaves: usize| {
            Hierarchy::new(std::iter::once(None).chain((0..leaves).map(|_| Some(0))).collect())
        };
        let year = Hierarchy::new(year_parents());
        let dimensions = [flat(shown.units.len()), year, flat(shown.ways.len())];
        let dimensions: Vec<Hierarchy> = dimensions.into_iter().flatten().collect();
        let leaf = |one: &Portion| {
            let unit = 1 + shown.units.binary_search(&one.unit.as_str()).ok()?;
            let way = one.sheet.ways().list().first().copied()?;
            Some([unit, year_node(one.period), 1 + shown.ways.binary_search(&way).ok()?])
        };
        let mut counts = std::collections::BTreeMap::new();
        for one in own {
            if let Some(leaf) = leaf(one) {
                *counts.entry(leaf).or_insert(0) += one.sheet.ratings;
            }
        }
        let table = CrossTable::new(dimensions, |nodes| {
            <[usize; 3]>::try_from(nodes).ok().and_then(|at| counts.get(&at).copied()).unwrap_or(0)
        });
        let request = Request {
            table: &table,
            offered: (0..table.cells()).collect(),
            published: BTreeSet::new(),
            withheld_before: BTreeSet::new(),
            threshold: view.fewest,
        };
        let plan = Withholding::of(&request);
        shown.plan = Some((table, plan));
        shown
    }

    /// Whether the cell of a unit, or of all, may be shown.
    fn allows(&self, unit: Option<&str>, period: ReportingPeriod) -> bool {
        let Some((table, plan)) = &self.plan else { return true };
        let unit = match unit {
            None => 0,
            // Who was never rated has nothing to hide.
            Some(unit) => match self.units.binary_search(&unit) {
                Ok(at) => at + 1,
                Err(_) => return true,
            },
        };
        let cell = |way| table.cell(&[unit, year_node(period), way]);
        if self.asked.len() > 1 {
            return plan.shown.contains(&cell(0));
        }
        let way = self.asked.first().and_then(|way| self.ways.binary_search(way).ok());
        way.is_none_or(|way| plan.shown.contains(&cell(way + 1)))
    }
}
