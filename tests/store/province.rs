//! A year of a province, 166 communes with 996 counters: how long the pages of results take on tallies of that size.
//!
//! The first ratings go the whole way through the store; the rest is written as the tallies that they would have added
//! up to, since a million commits would take an hour:
//! `cargo test --release --test store province -- --ignored --nocapture --test-threads 1`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use niemyet::feedback::satisfaction::{
    Aggregate, Basis, Instrument, Method, Overview, Portion, ReportingPeriod, View, Way,
};
use niemyet::feedback::{
    Factor, Mode, Question, QuestionKind, Scale, Submission, Survey, SurveyStatus,
};
use niemyet::store::{SheetGrain, SheetQuery, SheetUnit, Store, UnitSheet};
use niemyet::text::{Slug, Text};

use crate::place::{Place, PostgresPlace, SqlitePlace, fits, keep_all};
use crate::sample::{Dice, level, rating, slug};

const RATINGS: u32 = 1_000_000;
const COMMUNES: u32 = 166;
const COUNTERS: u32 = 6;
const QUESTIONS: [&str; 6] = ["hai-long", "a-1", "a-2", "b-1", "b-2", "b-3"];
const WAYS: [(Mode, bool); 4] =
    [(Mode::Qr, false), (Mode::Qr, true), (Mode::Kiosk, false), (Mode::Paper, false)];

/// The migration that adds tally (a) up, which is done here once all of it is written.
const ADDED_UP: &str = include_str!("../../src/store/migrations/0010-tally-by-period.sqlite.sql");

fn survey() -> Survey {
    let question = |id: &str| Question {
        id: slug(id),
        ask: Text::new(id),
        kind: QuestionKind::Scale(Scale::Levels5),
        factor: id
            .split_once('-')
            .filter(|(_, last)| last.len() == 1)
            .map(|(factor, _)| slug(factor)),
        required: false,
        dont_know: false,
        wording_read: true,
    };
    let factor = |id: &str| Factor { id: slug(id), name: Text::new(id) };
    Survey {
        id: slug("nhanh-5"),
        version: 1,
        name: Text::new("Nhanh"),
        intro: None,
        status: SurveyStatus::Local,
        citation: None,
        lapsed_on: None,
        factors: vec![factor("a"), factor("b")],
        questions: QUESTIONS.iter().map(|id| question(id)).collect(),
        extra_trips: None,
    }
}

/// A drawn rating: where, when (day of the year by months of 28 days), how, about what, and its answers.
struct Drawn {
    commune: u32,
    counter: u32,
    day: u32,
    way: usize,
    procedure: u32,
    levels: [u8; 6],
}

fn draw(dice: &mut Dice) -> Drawn {
    let (commune, counter) = (dice.roll(COMMUNES), dice.roll(COUNTERS));
    let month = 1 + dice.roll(12);
    let way = [0, 0, 0, 0, 0, 0, 1, 2, 2, 3][dice.roll(10) as usize];
    // Each counter has its own share of people who are content.
    let content = dice.roll(100) < 60 + (commune * 7 + counter * 5) % 35;
    let mut levels = [0; 6];
    for level in &mut levels {
        let roll = dice.roll(100);
        let of = if content { [1, 2, 6, 36] } else { [25, 50, 75, 92] };
        let below = of.iter().filter(|bound| roll >= **bound).count();
        *level = u8::try_from(below + 1).unwrap();
    }
    let day = 20_260_000 + month * 100 + 1 + dice.roll(28);
    Drawn { commune, counter, day, way, procedure: dice.roll(40), levels }
}

/// Writes rows as long statements, many at a time.
fn insert<P: Place>(place: &P, table: &str, rows: impl Iterator<Item = String>) {
    let mut statement = String::new();
    let mut held = 0;
    for row in rows {
        let before = if held == 0 { format!("INSERT INTO {table} VALUES ") } else { ", ".into() };
        write!(statement, "{before}{row}").unwrap();
        held += 1;
        if held == 4_000 {
            place.alter(&statement);
            statement.clear();
            held = 0;
        }
    }
    if held > 0 {
        place.alter(&statement);
    }
}

