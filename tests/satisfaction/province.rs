//! A year of a province whose true figures are known: 166 communes, 996 counters, three million ratings by three ways,
//! drawn one by one. Do intervals hold the truth, and does anything follow from what four files show?
//! `cargo test --test satisfaction a_year_of_a_province -- --ignored --nocapture`.

use std::collections::{BTreeMap, BTreeSet};

use niemyet::feedback::Mode;
use niemyet::feedback::satisfaction::withholding::{CrossTable, Hierarchy, Request, Withholding};
use niemyet::feedback::satisfaction::{
    Aggregate, Basis, Figure, Index, Instrument, Method, PairSums, Sheet, Way,
};
use niemyet::text::Slug;

use crate::attack::Attacker;
use crate::coverage::Draw;
use crate::ratings::instrument;

const RATINGS: u32 = 3_000_000;
const COMMUNES: usize = 166;
const COUNTERS: usize = 6;
const MONTHS: usize = 12;
const CRITERIA: usize = 5;
const WAYS: [Mode; 3] = [Mode::Qr, Mode::Kiosk, Mode::Paper];

/// The answers of the content and of the others, worst first.
const KINDS: [[f64; 5]; 2] = [[0.01, 0.02, 0.07, 0.35, 0.55], [0.2, 0.25, 0.25, 0.2, 0.1]];

/// The share of the content at a counter.
fn content(counter: usize) -> f64 {
    0.55 + 0.4 * f64::from(u32::try_from(counter * 37 % 101).unwrap()) / 100.0
}

/// The true mean worth of an answer at a counter.
fn worth(counter: usize, method: Method) -> f64 {
    let of = |kind: usize| -> f64 {
        let step = |at: usize| match method {
            Method::Top2 => f64::from(u32::from(at >= 3)),
            _ => f64::from(u32::try_from(at).unwrap()) / 4.0,
        };
        KINDS[kind].iter().enumerate().map(|(at, one)| one * step(at)).sum()
    };
    content(counter) * of(0) + (1.0 - content(counter)) * of(1)
}

/// What was counted of a counter in a month by a way.
#[derive(Clone, Default)]
struct Cell {
    ratings: u64,
    levels: [[u64; 5]; CRITERIA],
    products: [[u64; CRITERIA]; CRITERIA],
}

impl Cell {
    fn add(&mut self, levels: [usize; CRITERIA]) {
        self.ratings += 1;
        for (one, level) in levels.iter().enumerate() {
            self.levels[one][*level] += 1;
            for (other, second) in levels.iter().enumerate() {
                let product = (level + 1) * (second + 1);
                self.products[one][other] += u64::try_from(product).unwrap();
            }
        }
    }

    fn sheet(&self, asked: &Instrument, mode: Mode) -> Sheet {
        let questions: Vec<&Slug> = asked.criteria().map(|one| &one.question).collect();
        let mut sheet =
            Sheet::new(asked.survey.clone(), asked.version, Way { mode, verified: false });
        sheet.ratings = self.ratings;
        sheet.pairs = Some(BTreeMap::new());
        let sum = |one: usize| -> u64 {
            self.levels[one].iter().zip(1_u64..).map(|(times, level)| times * level).sum()
        };
        for (one, question) in questions.iter().enumerate() {
            for (times, level) in self.levels[one].iter().zip(1..) {
                sheet.count(question, &format!("{level}"), *times);
            }
            for (other, second) in questions.iter().enumerate().filter(|(_, id)| *id >= question) {
                let (first, second_sum, product) =
                    (sum(one), sum(other), self.products[one][other]);
                let (n, top) = (self.ratings, None);
                let sums = PairSums { n, first, second: second_sum, product, top };
                sheet.pair(question, second, &sums);
            }
        }
        sheet
    }
}

/// How often intervals held the truth.
#[derive(Default)]
struct Tried {
    held: u32,
    of: u32,
}

impl Tried {
    fn look(&mut self, figure: Option<&Figure>, truth: f64) {
        if let Some(figure) = figure {
            self.of += 1;
            let range = figure.interval.low..=figure.interval.high;
            self.held += u32::from(range.contains(&truth));
        }
    }

    fn share(&self) -> f64 {
        100.0 * f64::from(self.held) / f64::from(self.of)
    }
}

fn drawn(ratings: u32) -> Vec<Cell> {
    let mut draw = Draw::new(2026);
    let mut cells = vec![Cell::default(); COMMUNES * COUNTERS * MONTHS * WAYS.len()];
    let place = |draw: &mut Draw, of: usize| draw.below(of);
    for _ in 0..ratings {
        // A few counters have most visitors, and most people answer by the printed code.
        let counter =
            place(&mut draw, COMMUNES * COUNTERS).min(place(&mut draw, COMMUNES * COUNTERS));
        let month = place(&mut draw, MONTHS);
        let way = [0, 0, 0, 0, 0, 0, 0, 1, 1, 2][place(&mut draw, 10)];
        let kind = draw.of(&[content(counter), 1.0 - content(counter)]);
        let levels = [(); CRITERIA].map(|()| draw.of(&KINDS[kind]));
        cells[(counter * MONTHS + month) * WAYS.len() + way].add(levels);
    }
    cells
}

#[test]
#[ignore = "minutes; prints how often intervals hold the truth and what an attacker finds"]
fn a_year_of_a_province() {
    let cells = drawn(RATINGS);
    let asked = instrument(5, &[1, 4]);
    intervals(&cells, &asked);
    suppression(&cells);
}

