//! An attacker reads every file that was published, one after the other, and tries to compute what they withhold.
//!
//! The attacker shares no code with the withholding: each shown cell is a sum over the finest cells of the table, and
//! Gaussian elimination over all of them says which other sums follow. Cells without answers are taken as known. For
//! more than the usual 256 provinces set `PROPTEST_CASES`.

use std::collections::BTreeSet;

use niemyet::feedback::satisfaction::withholding::{CrossTable, Hierarchy, Request, Withholding};
use proptest::prelude::*;

/// Another prime than that of the withholding.
const PRIME: i64 = 2_147_483_629;

/// A province's year: dimensions with the answers of the finest cells, and what is offered in each file.
#[derive(Clone, Debug)]
struct Year {
    dimensions: Vec<Vec<Option<usize>>>,
    answers: Vec<u64>,
    files: Vec<Vec<bool>>,
}

fn tree(branches: &[usize]) -> Vec<Option<usize>> {
    let mut parents = vec![None];
    for (branch, leaves) in branches.iter().enumerate() {
        let at = parents.len();
        parents.push(Some(0));
        // A branch with a single leaf would be that leaf under two names.
        parents.extend((0..*leaves).filter(|_| *leaves > 1).map(|_| Some(at)));
        assert!(branch < 10);
    }
    parents
}

fn year() -> impl Strategy<Value = Year> {
    let units = prop::collection::vec(1_usize..=3, 1..=3);
    let periods = prop::collection::vec(2_usize..=3, 1..=2);
    let ways = 0_usize..=2;
    (units, periods, ways).prop_flat_map(|(units, periods, ways)| {
        let dimensions = vec![tree(&units), tree(&periods), tree(&vec![1; ways])];
        let cells: usize = dimensions.iter().map(Vec::len).product();
        // Many cells are small, some are empty, some large.
        let answers = prop_oneof![1 => Just(0_u64), 4 => 1_u64..10, 5 => 10_u64..60];
        let file = prop_oneof![
            Just(vec![true; cells]),
            prop::collection::vec(prop::bool::weighted(0.6), cells)
        ];
        let answers = prop::collection::vec(answers, cells);
        (Just(dimensions), answers, prop::collection::vec(file, 1..=4))
            .prop_map(|(dimensions, answers, files)| Year { dimensions, answers, files })
    })
}

pub(crate) struct Attacker<'a> {
    table: &'a CrossTable,
    dimensions: &'a [Hierarchy],
    /// Finest cells that have answers.
    atoms: Vec<usize>,
    /// What was read, reduced.
    rows: Vec<Vec<i64>>,
}

impl<'a> Attacker<'a> {
    pub(crate) fn new(table: &'a CrossTable, dimensions: &'a [Hierarchy]) -> Self {
        let fine = |cell: &usize| {
            let nodes = table.nodes(*cell);
            nodes.iter().zip(dimensions).all(|(node, dimension)| dimension.is_leaf(*node))
        };
        let atoms = (0..table.cells()).filter(fine).filter(|cell| table.n(*cell) > 0).collect();
        Self { table, dimensions, atoms, rows: Vec::new() }
    }

    pub(crate) fn vector(&self, cell: usize) -> Vec<i64> {
        let of = self.table.nodes(cell);
        let within = |atom: &usize| {
            let nodes = self.table.nodes(*atom);
            nodes.iter().zip(&of).zip(self.dimensions).all(|((node, of), dimension)| {
                std::iter::successors(Some(*node), |node| dimension.parent(*node))
                    .any(|up| up == *of)
            })
        };
        self.atoms.iter().map(|atom| i64::from(within(atom))).collect()
    }

    /// What is left of a vector when all that was read is taken away.
    fn reduce(&self, mut vector: Vec<i64>) -> Vec<i64> {
        for row in &self.rows {
            let pivot = row.iter().position(|value| *value != 0).unwrap();
            let times = vector[pivot];
            if times != 0 {
                for (value, taken) in vector.iter_mut().zip(row) {
                    *value = (*value - times * taken).rem_euclid(PRIME);
                }
            }
        }
        vector
    }

    pub(crate) fn read(&mut self, cell: usize) {
        let mut row = self.reduce(self.vector(cell));
        let Some(pivot) = row.iter().position(|value| *value != 0) else { return };
        let inverse = power(row[pivot], PRIME - 2);
        for value in &mut row {
            *value = *value * inverse % PRIME;
        }
        self.rows.push(row);
    }

