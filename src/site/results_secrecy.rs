//! What all pages and all open data say together never tells a figure that was withheld: bulletins are drawn one after
//! the other from random counts, and an attacker reckons with everything that was ever shown.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::whole_site::build;
use crate::feedback::sample::{question, survey};
use crate::feedback::satisfaction::{Aggregate, Method, ReportingPeriod, Sheet, Way, Ways};
use crate::feedback::{Factor, Mode, Question, QuestionKind, Scale};
use crate::publication::Publication;
use crate::publication::results::{
    Bulletin, CountedSheet, Drawing, Signature, Topic, Unit, open_figures,
};
use crate::text::{Slug, Text};
use crate::theme::invented::{date, day, publication, slug};

const MONTHS: [u8; 3] = [7, 8, 10];
const COUNTERS: [(&str, &str); 4] = [
    ("phuong-vi-du", "quay-1"),
    ("phuong-vi-du", "quay-3"),
    ("tinh-minh-hoa", "quay-1"),
    ("tinh-minh-hoa", "quay-2"),
];
const MODES: [Mode; 2] = [Mode::Qr, Mode::Kiosk];
const QUESTIONS: [&str; 3] = ["chung", "a", "b"];

/// A publication whose one survey has an overall question and a factor of two.
fn asked() -> Publication {
    let of = |id: &str, factor: Option<&str>| Question {
        factor: factor.map(slug),
        ..question(id, QuestionKind::Scale(Scale::Faces5))
    };
    let mut publication = publication();
    let mut one = survey("thu", vec![of("chung", None), of("a", Some("f")), of("b", Some("f"))]);
    one.factors = vec![Factor { id: slug("f"), name: Text::new("F") }];
    publication.surveys = vec![one];
    publication
}

/// Sheets with so many answers to each question, in turn: counters, months, ways, questions.
fn sheets(counts: &[u8]) -> Vec<CountedSheet> {
    let mut counts = counts.iter().copied();
    let mut sheets = Vec::new();
    for (agency, counter) in COUNTERS {
        for month in MONTHS {
            for mode in MODES {
                let way = Way { mode, verified: false };
                let mut sheet = Sheet::new(slug("thu"), 1, way);
                for id in QUESTIONS {
                    let n = u64::from(counts.next().unwrap());
                    let good = n / 2;
                    sheet.count(&slug(id), "5", good);
                    sheet.count(&slug(id), "2", n - good);
                    sheet.ratings = sheet.ratings.max(n);
                }
                sheets.push(CountedSheet {
                    unit: Unit::Counter(slug(agency), slug(counter)),
                    month: ReportingPeriod::Month(2026, month),
                    sheet,
                });
            }
        }
    }
    sheets
}

fn draw(
    publication: &Publication,
    counted: &[CountedSheet],
    period: &str,
    agency: Option<Slug>,
    combine: bool,
) -> Bulletin {
    let drawing = Drawing {
        publication,
        period: ReportingPeriod::parse(period).unwrap(),
        agency,
        drawn_on: date("2027-01-05"),
        threshold: 10,
        target: None,
        method: Method::Top2,
        aggregate: Aggregate::CriteriaMean,
        combine,
        counted,
    };
    let mut bulletin = drawing.draw().bulletin;
    bulletin.signature = Some(Signature { by: "A".into(), on: date("2027-01-06") });
    bulletin
}

/// The finest cells: a counter, a month, a way, a question or how many rated.
type Atom = (Unit, ReportingPeriod, Way, Topic);

fn atoms(counted: &[CountedSheet]) -> BTreeMap<Atom, u64> {
    let mut atoms = BTreeMap::new();
    for one in counted {
        let way = one.sheet.ways().list()[0];
        let mut add = |topic, n| {
            atoms.insert((one.unit.clone(), one.month, way, topic), n);
        };
        add(Topic::Ratings, one.sheet.ratings);
        for id in QUESTIONS {
            let n = one.sheet.answers[&slug(id)].values().sum();
            add(Topic::Question(slug(id)), n);
        }
    }
    atoms.retain(|_, n| *n > 0);
    atoms
}

