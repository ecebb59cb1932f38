//! Figures against values worked by an independent statistics package; `make_cases.py` says by which and how.

use niemyet::feedback::satisfaction::{
    Aggregate, Basis, Candidate, Criterion, Decimal, Index, IntervalRule, Method, Placing,
    PointsIndex, Scoring, Standing,
};

use crate::ratings::{instrument, sheet, slug, written};

const INDEX: &str = include_str!("index_cases.tsv");
const PLACING: &str = include_str!("placing_cases.tsv");
const ROUNDING: &str = include_str!("rounding_cases.tsv");

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

fn close(found: f64, known: &str, tolerance: f64) -> bool {
    let known: f64 = known.parse().unwrap();
    (found - known).abs() <= tolerance * known.abs().max(1.0)
}

#[test]
fn every_case_has_the_figure_and_the_interval_that_the_package_has() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for row in rows(INDEX) {
        let [name, best, factors, joint, method, aggregate, percent, low, high, effective, ratings] =
            row[..]
        else {
            panic!("{row:?}");
        };
        cases += 1;
        let sizes: Vec<usize> = factors.split('+').map(|size| size.parse().unwrap()).collect();
        let asked = instrument(best.parse().unwrap(), &sizes);
        let basis = Basis {
            method: Method::parse(method).unwrap(),
            aggregate: Aggregate::parse(aggregate).unwrap(),
        };
        let sheet = sheet(&asked, written(ratings), joint == "yes");
        let index = Index::of(&sheet, &asked, basis).unwrap();
        let case = format!("{name} {basis} joint {joint}");
        let Some(figure) = index.headline() else {
            assert_eq!(percent, "", "{case}: no figure");
            continue;
        };
        assert_eq!(figure.basis, basis);
        let near = [
            close(figure.percent, percent, 1e-9),
            close(figure.interval.low, low, 1e-8),
            close(figure.interval.high, high, 1e-8),
            close(figure.effective, effective, 1e-8),
        ];
        if near != [true; 4] {
            wrong.push(format!(
                "{case}: {} [{}, {}] {} instead of {percent} [{low}, {high}] {effective}",
                figure.percent, figure.interval.low, figure.interval.high, figure.effective
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {cases}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases >= 40, "{cases}");
}

#[test]
fn a_figure_says_how_many_answered_and_how_sure_it_is() {
    let asked = instrument(5, &[1, 3]);
    let ratings = "20x5 1 1 2;10x4 - - 1;30x5 3 - -;5x? ? - -";
    let known = sheet(&asked, written(ratings), true);
    let apart = sheet(&asked, written(ratings), false);
    let basis = Basis { method: Method::Linear, aggregate: Aggregate::FactorMean };
    let index = Index::of(&known, &asked, basis).unwrap();
    let whole = index.whole.unwrap();
    let counted = whole.counted;
    assert_eq!((counted.n, counted.least, counted.answers), (60, 20, 160));
    assert_eq!((counted.criteria, counted.asked, index.ratings), (4, 4, 65));
    assert_eq!(whole.interval.rule, IntervalRule::WilsonEffective);
    let first = &index.factors[0].criteria[0];
    assert_eq!((first.dont_know, first.figure.as_ref().unwrap().counted.n), (5, 60));
    let wide = Index::of(&apart, &asked, basis).unwrap().whole.unwrap();
    assert_eq!(wide.interval.rule, IntervalRule::WilsonBound);
    assert!(wide.interval.low < whole.interval.low && wide.interval.high > whole.interval.high);
    let share = Basis { method: Method::Top2, ..basis };
    let share = Index::of(&known, &asked, share).unwrap();
    let one = share.factors[0].figure.as_ref().unwrap();
    assert_eq!((one.interval.rule, one.counted.n), (IntervalRule::Wilson, 60));
}

#[test]
fn agencies_are_placed_as_the_package_finds() {
    let asked = instrument(5, &[1]);
    let basis = Basis { method: Method::Top2, aggregate: Aggregate::Pooled };
    let known: Vec<Vec<&str>> = rows(PLACING).collect();
    let sheets: Vec<_> = known
        .iter()
        .map(|row| {
            let (hits, n): (u64, u64) = (row[1].parse().unwrap(), row[2].parse().unwrap());
            sheet(&asked, [(hits, vec!["5"]), (n - hits, vec!["1"])], true)
        })
        .collect();
    let candidates: Vec<Candidate<'_>> = known
        .iter()
        .zip(&sheets)
        .map(|(row, sheet)| Candidate { agency: slug(row[0]), name: row[0], sheet, shown: true })
        .collect();
    let placing = Placing::of(&candidates, &asked, basis).unwrap().unwrap();
    assert_eq!((placing.comparisons, placing.not_compared.len()), (known.len(), 0));
    for row in &known {
        let one = placing.placed.iter().find(|one| one.agency.as_str() == row[0]).unwrap();
        assert!(
            close(one.p.ln(), &row[3].parse::<f64>().unwrap().ln().to_string(), 1e-7),
            "{row:?}"
        );
        assert!(close(one.adjusted, row[4], 1e-8), "{row:?}: {}", one.adjusted);
        let standing = match row[5] {
            "higher" => Standing::Higher,
            "lower" => Standing::Lower,
            _ => Standing::NotDifferent,
        };
        assert_eq!(one.standing, standing, "{row:?}");
    }
    let order: Vec<_> = placing.placed.iter().map(|one| (one.standing, &one.agency)).collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn points_are_rounded_as_on_paper() {
    for row in rows(ROUNDING) {
        let (points, files) = (row[0].parse().unwrap(), row[1].parse().unwrap());
        let found = Decimal::quotient(points, files, 1).unwrap();
        assert_eq!(found.to_string(), row[2], "{row:?}");
    }
    assert_eq!(Decimal::quotient(3, 0, 1), None);
    let options = [("som".to_owned(), 2), ("dung".to_owned(), 1), ("muon".to_owned(), 0)];
    let criterion =
        Criterion { question: slug("thoi-han"), scoring: Scoring::Points(options.into()) };
    let mut counted = sheet(&instrument(2, &[]), [], false);
    assert_eq!(PointsIndex::of(&counted, &criterion, 1), Ok(None));
    counted.ratings = 24;
    for (answer, times) in [("som", 12), ("dung", 5), ("muon", 3), ("?", 4)] {
        counted.count(&criterion.question, answer, times);
    }
    let index = PointsIndex::of(&counted, &criterion, 1).unwrap().unwrap();
    // 29 points of 20 files are 1.45, and those who do not know are no files.
    assert_eq!((index.points.to_string(), index.n), ("1.5".to_owned(), 20));
}
