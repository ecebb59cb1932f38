//! What follows from the cells that are known: the attacker's reckoning, done before anything is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::CrossTable;
use super::elimination::{Sum, add, minus, solution};

/// More small cells than these are not tried three by three, only two by two: it would take minutes.
const MOST_BY_THREE: usize = 2_000;

/// Secret cells that follow from what is known, each alone; and two or three small ones that follow only together,
/// but hold fewer answers than the threshold. `unknown` holds all cells that nobody was told, the secret ones
/// among them.
pub(super) fn leaks(
    table: &CrossTable,
    unknown: &BTreeSet<usize>,
    secret: &BTreeSet<usize>,
    threshold: u64,
) -> Vec<Vec<usize>> {
    let sums: Vec<Sum> = (0..table.cells())
        .filter_map(|cell| table.definition(cell))
        .map(|relation| Sum {
            total: Some(relation.total).filter(|total| unknown.contains(total)),
            parts: relation.parts.into_iter().filter(|part| unknown.contains(part)).collect(),
        })
        .filter(|sum| sum.unknowns().next().is_some())
        .collect();
    // What does not stand in any sum is free.
    let values = solution(&sums);
    let fixed = |cell: &usize| values.get(cell) == Some(&0);
    let mut found: Vec<Vec<usize>> =
        secret.iter().filter(|cell| fixed(cell)).map(|cell| vec![*cell]).collect();
    let small: Vec<Small> = unknown
        .iter()
        .filter(|cell| table.n(**cell) < threshold && !fixed(cell))
        .filter_map(|cell| {
            Some(Small { cell: *cell, n: table.n(*cell), value: *values.get(cell)? })
        })
        .collect();
    found.extend(together(&small, threshold));
    found
}

/// A small cell and its value in a solution.
struct Small {
    cell: usize,
    n: u64,
    value: u64,
}

/// Two or three small cells whose values add up to 0, so that their sum follows. A cell is told once at most.
fn together(small: &[Small], threshold: u64) -> Vec<Vec<usize>> {
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
        if small.len() <= MOST_BY_THREE {
            for other in small[at + 1..].iter().filter(|other| one.n + other.n + 1 < threshold) {
                try_with(&[one, other], &mut found);
            }
        }
    }
    found
}
