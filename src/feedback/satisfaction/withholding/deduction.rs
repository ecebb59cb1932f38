//! What follows from the cells that are known: the attacker's reckoning, done before anything is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::CrossTable;
use super::cross_table::Relation;
use super::elimination::{Sum, add, minus, solution};

/// More small cells than these are not tried three by three, only two by two: it would take minutes.
const MOST_BY_THREE: usize = 2_000;

/// Every sum of a table from which all others follow, and where each cell stands.
pub(super) struct Sums {
    relations: Vec<Relation>,
    /// By cell: the relations that hold it.
    holding: Vec<Vec<usize>>,
}

impl Sums {
    /// Those of a table.
    pub(super) fn of(table: &CrossTable) -> Self {
        let relations: Vec<Relation> =
            (0..table.cells()).filter_map(|cell| table.definition(cell)).collect();
        let mut holding = vec![Vec::new(); table.cells()];
        for (at, relation) in relations.iter().enumerate() {
            relation.cells().for_each(|cell| holding[cell].push(at));
        }
        Self { relations, holding }
    }

    /// The sums that hang together with some unknown cells by way of others, and all unknown cells in them, those
    /// themselves among them.
    fn around(
        &self,
        cells: &BTreeSet<usize>,
        unknown: &BTreeSet<usize>,
    ) -> (BTreeSet<usize>, Vec<Sum>) {
        let mut reached: BTreeSet<usize> = cells.intersection(unknown).copied().collect();
        let mut waiting: Vec<usize> = reached.iter().copied().collect();
        let mut found = BTreeSet::new();
        while let Some(cell) = waiting.pop() {
            for at in &self.holding[cell] {
                if found.insert(*at) {
                    let others = self.relations[*at].cells().filter(|one| unknown.contains(one));
                    waiting.extend(others.filter(|one| reached.insert(*one)));
                }
            }
        }
        let sum = |at: usize| {
            let Relation { total, parts } = &self.relations[at];
            Sum {
                total: Some(*total).filter(|total| unknown.contains(total)),
                parts: parts.iter().copied().filter(|part| unknown.contains(part)).collect(),
            }
        };
        (reached, found.into_iter().map(sum).collect())
    }
}

/// Secret cells that follow from what is known, each alone; and two or three small ones that follow only together,
/// but hold fewer answers than the threshold. `unknown` holds all cells that nobody was told, the secret ones
/// among them. Only what hangs together with `cells` is looked at: the rest is as it was.
pub(super) fn leaks(
    table: &CrossTable,
    sums: &Sums,
    unknown: &BTreeSet<usize>,
    secret: &BTreeSet<usize>,
    threshold: u64,
    cells: &BTreeSet<usize>,
) -> Vec<Vec<usize>> {
    let is_small = |cell: &&usize| table.n(**cell) < threshold;
    let by_three = unknown.iter().filter(is_small).count() <= MOST_BY_THREE;
    let (unknown, sums) = sums.around(cells, unknown);
    // What does not stand in any sum is free.
    let values = solution(&sums);
    let fixed = |cell: &usize| values.get(cell) == Some(&0);
    let mut found: Vec<Vec<usize>> =
        secret.intersection(&unknown).filter(|cell| fixed(cell)).map(|cell| vec![*cell]).collect();
    let small: Vec<Small> = unknown
        .iter()
        .filter(|cell| is_small(cell) && !fixed(cell))
        .filter_map(|cell| {
            Some(Small { cell: *cell, n: table.n(*cell), value: *values.get(cell)? })
        })
        .collect();
    found.extend(together(&small, threshold, by_three));
    found
}

/// A small cell and its value in a solution.
struct Small {
    cell: usize,
    n: u64,
    value: u64,
}

/// Two or three small cells whose values add up to 0, so that their sum follows. A cell is told once at most.
fn together(small: &[Small], threshold: u64, by_three: bool) -> Vec<Vec<usize>> {
    let mut by_value: BTreeMap<u64, Vec<&Small>> = BTreeMap::new();
    for one in small {
        by_value.entry(one.value).or_default().push(one);
    }
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    let mut try_with = |cells: &[&Small], found: &mut Vec<Vec<usize>>| {
        let value = cells.iter().fold(0, |all, one| add(all, one.value));
        let n: u64 = cells.iter().map(|one| one.n).sum();
        let opposite = by_value.get(&minus(value)).into_iter().flatten();
        let mut lasts = opposite
            .filter(|last| n + last.n < threshold && cells.iter().all(|one| one.cell != last.cell));
        let Some(last) = lasts.next() else { return };
        let all: Vec<usize> = cells.iter().map(|one| one.cell).chain([last.cell]).collect();
        if all.iter().all(|cell| !told.contains(cell)) {
            told.extend(all.iter().copied());
            found.push(all);
        }
    };
    for (at, one) in small.iter().enumerate() {
        try_with(&[one], &mut found);
        if by_three {
            for other in small[at + 1..].iter().filter(|other| one.n + other.n + 1 < threshold) {
                try_with(&[one, other], &mut found);
            }
        }
    }
    found
}
