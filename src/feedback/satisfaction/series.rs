//! Figures over time. A line is drawn only through figures that mean the same: where the survey, its version, the
//! method, the ways or the length of the periods change, the series breaks, and nothing is said of a rise or a
//! fall across the break.

use super::{Basis, Figure, ReportingPeriod, Ways};
use crate::text::Slug;

/// A figure of a period; `F` is a figure as it was reckoned, or as it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesPoint<F = Figure> {
    /// The period.
    pub period: ReportingPeriod,
    /// What it is a figure of.
    pub measure: Measure,
    /// The figure; none where it is withheld or nobody answered, which leaves a gap and is no break.
    pub figure: Option<F>,
}

/// What must be the same for figures to be compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measure {
    /// The survey.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// The formulas.
    pub basis: Basis,
    /// On which ways ratings came.
    pub ways: Ways,
}

/// Points that may be joined.
#[derive(Clone, Debug, PartialEq)]
pub struct Run<F = Figure> {
    /// Why it does not go on from the run before; empty in the first.
    pub breaks: Vec<Break>,
    /// Its points by time, at least one.
    pub points: Vec<SeriesPoint<F>>,
}

/// Why a series breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Another survey.
    Survey,
    /// Another version of the survey.
    Version,
    /// Another method.
    Method,
    /// Another aggregate.
    Aggregate,
    /// Other ways of answering.
    Ways,
    /// Longer or shorter periods.
    Length,
}

/// Orders points by time and breaks them into runs.
pub fn runs<F>(mut points: Vec<SeriesPoint<F>>) -> Vec<Run<F>> {
    points.sort_by(|one, other| (one.period, &one.measure).cmp(&(other.period, &other.measure)));
    let mut runs: Vec<Run<F>> = Vec::new();
    for point in points {
        match runs.last_mut() {
            None => runs.push(Run { breaks: Vec::new(), points: vec![point] }),
            Some(run) => {
                let breaks = run.points.last().map(|last| breaks(last, &point));
                match breaks.filter(|breaks| !breaks.is_empty()) {
                    None => run.points.push(point),
                    Some(breaks) => runs.push(Run { breaks, points: vec![point] }),
                }
            }
        }
    }
    runs
}

fn breaks<F>(one: &SeriesPoint<F>, next: &SeriesPoint<F>) -> Vec<Break> {
    let (before, after) = (&one.measure, &next.measure);
    let changed = [
        (before.survey != after.survey, Break::Survey),
        (before.survey == after.survey && before.version != after.version, Break::Version),
        (before.basis.method != after.basis.method, Break::Method),
        (before.basis.aggregate != after.basis.aggregate, Break::Aggregate),
        (before.ways != after.ways, Break::Ways),
        (one.period.length() != next.period.length(), Break::Length),
    ];
    changed.into_iter().filter_map(|(changed, why)| changed.then_some(why)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::Mode;
    use crate::feedback::sample::slug;
    use crate::feedback::satisfaction::{Aggregate, Method, Way};

    fn point(period: &str, version: u16, method: Method) -> SeriesPoint {
        let ways = Ways::One(Way { mode: Mode::Qr, verified: false });
        let basis = Basis { method, aggregate: Aggregate::Pooled };
        let measure = Measure { survey: slug("thu"), version, basis, ways };
        SeriesPoint { period: ReportingPeriod::parse(period).unwrap(), measure, figure: None }
    }

    #[test]
    fn a_series_breaks_where_what_is_measured_changes() {
        let points = vec![
            point("2026-03", 2, Method::Top2),
            point("2026-01", 1, Method::Top2),
            point("2026-03", 1, Method::Top2),
            point("2026-02", 1, Method::Top2),
            point("2026-04", 2, Method::Mean5),
            point("2026-q3", 2, Method::Mean5),
        ];
        let found = runs(points);
        let lengths: Vec<usize> = found.iter().map(|run| run.points.len()).collect();
        // March was asked in two versions: one figure ends a run, the other begins one.
        assert_eq!(lengths, [3, 1, 1, 1]);
        let breaks: Vec<&[Break]> = found.iter().map(|run| run.breaks.as_slice()).collect();
        assert_eq!(breaks, [&[][..], &[Break::Version], &[Break::Method], &[Break::Length]]);
        assert!(runs::<Figure>(Vec::new()).is_empty());
    }

    #[test]
    fn other_ways_and_other_surveys_break_it_too() {
        let first = point("2026-01", 1, Method::Top2);
        let mut second = point("2026-02", 1, Method::Top2);
        second.measure.ways = Ways::One(Way { mode: Mode::Kiosk, verified: false });
        second.measure.basis.aggregate = Aggregate::FactorMean;
        let mut third = second.clone();
        third.period = ReportingPeriod::Month(2026, 3);
        third.measure.survey = slug("khac");
        third.measure.version = 9;
        let found = runs(vec![first, second, third]);
        assert_eq!(found[1].breaks, [Break::Aggregate, Break::Ways]);
        assert_eq!(found[2].breaks, [Break::Survey]);
    }
}