/// Which atoms make up a cell.
fn made_of(unit: &Unit, period: ReportingPeriod, ways: &Ways, topic: &Topic, atom: &Atom) -> bool {
    let (counter, month, way, of) = atom;
    let own = match unit {
        Unit::Site => true,
        Unit::Agency(_) => counter.parent().as_ref() == Some(unit),
        Unit::Counter(..) => counter == unit,
    };
    let asks = match topic {
        Topic::Whole | Topic::Factor(_) => {
            *of == Topic::Question(slug("a")) || *of == Topic::Question(slug("b"))
        }
        other => of == other,
    };
    own && asks && period.covers(*month) && ways.list().contains(way)
}

/// Elimination over fractions kept as remainders of a prime.
#[derive(Default)]
struct Known(Vec<Vec<i64>>);

impl Known {
    const PRIME: i64 = 2_147_483_629;

    fn reduce(&self, mut row: Vec<i64>) -> Vec<i64> {
        for known in &self.0 {
            let at = known.iter().position(|value| *value != 0).unwrap();
            let by = row[at];
            if by != 0 {
                row.iter_mut().zip(known).for_each(|(value, other)| {
                    *value = (*value - by * other % Self::PRIME).rem_euclid(Self::PRIME);
                });
            }
        }
        row
    }

    fn learn(&mut self, row: Vec<i64>) {
        let mut row = self.reduce(row);
        let Some(at) = row.iter().position(|value| *value != 0) else { return };
        let inverse = power(row[at], Self::PRIME - 2);
        for value in &mut row {
            *value = *value * inverse % Self::PRIME;
        }
        self.0.push(row);
    }

    fn follows(&self, row: Vec<i64>) -> bool {
        self.reduce(row).iter().all(|value| *value == 0)
    }
}

fn power(value: i64, mut exponent: i64) -> i64 {
    let (mut result, mut square) = (1, value);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * square % Known::PRIME;
        }
        square = square * square % Known::PRIME;
        exponent /= 2;
    }
    result
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_withheld_follows_from_all_bulletins_together(
        counts in prop::collection::vec(
            prop_oneof![1 => Just(0_u8), 3 => 1_u8..10, 5 => 10_u8..60],
            COUNTERS.len() * MONTHS.len() * MODES.len() * QUESTIONS.len(),
        ),
        combine in any::<bool>(),
    ) {
        let counted = sheets(&counts);
        let mut publication = asked();
        let agency = Some(slug("phuong-vi-du"));
        for (period, agency) in [
            ("2026-07", None), ("2026-q3", agency.clone()), ("2026-q3", None), ("2026-q4", None), ("2026", None),
        ] {
            let bulletin = draw(&publication, &counted, period, agency, combine);
            publication.results.bulletins.push(bulletin);
        }
        let atoms = atoms(&counted);
        let row = |unit: &Unit, period, ways: &Ways, topic: &Topic| -> Vec<i64> {
            atoms.keys().map(|atom| i64::from(made_of(unit, period, ways, topic, atom))).collect()
        };
        let mut known = Known::default();
        let mut withheld = Vec::new();
        for bulletin in &publication.results.bulletins {
            for cell in bulletin.surveys.iter().flat_map(|results| &results.cells) {
                let shown = cell.figures.iter().map(|figure| &figure.of);
                for topic in shown.chain(cell.ratings.map(|_| &Topic::Ratings)) {
                    known.learn(row(&cell.unit, bulletin.period, &cell.ways, topic));
                }
                let hidden = cell.withheld.iter();
                withheld.extend(hidden.map(|topic| (bulletin.period, cell, topic)));
            }
        }
        for (period, cell, topic) in withheld {
            let own = row(&cell.unit, period, &cell.ways, topic);
            prop_assert!(!known.follows(own), "{} {period} {} {topic}", cell.unit, cell.ways);
        }
        // Nor does any cell of too few people, shown or not.
        for (atom, n) in &atoms {
            if *n < 10 {
                let (unit, month, way, topic) = atom;
                let own = row(unit, *month, &Ways::One(*way), topic);
                prop_assert!(!known.follows(own), "{unit} {month} {way} {topic}");
            }
        }
    }
}