#[expect(clippy::print_stdout, reason = "what it is run for")]
fn intervals(cells: &[Cell], asked: &Instrument) {
    for method in [Method::Top2, Method::Mean5] {
        let basis = Basis { method, aggregate: Aggregate::CriteriaMean };
        let [mut alone, mut by_counter, mut by_agency] = [const { Tried { held: 0, of: 0 } }; 3];
        for commune in 0..COMMUNES {
            for month in 0..MONTHS {
                let mut agency: Option<Sheet> = None;
                let (mut truth, mut n) = (0.0, 0.0);
                for counter in commune * COUNTERS..(commune + 1) * COUNTERS {
                    let cell = &cells[(counter * MONTHS + month) * WAYS.len()];
                    if cell.ratings == 0 {
                        continue;
                    }
                    let sheet = cell.sheet(asked, WAYS[0]);
                    let true_worth = worth(counter, method);
                    let ratings = f64::from(u32::try_from(cell.ratings).unwrap());
                    (truth, n) = (truth + ratings * true_worth, n + ratings);
                    if cell.ratings >= 10 {
                        let index = Index::of(&sheet, asked, basis).unwrap();
                        let percent = method.percent(true_worth);
                        by_counter.look(index.whole.as_ref(), percent);
                        alone.look(index.factors[0].criteria[0].figure.as_ref(), percent);
                    }
                    match &mut agency {
                        Some(agency) => agency.add(&sheet).unwrap(),
                        None => agency = Some(sheet),
                    }
                }
                if let Some(agency) = agency.filter(|agency| agency.ratings >= 10) {
                    let index = Index::of(&agency, asked, basis).unwrap();
                    by_agency.look(index.whole.as_ref(), method.percent(truth / n));
                }
            }
        }
        for (what, tried) in [
            ("one question of a counter", alone),
            ("a counter", by_counter),
            ("an agency", by_agency),
        ] {
            let share = tried.share();
            println!("{}: {what} in a month: {share:.1} % of {}", method.id(), tried.of);
            assert!(share >= 94.0, "{what}: {share}");
        }
    }
}

/// The four files of a quarter: three months, then the quarter with all of it again.
#[expect(clippy::print_stdout, reason = "what it is run for")]
fn suppression(cells: &[Cell]) {
    let mut units = vec![None];
    for _ in 0..COMMUNES {
        let commune = units.len();
        units.push(Some(0));
        units.extend([Some(commune); COUNTERS]);
    }
    let flat = || vec![None, Some(0), Some(0), Some(0)];
    let dimensions: Vec<Hierarchy> =
        [units, flat(), flat()].map(|parents| Hierarchy::new(parents).unwrap()).into();
    let per_commune = COUNTERS + 1;
    let table = CrossTable::new(dimensions, |nodes| {
        let (commune, within) = ((nodes[0] - 1) / per_commune, (nodes[0] - 1) % per_commune);
        let counter = commune * COUNTERS + within - 1;
        // By the other ways one rating in five of those drawn, so that many cells are small.
        let cell = &cells[(counter * MONTHS + nodes[1] - 1) * WAYS.len() + nodes[2] - 1];
        cell.ratings / if nodes[2] == 1 { 1 } else { 5 }
    });
    let (mut shown, mut withheld) = (BTreeSet::new(), BTreeSet::new());
    for period in [1, 2, 3, 0] {
        let began = std::time::Instant::now();
        let offered: BTreeSet<usize> =
            (0..table.cells()).filter(|cell| table.nodes(*cell)[1] == period).collect();
        let request = Request {
            table: &table,
            offered,
            published: shown.clone(),
            withheld_before: withheld.clone(),
            threshold: Request::THRESHOLD,
        };
        let found = Withholding::of(&request);
        assert!(found.exposed.is_empty());
        println!("file {period}: {} withheld, {:.1?}", found.withheld.len(), began.elapsed());
        shown.extend(found.shown);
        withheld.extend(found.withheld);
    }
    // The attacker takes each commune by itself with all its cells. What the totals of the province add is one sum for
    // each period and way: it tells the commune's own total where all others are shown.
    let small: BTreeSet<usize> = (0..table.cells())
        .filter(|cell| (1..Request::THRESHOLD).contains(&table.n(*cell)))
        .collect();
    let secret: BTreeSet<usize> = withheld.union(&small).copied().collect();
    let mut tried = 0;
    for commune in 0..COMMUNES {
        let root = 1 + commune * per_commune;
        let block = [
            Hierarchy::new(vec![None, Some(0), Some(0), Some(0), Some(0), Some(0), Some(0)])
                .unwrap(),
            Hierarchy::new(flat()).unwrap(),
            Hierarchy::new(flat()).unwrap(),
        ];
        let whole = |nodes: &[usize]| table.cell(&[root + nodes[0], nodes[1], nodes[2]]);
        let part = CrossTable::new(block.to_vec(), |nodes| table.n(whole(nodes)));
        let mut attacker = Attacker::new(&part, &block);
        for cell in 0..part.cells() {
            let nodes = part.nodes(cell);
            let known = |unit: usize| shown.contains(&table.cell(&[unit, nodes[1], nodes[2]]));
            let others = (0..COMMUNES).filter(|other| *other != commune);
            let by_total =
                nodes[0] == 0 && known(0) && others.map(|other| 1 + other * per_commune).all(known);
            if shown.contains(&whole(&nodes)) || by_total {
                attacker.read(cell);
            }
        }
        for cell in (0..part.cells()).filter(|cell| secret.contains(&whole(&part.nodes(*cell)))) {
            tried += 1;
            assert!(!attacker.computes(attacker.vector(cell)), "{:?}", part.nodes(cell));
        }
    }
    println!("the attacker tried {tried} secret cells and found none");
    assert!(tried > 1_000);
}
