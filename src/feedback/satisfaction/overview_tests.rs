//! What an overview shows, and what an officer of a counter cannot work out from it.

use std::collections::BTreeSet;

use super::{
    Aggregate, Basis, Instrument, Method, Overview, PairSums, Portion, ReportingPeriod, Sheet,
    View, Way,
};
use crate::feedback::sample::{question, slug, survey};
use crate::feedback::{Factor, Mode, Question, QuestionKind, Scale};
use crate::text::Text;

const BASIS: Basis = Basis { method: Method::Top2, aggregate: Aggregate::CriteriaMean };
const QR: Way = Way { mode: Mode::Qr, verified: false };
const KIOSK: Way = Way { mode: Mode::Kiosk, verified: true };

fn asked() -> Instrument {
    let of = |id: &str| Question {
        factor: Some(slug("f")),
        ..question(id, QuestionKind::Scale(Scale::Levels5))
    };
    let mut survey = survey("thu", vec![of("a"), of("b")]);
    survey.factors = vec![Factor { id: slug("f"), name: Text::new("f") }];
    Instrument::of(&survey)
}

/// Ratings of which so many were content with `a`; all were content with `b`.
fn portion(unit: &str, month: u8, way: Way, content: u64, ratings: u64) -> Portion {
    let asked = asked();
    let mut sheet = Sheet::new(asked.survey, asked.version, way);
    sheet.ratings = ratings;
    sheet.count(&slug("a"), "5", content);
    sheet.count(&slug("a"), "1", ratings - content);
    sheet.count(&slug("b"), "4", ratings);
    let rest = ratings - content;
    let one = 5 * content + rest;
    let sums = |first, second, product| PairSums { n: ratings, first, second, product, top: None };
    sheet.pair(&slug("a"), &slug("a"), &sums(one, one, 25 * content + rest));
    sheet.pair(&slug("a"), &slug("b"), &sums(one, 4 * ratings, 4 * one));
    sheet.pair(&slug("b"), &slug("b"), &sums(4 * ratings, 4 * ratings, 16 * ratings));
    Portion { unit: unit.into(), period: ReportingPeriod::Month(2026, month), sheet }
}

fn view(asked: &Instrument, fewest: u64) -> View<'_> {
    View {
        asked,
        trips: None,
        basis: BASIS,
        period: ReportingPeriod::Quarter(2026, 1),
        ways: [QR].into(),
        unit: None,
        fewest,
    }
}

#[test]
fn the_weakest_criterion_comes_first_and_parts_stand_beside_each_other() {
    let asked = asked();
    let portions = [
        portion("quay-2", 1, QR, 30, 40),
        portion("quay-1", 1, QR, 10, 20),
        portion("quay-1", 2, QR, 15, 20),
        portion("quay-1", 2, KIOSK, 0, 50),
        portion("quay-1", 4, QR, 0, 20),
    ];
    let found = Overview::of(&portions, &view(&asked, 1)).unwrap();
    let index = found.index.as_ref().unwrap();
    assert_eq!((index.ratings, index.ways.to_string()), (80, "qr/open".into()));
    assert!(
        (index.whole.as_ref().unwrap().percent - 100.0 * (55.0 / 80.0 + 1.0) / 2.0).abs() < 1e-9
    );
    assert_eq!(found.weakest[0].question, slug("a"));
    let parts: Vec<(&str, Option<u64>)> =
        found.parts.iter().map(|part| (part.unit.as_str(), part.ratings)).collect();
    assert_eq!(parts, [("quay-1", Some(40)), ("quay-2", Some(40))]);
    // All months of the year, one run.
    assert_eq!((found.runs.len(), found.runs[0].points.len()), (1, 3));
    let alone = View { unit: Some("quay-1"), ..view(&asked, 1) };
    let alone = Overview::of(&portions, &alone).unwrap();
    assert_eq!((alone.index.unwrap().ratings, alone.parts.len()), (40, 0));
    let both = View { ways: [QR, KIOSK].into(), ..view(&asked, 1) };
    let both = Overview::of(&portions, &both).unwrap().index.unwrap();
    assert_eq!(
        (both.ratings, both.ways.to_string()),
        (130, "combined:qr/open+kiosk/verified".into())
    );
    let nothing = Overview::of(&[], &view(&asked, 5)).unwrap();
    assert!(nothing.index.is_none() && !nothing.withheld && nothing.runs.is_empty());
}