    fn read_all(&mut self, cells: &BTreeSet<usize>) {
        for cell in cells {
            self.read(*cell);
        }
    }

    pub(crate) fn computes(&self, vector: Vec<i64>) -> bool {
        self.reduce(vector).iter().all(|value| *value == 0)
    }
}

fn power(value: i64, exponent: i64) -> i64 {
    let half = if exponent == 0 { return 1 } else { power(value * value % PRIME, exponent / 2) };
    if exponent % 2 == 1 { half * value % PRIME } else { half }
}

/// Publishes all files; gives the table, what was shown and what was withheld in any.
fn publish(
    year: &Year,
    dimensions: &[Hierarchy],
    careless: bool,
) -> (CrossTable, BTreeSet<usize>, BTreeSet<usize>) {
    let answers = |table: &CrossTable, nodes: &[usize]| year.answers[table.cell(nodes)];
    let shape = CrossTable::new(dimensions.to_vec(), |_| 0);
    let table = CrossTable::new(dimensions.to_vec(), |nodes| answers(&shape, nodes));
    let (mut shown, mut withheld) = (BTreeSet::new(), BTreeSet::new());
    for file in &year.files {
        let offered: BTreeSet<usize> = (0..table.cells()).filter(|cell| file[*cell]).collect();
        if careless {
            let small = |cell: &usize| (1..10).contains(&table.n(*cell));
            withheld.extend(offered.iter().copied().filter(small));
            shown.extend(offered.into_iter().filter(|cell| !small(cell)));
            continue;
        }
        let request = Request {
            table: &table,
            offered: offered.clone(),
            published: shown.clone(),
            withheld_before: withheld.clone(),
            threshold: Request::THRESHOLD,
        };
        let found = Withholding::of(&request);
        assert!(found.exposed.is_empty(), "what was safe before stays safe: {:?}", found.exposed);
        let decided: BTreeSet<usize> = found.shown.union(&found.withheld).copied().collect();
        assert_eq!(decided, offered);
        assert!(found.shown.is_disjoint(&found.withheld) && shown.is_disjoint(&found.withheld));
        shown.extend(found.shown);
        withheld.extend(found.withheld);
    }
    (table, shown, withheld)
}