#[test]
fn pages_and_open_data_say_the_same_figures_and_no_others() {
    let counts: Vec<u8> =
        (0..72_u8).map(|at| [40, 3, 25, 12, 0, 31][usize::from(at % 6)]).collect();
    let counted = sheets(&counts);
    let mut publication = asked();
    let bulletin = draw(&publication, &counted, "2026-q3", None, false);
    let cells = || bulletin.surveys.iter().flat_map(|results| &results.cells);
    let withheld: usize = cells().map(|cell| cell.withheld.len()).sum();
    assert!(withheld > 0 && cells().any(|cell| !cell.figures.is_empty()));
    publication.results.bulletins.push(bulletin.clone());
    let pages = build(&publication, day());
    let page = |path: &str| &pages[&(path.to_owned(), None)].html;
    assert_eq!(*page("ket-qua/du-lieu/2026-q3.csv"), open_figures::csv([&bulletin]));
    for named in &bulletin.units {
        let cells: Vec<_> = bulletin.surveys[0].cells_of(&named.unit).collect();
        let path = match &named.unit {
            Unit::Site => "ket-qua/2026-q3.html".to_owned(),
            unit => format!("ket-qua/2026-q3/{unit}.html"),
        };
        let html = page(&path);
        let hidden = html.matches("Không hiển thị do ít lượt").count();
        assert_eq!(hidden == 0, cells.iter().all(|cell| cell.withheld.is_empty()) && hidden == 0);
        for figure in cells.iter().flat_map(|cell| &cell.figures) {
            let percent = figure.percent.to_string().replace('.', ",");
            assert!(html.contains(&format!("{percent} %")), "{path} lacks {percent}");
        }
    }
    let rows = open_figures::csv([&bulletin]);
    assert_eq!(rows.matches(",withheld,,,,,,").count(), withheld, "{rows}");
    let json: serde_json::Value =
        serde_json::from_str(page("ket-qua/du-lieu/2026-q3.json")).unwrap();
    let rows = json["rows"].as_array().unwrap();
    let silent = rows.iter().filter(|row| row["status"] == "withheld");
    assert!(silent.clone().all(|row| row["n"].is_null() && row["percent"].is_null()));
    assert_eq!(silent.count(), withheld);
    assert!(page("ket-qua.html").contains("ket-qua/2026-q3.html"));
    assert!(
        page("en/ket-qua.html").contains("Withheld")
            || page("en/ket-qua.html").contains("interval")
    );
    assert!(page("index.html").contains("ket-qua.html"));
    let names: BTreeSet<&str> = pages.keys().map(|(path, _)| path.as_str()).collect();
    assert!(names.contains("ket-qua/du-lieu/tu-dien.csv"));
}

#[test]
fn a_cell_shown_once_stays_as_it_was_shown() {
    let mut publication = asked();
    let counted = sheets(&[30; 72]);
    let july = draw(&publication, &counted, "2026-07", None, false);
    publication.results.bulletins.push(july);
    // Three came late for July: the quarter less July and August would tell of them.
    let mut late = counted.clone();
    late[0].sheet.count(&slug("chung"), "1", 3);
    late[0].sheet.ratings += 3;
    let quarter = draw(&publication, &late, "2026-q3", None, false);
    let unit = late[0].unit.clone();
    let cell =
        quarter.surveys[0].cells_of(&unit).find(|cell| cell.ways == *late[0].sheet.ways()).unwrap();
    let chung = Topic::Question(slug("chung"));
    assert!(cell.withholds(&chung) && cell.withholds(&Topic::Ratings), "{cell:?}");
    assert!(cell.figure(&Topic::Question(slug("a"))).is_some());
    let again = draw(&publication, &late, "2026-07", Some(slug("phuong-vi-du")), false);
    let shown = |bulletin: &Bulletin| bulletin.surveys[0].cells_of(&unit).next().unwrap().clone();
    assert_eq!(shown(&again), shown(&publication.results.bulletins[0]));
}