/// Writes the tallies of so many ratings, a commune at a time.
fn tally<P: Place>(place: &P, ratings: u32) {
    let mut dice = Dice::new(77);
    let mut all: Vec<Vec<Drawn>> = (0..COMMUNES).map(|_| Vec::new()).collect();
    for _ in 0..ratings {
        let one = draw(&mut dice);
        all[one.commune as usize].push(one);
    }
    for (commune, of) in all.iter().enumerate() {
        let (mut answers, mut scores) = (BTreeMap::new(), BTreeMap::new());
        for Drawn { counter, day, way, procedure, levels, .. } in of {
            let cell = (*day, *counter, *procedure, *way);
            *answers.entry((cell, usize::MAX, 0)).or_insert(0_u64) += 1;
            for (question, level) in levels.iter().enumerate() {
                *answers.entry((cell, question, *level)).or_insert(0) += 1;
            }
            let of_month: &mut [[[u64; 4]; 6]; 6] =
                scores.entry((day / 100, *counter, *way)).or_default();
            for (one, first) in levels.map(u64::from).iter().enumerate() {
                for (other, second) in levels.map(u64::from).iter().enumerate() {
                    let sums = &mut of_month[one][other];
                    for (sum, more) in sums.iter_mut().zip([1, *first, *second, first * second]) {
                        *sum += more;
                    }
                }
            }
        }
        let end = |way: usize| {
            let (mode, verified) = WAYS[way];
            format!("'nhanh-5', 1, '{}', {}", mode.word(), u8::from(verified))
        };
        let rows = answers.iter().map(|(((day, counter, procedure, way), question, level), n)| {
            let cell = format!("'xa-{commune:03}', 0, {day}, 'quay-{counter}', '1.{procedure:06}'");
            match QUESTIONS.get(*question) {
                Some(id) => format!("({cell}, {}, '{id}', '{level}', {n})", end(*way)),
                None => format!("({cell}, {}, '*', '*', {n})", end(*way)),
            }
        });
        insert(place, "tally_answer", rows);
        let rows = scores.iter().flat_map(|((month, counter, way), pairs)| {
            let cell = format!("'xa-{commune:03}', 0, {month}, 'quay-{counter}', {}", end(*way));
            let ids = (0..36).map(|at| (at / 6, at % 6));
            let ids = ids.filter(|(one, other)| QUESTIONS[*one] <= QUESTIONS[*other]);
            ids.map(|(one, other)| {
                let [n, first, second, product] = pairs[one][other];
                let (one, other) = (QUESTIONS[one], QUESTIONS[other]);
                format!("({cell}, '{one}', '{other}', {n}, {first}, {second}, {product})")
            })
            .collect::<Vec<_>>()
        });
        insert(place, "tally_score", rows);
    }
    place.alter("DELETE FROM tally_period");
    for statement in ADDED_UP.split(';').filter(|one| one.contains("INSERT")) {
        place.alter(statement);
    }
}

fn portions(found: Vec<UnitSheet>) -> Vec<Portion> {
    let portion = |UnitSheet { unit, period, sheet }| {
        let unit = match unit {
            SheetUnit::Agency(id) | SheetUnit::Counter { counter: id, .. } => id.to_string(),
            SheetUnit::Procedure(Some(code)) => code.to_string(),
            SheetUnit::Procedure(None) | SheetUnit::Whole => String::new(),
        };
        Portion { unit, period, sheet }
    };
    found.into_iter().map(portion).collect()
}

/// The shortest of some tries of reading sheets and reckoning what the page shows.
fn page(store: &dyn Store, queries: &[SheetQuery], unit: Option<&str>, fewest: u64) -> Duration {
    let asked = Instrument::of(&survey());
    let basis = Basis { method: Method::Top2, aggregate: Aggregate::CriteriaMean };
    let ways: BTreeSet<Way> = [Way { mode: Mode::Qr, verified: false }].into();
    let tries = (0..5).map(|_| {
        let began = Instant::now();
        let mut read = queries.iter().map(|query| portions(store.sheets(query).unwrap()));
        let units = read.next().unwrap();
        let (months, counts) = (read.next(), read.next().unwrap_or_default());
        let (period, ways) = (queries[0].period, ways.clone());
        let view = View { asked: &asked, trips: None, basis, period, ways, unit, fewest };
        let overview = match months {
            None => Overview::of(&units, &view),
            Some(months) => Overview::over(&units, &months, &counts, &view),
        };
        let overview = overview.unwrap();
        assert!(overview.index.is_some() || overview.withheld);
        began.elapsed()
    });
    tries.min().unwrap()
}