fn hierarchies(year: &Year) -> Vec<Hierarchy> {
    year.dimensions.iter().map(|parents| Hierarchy::new(parents.clone()).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_withheld_and_nothing_small_follows_from_all_files_together(year in year()) {
        let dimensions = hierarchies(&year);
        let (table, shown, withheld) = publish(&year, &dimensions, false);
        let mut attacker = Attacker::new(&table, &dimensions);
        attacker.read_all(&shown);
        for cell in (0..table.cells()).filter(|cell| table.n(*cell) > 0) {
            let secret = withheld.contains(&cell) || table.n(cell) < 10;
            prop_assert!(!shown.contains(&cell) || !secret, "shown: {:?}", table.nodes(cell));
            prop_assert!(
                !secret || !attacker.computes(attacker.vector(cell)),
                "{:?} with {} answers follows", table.nodes(cell), table.n(cell)
            );
        }
        // Nor do two or three small ones together that hold less than the threshold.
        let small: Vec<usize> =
            attacker.atoms.iter().copied().filter(|atom| table.n(*atom) < 10).take(24).collect();
        for (at, one) in small.iter().enumerate() {
            for (next, other) in small.iter().enumerate().skip(at + 1) {
                for third in small.iter().skip(next + 1).map(Some).chain([None]) {
                    let cells = [Some(one), Some(other), third];
                    let answers: u64 = cells.iter().flatten().map(|cell| table.n(**cell)).sum();
                    if answers < 10 {
                        let sum = attacker.atoms.iter().map(|atom| i64::from(cells.contains(&Some(atom))));
                        prop_assert!(!attacker.computes(sum.collect()), "together {cells:?}: {answers}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_attacker_finds_what_withholding_small_cells_alone_leaves_open() {
    // A month with one small counter of three, and then the quarter without that month.
    let counters = vec![None, Some(0), Some(0), Some(0)];
    let months = vec![None, Some(0), Some(0)];
    let year = Year {
        dimensions: vec![counters, months],
        answers: vec![0, 0, 0, 0, 40, 30, 0, 20, 4, 0, 50, 60],
        files: vec![vec![true; 12]],
    };
    let dimensions = hierarchies(&year);
    let (table, shown, withheld) = publish(&year, &dimensions, true);
    let small = table.cell(&[2, 2]);
    assert_eq!((table.n(small), withheld), (4, BTreeSet::from([small])));
    let mut attacker = Attacker::new(&table, &dimensions);
    attacker.read_all(&shown);
    assert!(attacker.computes(attacker.vector(small)));

    let (_, shown, withheld) = publish(&year, &dimensions, false);
    // Three more are enough, and no total is among them.
    assert_eq!(withheld.len(), 4);
    assert!(withheld.iter().all(|cell| table.nodes(*cell).iter().all(|node| *node > 0)));
    let mut attacker = Attacker::new(&table, &dimensions);
    attacker.read_all(&shown);
    assert!(withheld.iter().all(|cell| !attacker.computes(attacker.vector(*cell))));
}

#[test]
#[expect(clippy::print_stdout, reason = "what it is run for")]
#[ignore = "a province of 166 communes and 996 counters; prints how long deciding takes"]
fn a_province_with_a_quarter_and_its_months() {
    let mut units = vec![None];
    for _ in 0..166 {
        let commune = units.len();
        units.push(Some(0));
        units.extend([Some(commune); 6]);
    }
    let periods = vec![None, Some(0), Some(0), Some(0)];
    let ways = vec![None, Some(0), Some(0), Some(0)];
    let dimensions: Vec<Hierarchy> =
        [units, periods, ways].map(|parents| Hierarchy::new(parents).unwrap()).into();
    // Skewed: most counters get some dozen ratings by one way and few by the others.
    let mut state = 7_u64;
    let drawn: Vec<u64> = (0..1_163 * 16)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % 60
        })
        .collect();
    let table = CrossTable::new(dimensions.clone(), |nodes| {
        let at = (nodes[0] * 4 + nodes[1]) * 4 + nodes[2];
        drawn[at] / [1, 1, 3, 9][nodes[2]]
    });
    // Each month in its file, then the quarter with all of it again.
    let (mut shown, mut withheld) = (BTreeSet::new(), BTreeSet::new());
    for period in [1, 2, 3, 0] {
        let began = std::time::Instant::now();
        let offered: BTreeSet<usize> =
            (0..table.cells()).filter(|cell| table.nodes(*cell)[1] == period).collect();
        let request = Request {
            table: &table,
            offered: offered.clone(),
            published: shown.clone(),
            withheld_before: withheld.clone(),
            threshold: Request::THRESHOLD,
        };
        let found = Withholding::of(&request);
        let small = offered.iter().filter(|cell| (1..10).contains(&table.n(**cell))).count();
        println!(
            "period {period}: {} cells, {small} small, {} withheld, {:.1?}",
            offered.len(),
            found.withheld.len(),
            began.elapsed()
        );
        assert!(found.exposed.is_empty());
        shown.extend(found.shown);
        withheld.extend(found.withheld);
    }
}

#[test]
fn what_careless_files_gave_away_is_told_and_what_they_show_stays() {
    let dimensions = [vec![None, Some(0), Some(0), Some(0)]];
    let dimensions: Vec<Hierarchy> =
        dimensions.map(|parents| Hierarchy::new(parents).unwrap()).into();
    let answers = [0, 40, 4, 20];
    let table = CrossTable::new(dimensions, |nodes| answers[nodes[0]]);
    let request = |published: &[usize], offered: &[usize]| Request {
        table: &table,
        offered: offered.iter().copied().collect(),
        published: published.iter().copied().collect(),
        withheld_before: BTreeSet::new(),
        threshold: Request::THRESHOLD,
    };
    let of = |published: &[usize], offered: &[usize]| {
        let found = Withholding::of(&request(published, offered));
        [found.shown, found.withheld, found.exposed].map(Vec::from_iter)
    };
    // The smaller of the other two goes with the small one, not the total.
    assert_eq!(of(&[], &[0, 1, 2, 3]), [vec![0, 1], vec![2, 3], vec![]]);
    // One of them is out already: the other goes, though it is larger.
    assert_eq!(of(&[3], &[0, 1, 2, 3]), [vec![0, 3], vec![1, 2], vec![]]);
    // Both are out: the total goes.
    assert_eq!(of(&[1, 3], &[0, 2]), [vec![], vec![0, 2], vec![]]);
    // All three are out: nothing helps any more, and that is said.
    assert_eq!(of(&[0, 1, 3], &[2, 3]), [vec![3], vec![2], vec![2]]);
}