#[test]
fn what_is_read_apart_shows_the_same() {
    let asked = asked();
    let all = [
        portion("1.000894", 1, QR, 30, 40),
        portion("1.000894", 2, QR, 20, 25),
        portion("1.001193", 2, QR, 2, 3),
        portion("2.000815", 3, QR, 20, 30),
        portion("2.000815", 5, QR, 30, 33),
        portion("2.000815", 2, KIOSK, 4, 4),
    ];
    // As the store gives them: units of the quarter on the way that is asked for, the whole by month, counts of the year.
    let added = |units: bool| {
        let mut sums: Vec<Portion> = Vec::new();
        for one in all.iter().filter(|one| one.sheet.ways().list() == [QR]) {
            let quarter = ReportingPeriod::Quarter(2026, 1);
            if units && !quarter.covers(one.period) {
                continue;
            }
            let (unit, period) = if units { (&*one.unit, quarter) } else { ("", one.period) };
            match sums.iter_mut().find(|sum| (&*sum.unit, sum.period) == (unit, period)) {
                Some(sum) => sum.sheet.add(&one.sheet).unwrap(),
                None => {
                    sums.push(Portion { unit: unit.into(), period, sheet: one.sheet.clone() });
                }
            }
        }
        sums
    };
    let bare = |one: &Portion| {
        let mut one = one.clone();
        (one.sheet.answers, one.sheet.pairs) = (std::collections::BTreeMap::new(), None);
        one
    };
    let counts: Vec<Portion> = all.iter().map(bare).collect();
    for fewest in [1, 5] {
        let view = view(&asked, fewest);
        let whole = Overview::of(&all, &view).unwrap();
        let apart = Overview::over(&added(true), &added(false), &counts, &view).unwrap();
        assert_eq!(apart, whole, "{fewest}");
        let small = whole.parts.iter().find(|part| part.unit == "1.001193").unwrap();
        assert_eq!(small.ratings.is_none(), fewest == 5);
    }
}

#[test]
fn a_question_that_few_answered_has_no_figure() {
    let asked = asked();
    let mut few = portion("quay-1", 1, QR, 10, 20);
    few.sheet.pairs = None;
    few.sheet.answers.get_mut(&slug("b")).unwrap().insert("4".into(), 3);
    let index = Overview::of(&[few], &view(&asked, 5)).unwrap().index.unwrap();
    assert!(index.whole.is_none() && index.factors[0].figure.is_none());
    let shown: Vec<bool> =
        index.factors[0].criteria.iter().map(|one| one.figure.is_some()).collect();
    assert_eq!(shown, [true, false]);
}

#[test]
fn what_is_small_does_not_follow_from_totals_months_and_ways() {
    let asked = asked();
    // The third counter has three ratings in January; the agency and the other counters are large.
    let portions = [
        portion("quay-1", 1, QR, 30, 40),
        portion("quay-2", 1, QR, 20, 25),
        portion("quay-3", 1, QR, 1, 3),
        portion("quay-3", 2, QR, 20, 30),
        portion("quay-1", 2, QR, 30, 33),
        portion("quay-2", 2, QR, 30, 34),
    ];
    let shown = |period: &str, unit: Option<&str>| {
        let period = ReportingPeriod::parse(period).unwrap();
        let found = Overview::of(&portions, &View { period, unit, ..view(&asked, 5) }).unwrap();
        !found.withheld && found.index.is_some()
    };
    assert!(!shown("2026-01", Some("quay-3")));
    let units = [Some("quay-1"), Some("quay-2"), None];
    // In January something else is withheld too, else the small counter is the total less the others.
    assert!(units.iter().any(|unit| !shown("2026-01", *unit)));
    // And the quarter less February does not give January.
    let both = shown("2026-02", Some("quay-3")) && shown("2026-q1", Some("quay-3"));
    assert!(!both);
    let all: BTreeSet<bool> = ["2026-q1", "2026-02"].map(|period| shown(period, None)).into();
    assert!(all.contains(&true), "not everything is withheld");
    // Whoever leads the agency sees it all.
    let period = ReportingPeriod::Month(2026, 1);
    let leader = View { unit: Some("quay-3"), period, ..view(&asked, 1) };
    assert_eq!(Overview::of(&portions, &leader).unwrap().index.unwrap().ratings, 3);
}
