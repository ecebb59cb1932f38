//! The figures of a bulletin held to what figures can be, so that nothing that was changed by hand is published
//! unseen: intervals, numbers of answers, parts and totals, and whether what is withheld follows by one subtraction.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::diagnostic::{Kind, Problem};
use crate::feedback::satisfaction::withholding::Request;
use crate::feedback::satisfaction::{IntervalRule, Method, Share, Ways};
use crate::publication::Publication;
use crate::publication::results::{
    Bulletin, PublishedCell, PublishedFigure, SurveyResults, Topic, Unit,
};
use crate::text::Date;

/// Checks one bulletin.
pub(in crate::content) fn check(
    file: &str,
    bulletin: &Bulletin,
    publication: &Publication,
    today: Date,
    findings: &mut Findings,
) {
    let root = At::ROOT;
    let threshold = bulletin.threshold;
    if threshold < Request::THRESHOLD {
        let problem = Problem::SmallFigureShown { n: threshold, threshold: Request::THRESHOLD };
        findings.error(file, root.key("threshold"), problem);
    }
    if let Some(ends) = bulletin.period.last_day()
        && (bulletin.drawn_on <= ends || today <= ends)
    {
        let problem = Problem::PeriodNotOver { period: bulletin.period.to_string(), ends };
        findings.error(file, root.key("period"), problem);
    }
    units(file, bulletin, publication, findings);
    let at_surveys = root.key("surveys");
    for (index, results) in bulletin.surveys.iter().enumerate() {
        let at = at_surveys.item(index);
        let at_cells = at.key("cells");
        let mut seen = BTreeSet::new();
        for (index, cell) in results.cells.iter().enumerate() {
            let at = at_cells.item(index);
            if !seen.insert((&cell.unit, &cell.ways)) {
                let id = format!("{} {}", cell.unit, cell.ways);
                findings.error(file, at, Problem::DuplicateId { kind: Kind::ResultUnit, id });
            }
            if bulletin.name_of(&cell.unit).is_none() {
                let (kind, id) = (Kind::ResultUnit, cell.unit.to_string());
                let problem = Problem::UnknownReference { kind, id, suggestion: None };
                findings.error(file, at.key("unit"), problem);
            }
            of_cell(file, at, bulletin, results, cell, findings);
        }
        sums(file, at_cells, results, findings);
    }
    measures(file, bulletin, today, findings);
}

fn units(file: &str, bulletin: &Bulletin, publication: &Publication, findings: &mut Findings) {
    let at = At::ROOT.key("units");
    for (index, named) in bulletin.units.iter().enumerate() {
        let at = at.item(index);
        if bulletin.units[..index].iter().any(|earlier| earlier.unit == named.unit) {
            let problem =
                Problem::DuplicateId { kind: Kind::ResultUnit, id: named.unit.to_string() };
            findings.error(file, at.key("id"), problem);
        }
        let Unit::Counter(agency, id) = &named.unit else { continue };
        let place = publication.agency_by_id(agency.as_str());
        let there = place
            .is_some_and(|place| publication.counters_of(place).any(|counter| counter.id == *id));
        if !there {
            let problem = Problem::UnitRetired { unit: named.unit.to_string() };
            findings.warning(file, at.key("id"), problem);
        }
    }
}

fn of_cell(
    file: &str,
    at: At<'_>,
    bulletin: &Bulletin,
    results: &SurveyResults,
    cell: &PublishedCell,
    findings: &mut Findings,
) {
    let threshold = bulletin.threshold;
    if let Some(n) = cell.ratings.filter(|n| (1..threshold).contains(n)) {
        findings.error(file, at.key("ratings"), Problem::SmallFigureShown { n, threshold });
    }
    let at_figures = at.key("figures");
    for (index, figure) in cell.figures.iter().enumerate() {
        let at = at_figures.item(index);
        let n = figure.n;
        if n < threshold {
            findings.error(file, at.key("n"), Problem::SmallFigureShown { n, threshold });
        }
        if !is_possible(figure, results.basis.method) || cell.ratings.is_some_and(|all| n > all) {
            let [percent, low, high] =
                [figure.percent, figure.low, figure.high].map(|one| one.to_string());
            let problem = Problem::ImpossibleFigure { percent, low, high, n };
            findings.error(file, at.key("percent"), problem);
        }
        let known = matches!(figure.of, Topic::Whole | Topic::ExtraTrips)
            || results.topic_name(&figure.of).is_some();
        if !known || cell.withholds(&figure.of) {
            let kind = match figure.of {
                Topic::Factor(_) => Kind::Factor,
                _ => Kind::Question,
            };
            let (id, suggestion) = (figure.of.to_string(), None);
            let problem = Problem::UnknownReference { kind, id, suggestion };
            findings.error(file, at.key("of"), problem);
        }
        if cell.figures[..index].iter().any(|earlier| earlier.of == figure.of) {
            let problem = Problem::DuplicateId { kind: Kind::Question, id: figure.of.to_string() };
            findings.error(file, at.key("of"), problem);
        }
    }
}