#[expect(clippy::print_stdout, reason = "what it is run for")]
fn pages_of_a_province<P: Place>(place: &P, name: &str) {
    let store = place.open().unwrap();
    let mut dice = Dice::new(5);
    let began = Instant::now();
    let through = 2_000;
    let sent = (0..through).map(|number| {
        let Drawn { commune, counter, way, levels, .. } = draw(&mut dice);
        Submission {
            agency: slug(&format!("xa-{commune:03}")),
            counter: slug(&format!("quay-{counter}")),
            mode: WAYS[way].0,
            answers: QUESTIONS.iter().zip(levels).map(|(id, one)| level(id, one)).collect(),
            marks: Vec::new(),
            ..rating(number, "")
        }
    });
    keep_all(&*store, sent.collect());
    let seconds = began.elapsed().as_secs_f64();
    println!("{name}: {:.0} ratings/s through the store", f64::from(through) / seconds);
    fits(&*store);
    place.alter("DELETE FROM rating; DELETE FROM tally_answer; DELETE FROM tally_score; DELETE FROM tally_hour");
    let began = Instant::now();
    tally(place, RATINGS);
    println!("{name}: tallies of {RATINGS} ratings written in {:.0?}", began.elapsed());
    let year = ReportingPeriod::Year(2026);
    let month = ReportingPeriod::Month(2026, 3);
    let agencies: Vec<Slug> = (0..COMMUNES).map(|one| slug(&format!("xa-{one:03}"))).collect();
    let qr = BTreeSet::from([Way { mode: Mode::Qr, verified: false }]);
    let all = |period| SheetQuery {
        ways: Some(qr.clone()),
        pairs: false,
        ..SheetQuery::new(SheetGrain::Agency, period).of(agencies.clone())
    };
    let one =
        |grain| SheetQuery { by_month: true, ..SheetQuery::new(grain, year).of([slug("xa-042")]) };
    // As `host/office/results_queries.rs` asks: the year by procedure, the whole by month, numbers of ratings.
    let by_procedure = |period| {
        let ways = Some(qr.clone());
        let own = [slug("xa-042")];
        let units = SheetQuery {
            ways: ways.clone(),
            ..SheetQuery::new(SheetGrain::Procedure, period).of(own)
        };
        let counts = SheetQuery { ratings_only: true, ..one(SheetGrain::Procedure) };
        vec![units, SheetQuery { ways, ..one(SheetGrain::Agency) }, counts]
    };
    let quarter = ReportingPeriod::Quarter(2026, 2);
    for (what, queries, unit, fewest) in [
        ("all agencies, a month", vec![all(month)], None, 1),
        ("all agencies, a quarter", vec![all(quarter)], None, 1),
        ("all agencies, a year", vec![all(year)], None, 1),
        ("an agency, leader", vec![one(SheetGrain::Counter)], None, 1),
        ("an agency, officer", vec![one(SheetGrain::Counter)], None, 5),
        ("a counter, officer", vec![one(SheetGrain::Counter)], Some("quay-3"), 5),
        ("by procedure, a month, officer", by_procedure(month), None, 5),
        ("by procedure, a year, leader", by_procedure(year)[..2].to_vec(), None, 1),
        ("by procedure, a year, officer", by_procedure(year), None, 5),
    ] {
        let took = page(&*store, &queries, unit, fewest);
        println!("{name}: {what}: {took:.1?}");
    }
}

#[test]
#[ignore = "minutes; prints how long pages of results take"]
fn province_on_sqlite() {
    pages_of_a_province(&SqlitePlace::new(), "SQLite");
}

#[test]
#[ignore = "minutes; prints how long pages of results take"]
fn province_on_postgres() {
    pages_of_a_province(&PostgresPlace::new(), "PostgreSQL");
}
