//! Which unknowns of a system of sums are fixed by it: Gaussian elimination, exactly, with remainders of a prime in
//! place of fractions.

use std::collections::{BTreeMap, BTreeSet};

/// 2⁶¹ − 1. Sums of parts have coefficients 1 and −1, and no fraction that comes of them has a denominator near
/// this.
const PRIME: u64 = (1 << 61) - 1;

/// A sum of unknowns, each with its coefficient.
pub(super) type Row = BTreeMap<usize, u64>;

/// Sums reduced so that each begins with an unknown that no other holds.
#[derive(Debug, Default)]
pub(super) struct Elimination {
    rows: BTreeMap<usize, Row>,
}

impl Elimination {
    /// Adds the sum of a total less its parts, as far as they are unknown.
    pub(super) fn add(&mut self, total: Option<usize>, parts: &[usize]) {
        let mut row: Row = parts.iter().map(|part| (*part, 1)).collect();
        row.extend(total.map(|total| (total, PRIME - 1)));
        for pivot in row.keys().copied().collect::<Vec<_>>() {
            if let (Some(known), Some(times)) = (self.rows.get(&pivot), row.get(&pivot).copied()) {
                subtract(&mut row, known, times);
            }
        }
        let Some((&pivot, &first)) = row.iter().next() else { return };
        let inverse = power(first, PRIME - 2);
        for value in row.values_mut() {
            *value = times(*value, inverse);
        }
        for other in self.rows.values_mut() {
            if let Some(factor) = other.get(&pivot).copied() {
                subtract(other, &row, factor);
            }
        }
        self.rows.insert(pivot, row);
    }

    /// Unknowns that follow by themselves.
    pub(super) fn fixed(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter(|(_, row)| row.len() == 1).map(|(unknown, _)| *unknown)
    }

    /// Two or three of these unknowns whose sum follows and stays below a bound, each with its size. An unknown in
    /// several findings is told in one of them.
    pub(super) fn small_sums(&self, unknowns: &[(usize, u64)], bound: u64) -> Vec<Vec<usize>> {
        let marked: Vec<(usize, u64, u64)> =
            unknowns.iter().map(|(unknown, size)| (*unknown, *size, self.mark(*unknown))).collect();
        let mut by_mark: BTreeMap<u64, Vec<(usize, u64)>> = BTreeMap::new();
        for (unknown, size, mark) in &marked {
            by_mark.entry(*mark).or_default().push((*unknown, *size));
        }
        let opposite = |mark: u64| (PRIME - mark) % PRIME;
        let mut told = BTreeSet::new();
        let mut found = Vec::new();
        for (at, (one, size, mark)) in marked.iter().enumerate() {
            let pairs = marked[at + 1..].iter().filter(|(_, other, _)| size + other < bound);
            let pairs = pairs
                .map(|(other, more, next)| (vec![*one, *other], size + more, add(*mark, *next)));
            for (cells, size, mark) in std::iter::once((vec![*one], *size, *mark)).chain(pairs) {
                let thirds = by_mark.get(&opposite(mark)).into_iter().flatten();
                let mut fit =
                    thirds.filter(|(third, more)| !cells.contains(third) && size + more < bound);
                if let Some((third, _)) = fit.next() {
                    let mut cells = cells;
                    cells.push(*third);
                    if cells.iter().all(|cell| told.insert(*cell)) {
                        found.push(cells);
                    }
                }
            }
        }
        found
    }

    /// A number for what of an unknown is left open: the marks of several add up to 0 if and (but for one chance in
    /// 10¹⁸) only if their sum follows. What is left open of an unknown is how it moves with those unknowns that
    /// begin no row, and each of these has a number of its own.
    fn mark(&self, unknown: usize) -> u64 {
        let own = |unknown: usize| power(37, unknown as u64 + 1_000_003);
        match self.rows.get(&unknown) {
            None => own(unknown),
            Some(row) => row
                .iter()
                .filter(|(other, _)| **other != unknown)
                .fold(0, |mark, (other, value)| add(mark, times(PRIME - value, own(*other)))),
        }
    }
}

fn add(one: u64, other: u64) -> u64 {
    (one + other) % PRIME
}

fn subtract(row: &mut Row, other: &Row, factor: u64) {
    for (unknown, value) in other {
        let taken = times(*value, factor);
        let left = row.entry(*unknown).or_default();
        *left = if *left >= taken { *left - taken } else { *left + (PRIME - taken) };
        if *left == 0 {
            row.remove(unknown);
        }
    }
}

fn times(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other) % u128::from(PRIME);
    u64::try_from(product).unwrap_or(0)
}

fn power(value: u64, mut exponent: u64) -> u64 {
    let (mut result, mut square) = (1, value);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = times(result, square);
        }
        square = times(square, square);
        exponent /= 2;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sums: &[(Option<usize>, &[usize])]) -> Elimination {
        let mut elimination = Elimination::default();
        sums.iter().for_each(|(total, parts)| elimination.add(*total, parts));
        elimination
    }

    fn fixed(sums: &[(Option<usize>, &[usize])]) -> Vec<usize> {
        of(sums).fixed().collect()
    }

    #[test]
    fn what_follows_is_found() {
        // a + b, b + c, a + c: each follows, though only by halving.
        assert_eq!(fixed(&[(None, &[1, 2]), (None, &[2, 3]), (None, &[1, 3])]), [1, 2, 3]);
        // A square of four unknowns with all its margins: none follows.
        let square: [(Option<usize>, &[usize]); 4] =
            [(None, &[1, 2]), (None, &[3, 4]), (None, &[1, 3]), (None, &[2, 4])];
        assert_eq!(fixed(&square), [0; 0]);
        // total = a + b, and a + b known: the total follows.
        assert_eq!(fixed(&[(Some(1), &[2, 3]), (None, &[2, 3])]), [1]);
    }

    #[test]
    fn sums_of_two_or_three_that_follow_are_found() {
        let sizes: Vec<(usize, u64)> = (1..=6).map(|unknown| (unknown, 2)).collect();
        // 1 + 2 and 1 + 2 + 3 + 4 + 5 are known: 3 + 4 + 5 follows though no sum says so.
        let sums: [(Option<usize>, &[usize]); 2] = [(None, &[1, 2]), (None, &[1, 2, 3, 4, 5])];
        assert_eq!(of(&sums).small_sums(&sizes, 10), [vec![1, 2], vec![3, 4, 5]]);
        assert_eq!(of(&sums).small_sums(&sizes, 5), [vec![1, 2]]);
        // Only differences of two follow, and one sum of four.
        let sums: [(Option<usize>, &[usize]); 3] =
            [(Some(3), &[1]), (Some(2), &[4]), (None, &[3, 4, 5, 6])];
        assert!(of(&sums).small_sums(&sizes, 6).is_empty());
    }
}