/// Whether a figure and its interval fit together.
fn is_possible(figure: &PublishedFigure, method: Method) -> bool {
    let PublishedFigure { percent, low, high, n, .. } = *figure;
    let ordered = low <= percent && percent <= high && figure.least <= n;
    let counted = figure.answers >= n && (1..=figure.asked).contains(&figure.criteria);
    if !ordered || !counted {
        return false;
    }
    // A share of one question is a fraction of n, and its interval follows from both.
    if figure.rule != IntervalRule::Wilson || method != Method::Top2 || figure.criteria > 1 {
        return true;
    }
    let near = |one: f64, other: f64| (one - other).abs() < 0.006;
    let hits = u128::from(percent.hundredths()) * u128::from(n) + 5_000;
    let hits = u64::try_from(hits / 10_000).unwrap_or(u64::MAX);
    Share::of(hits, n).is_some_and(|share| {
        near(share.percent, percent.value())
            && near(share.interval.low, low.value())
            && near(share.interval.high, high.value())
    })
}

/// Each total against its parts: one unit, one way, one question.
fn sums(file: &str, at: At<'_>, results: &SurveyResults, findings: &mut Findings) {
    let mut parts: BTreeMap<(Unit, &Ways), Vec<&PublishedCell>> = BTreeMap::new();
    for cell in &results.cells {
        if let Some(parent) = cell.unit.parent() {
            parts.entry((parent, &cell.ways)).or_default().push(cell);
        }
    }
    for (index, total) in results.cells.iter().enumerate() {
        let Some(parts) = parts.get(&(total.unit.clone(), &total.ways)) else { continue };
        let at = at.item(index);
        for figure in &total.figures {
            let shown = parts.iter().filter_map(|part| part.figure(&figure.of));
            let n: u64 = shown.map(|part| part.answers).sum();
            if n > figure.answers {
                let (of, total) = (figure.of.to_string(), figure.answers);
                let problem = Problem::PartsDisagree { of, parts: n, total };
                findings.error(file, at.key("figures"), problem);
            }
            let mut hidden = parts.iter().filter(|part| part.withholds(&figure.of));
            if let (Some(one), None) = (hidden.next(), hidden.next())
                && figure.answers > n
            {
                let problem = Problem::WithheldFollows { unit: one.unit.to_string() };
                findings.error(file, at.key("figures"), problem);
            }
        }
    }
}

fn measures(file: &str, bulletin: &Bulletin, today: Date, findings: &mut Findings) {
    let at = At::ROOT.key("measures");
    for (index, measure) in bulletin.measures.iter().enumerate() {
        let at = at.item(index);
        let mut unknown = |key, kind, id: String| {
            let problem = Problem::UnknownReference { kind, id, suggestion: None };
            findings.error(file, at.key(key), problem);
        };
        if bulletin.name_of(&measure.unit).is_none() {
            unknown("unit", Kind::ResultUnit, measure.unit.to_string());
        }
        let mut surveys =
            bulletin.surveys.iter().filter(|one| one.survey == measure.survey).peekable();
        if surveys.peek().is_none() {
            unknown("survey", Kind::Survey, measure.survey.to_string());
        } else {
            let topic = Topic::Question(measure.criterion.clone());
            if !surveys.any(|one| one.topic_name(&topic).is_some()) {
                unknown("criterion", Kind::Question, measure.criterion.to_string());
            }
        }
        if measure.until < today && measure.outcome.is_none() {
            let (measure, until) = (measure.id.to_string(), measure.until);
            let problem = Problem::MeasureWithoutOutcome { measure, until };
            findings.warning(file, at.key("until"), problem);
        }
    }
}
