//! What follows from the cells that are known: the attacker's reckoning, done before anything is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::CrossTable;
use super::cross_table::Relation;
use super::elimination::Elimination;

/// Cells that follow together as one sum, with the relations of the table by which they hang together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leak {
    /// The cells: one that follows by itself, or several whose sum follows and is too small.
    pub(super) cells: Vec<usize>,
    /// Which of several systems of relations without a common unknown it is in.
    pub(super) system: usize,
}

/// A relation, with what is not known in it.
struct Open {
    total: Option<usize>,
    parts: Vec<usize>,
}

impl Open {
    fn unknown(&self) -> impl Iterator<Item = usize> {
        self.total.into_iter().chain(self.parts.iter().copied())
    }
}

/// Secret cells that follow from the others, and sums of unknown cells that follow and hold fewer answers than
/// the threshold. `unknown` holds all cells that nobody was told, the secret ones among them.
pub(super) fn leaks(
    table: &CrossTable,
    unknown: &BTreeSet<usize>,
    secret: &BTreeSet<usize>,
    threshold: u64,
) -> Vec<Leak> {
    let mut open: Vec<Open> = table
        .all_relations()
        .map(|relation: Relation| Open {
            total: Some(relation.total).filter(|total| unknown.contains(total)),
            parts: relation.parts.into_iter().filter(|part| unknown.contains(part)).collect(),
        })
        .filter(|open| open.unknown().next().is_some())
        .collect();
    drop_slack(&mut open, secret);
    let systems = systems(&open);
    let mut eliminations: BTreeMap<usize, Elimination> = BTreeMap::new();
    for (one, system) in open.iter().zip(&systems) {
        eliminations.entry(*system).or_default().add(one.total, &one.parts);
    }
    let mut small: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (one, system) in open.iter().zip(&systems) {
        let few = one.unknown().filter(|cell| table.n(*cell) < threshold);
        small.entry(*system).or_default().extend(few);
    }
    let mut found = Vec::new();
    for (system, elimination) in &eliminations {
        let leak = |cells| Leak { cells, system: *system };
        let fixed: BTreeSet<usize> = elimination.fixed().collect();
        let secrets = fixed.iter().filter(|cell| secret.contains(cell));
        found.extend(secrets.map(|cell| leak(vec![*cell])));
        let few = small.get(system).into_iter().flatten().filter(|cell| !fixed.contains(cell));
        let few: Vec<(usize, u64)> = few.map(|cell| (*cell, table.n(*cell))).collect();
        found.extend(elimination.small_sums(&few, threshold).into_iter().map(leak));
    }
    for (one, system) in open.iter().zip(&systems) {
        let few = one.parts.iter().map(|cell| table.n(*cell)).sum::<u64>() < threshold;
        if one.total.is_none() && few {
            found.push(Leak { cells: one.parts.clone(), system: *system });
        }
    }
    found
}

/// Takes away relations that tell nothing: those with an unknown that is no secret and stands nowhere else, and so
/// takes any value that the others leave it.
fn drop_slack(open: &mut Vec<Open>, secret: &BTreeSet<usize>) {
    let mut places_of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (at, one) in open.iter().enumerate() {
        for cell in one.unknown() {
            places_of.entry(cell).or_default().insert(at);
        }
    }
    let slack = |places: &BTreeSet<usize>, cell| places.len() == 1 && !secret.contains(&cell);
    let mut waiting: Vec<usize> = places_of
        .iter()
        .filter(|(cell, places)| slack(places, **cell))
        .map(|(cell, _)| *cell)
        .collect();
    let mut gone = BTreeSet::new();
    while let Some(cell) = waiting.pop() {
        let Some(at) = places_of.get(&cell).and_then(|places| places.first().copied()) else {
            continue;
        };
        gone.insert(at);
        for other in open[at].unknown() {
            if let Some(places) = places_of.get_mut(&other) {
                places.remove(&at);
                if slack(places, other) {
                    waiting.push(other);
                }
            }
        }
    }
    let mut at = 0;
    open.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

/// For each relation the number of its system: relations with an unknown in common are in one.
fn systems(open: &[Open]) -> Vec<usize> {
    let mut of: Vec<usize> = (0..open.len()).collect();
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, one) in open.iter().enumerate() {
        for cell in one.unknown() {
            let other = *first.entry(cell).or_insert(at);
            let (one, other) = (root(&mut of, at), root(&mut of, other));
            of[one.max(other)] = one.min(other);
        }
    }
    (0..open.len()).map(|at| root(&mut of, at)).collect()
}

/// The first of the system that a relation is in, with shorter ways for the next who asks.
fn root(of: &mut [usize], mut at: usize) -> usize {
    while of[at] != at {
        of[at] = of[of[at]];
        at = of[at];
    }
    at
}
