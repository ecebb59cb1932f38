//! Values of unknowns that fulfil a system of sums and are otherwise as good as random, by Gaussian elimination with
//! remainders of a prime in place of fractions.

use std::collections::BTreeMap;

/// 2⁶¹ − 1. Sums of parts have coefficients 1 and −1, and no fraction that comes of them has a denominator near
/// this.
const PRIME: u64 = (1 << 61) - 1;

/// A sum that is 0: unknowns with their coefficients.
type Row = BTreeMap<usize, u64>;

/// A total and its parts, as far as they are unknown; what is known counts as 0.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    pub(super) total: Option<usize>,
    pub(super) parts: Vec<usize>,
}

impl Sum {
    /// All unknowns in it.
    pub(super) fn unknowns(&self) -> impl Iterator<Item = usize> {
        self.total.into_iter().chain(self.parts.iter().copied())
    }
}

/// A value for each unknown so that every sum holds. Whatever follows from the sums holds of these values, and what
/// does not follow holds of them by a chance of 1 in 10¹⁸ only: an unknown that is 0 here is fixed, and so is the
/// sum of several that add up to 0.
pub(super) fn solution(sums: &[Sum]) -> BTreeMap<usize, u64> {
    let mut uses: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, sum) in sums.iter().enumerate() {
        sum.unknowns().for_each(|unknown| uses.entry(unknown).or_default().push(at));
    }
    let (taken_off, core) = take_off(sums, &uses);
    let mut values = solve(&core, &uses);
    // Unknowns that no sum of the core holds are free, save those that were taken off.
    let last: Vec<usize> = taken_off.iter().map(|(unknown, _)| *unknown).collect();
    let bound: std::collections::BTreeSet<usize> = last.iter().copied().collect();
    for unknown in uses.keys().filter(|unknown| !bound.contains(unknown)) {
        values.entry(*unknown).or_insert_with(|| free(*unknown));
    }
    // In turn from the last that was taken off, each follows from what its sum holds besides.
    for (unknown, sum) in taken_off.into_iter().rev() {
        let value = |of: usize| values.get(&of).copied().unwrap_or_default();
        let parts = sum.parts.iter().filter(|part| **part != unknown);
        let parts = parts.fold(0, |all, part| add(all, value(*part)));
        let own = match sum.total {
            Some(total) if total == unknown => parts,
            Some(total) => add(value(total), minus(parts)),
            None => minus(parts),
        };
        values.insert(unknown, own);
    }
    values
}

/// Takes sums off the system that hold an unknown of their own: it takes whatever value the rest leaves it. Gives
/// them in turn, and what is left.
fn take_off<'a>(
    sums: &'a [Sum],
    uses: &BTreeMap<usize, Vec<usize>>,
) -> (Vec<(usize, &'a Sum)>, Vec<&'a Sum>) {
    let mut left: BTreeMap<usize, usize> =
        uses.iter().map(|(unknown, uses)| (*unknown, uses.len())).collect();
    let mut gone = vec![false; sums.len()];
    let mut taken = Vec::new();
    let mut waiting: Vec<usize> =
        left.iter().filter(|(_, uses)| **uses == 1).map(|(unknown, _)| *unknown).collect();
    while let Some(unknown) = waiting.pop() {
        let Some(at) = uses[&unknown].iter().copied().find(|at| !gone[*at]) else { continue };
        gone[at] = true;
        taken.push((unknown, &sums[at]));
        for other in sums[at].unknowns() {
            if let Some(uses) = left.get_mut(&other) {
                *uses -= 1;
                if *uses == 1 {
                    waiting.push(other);
                }
            }
        }
    }
    let core = sums.iter().zip(gone).filter(|(_, gone)| !gone).map(|(sum, _)| sum).collect();
    (taken, core)
}

/// Solves what is left by elimination. Unknowns of few sums go first, which keeps rows short.
fn solve(core: &[&Sum], uses: &BTreeMap<usize, Vec<usize>>) -> BTreeMap<usize, u64> {
    let mut order: Vec<usize> = core.iter().flat_map(|sum| sum.unknowns()).collect();
    order.sort_unstable_by_key(|unknown| (uses[unknown].len(), *unknown));
    order.dedup();
    let place: BTreeMap<usize, usize> =
        order.iter().enumerate().map(|(place, unknown)| (*unknown, place)).collect();
    let mut sorted: Vec<&&Sum> = core.iter().collect();
    sorted.sort_by_key(|sum| sum.parts.len());
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for sum in sorted {
        let mut row: Row = sum.parts.iter().map(|part| (place[part], 1)).collect();
        row.extend(sum.total.map(|total| (place[&total], PRIME - 1)));
        while let Some((&first, &factor)) = row.iter().next() {
            if let Some(known) = rows.get(&first) {
                subtract(&mut row, known, factor);
                continue;
            }
            let inverse = power(factor, PRIME - 2);
            for value in row.values_mut() {
                *value = times(*value, inverse);
            }
            rows.insert(first, row);
            break;
        }
    }
    let mut values: Vec<u64> = order.iter().map(|unknown| free(*unknown)).collect();
    for (first, row) in rows.iter().rev() {
        let others = row.range(first + 1..);
        values[*first] =
            minus(others.fold(0, |all, (at, factor)| add(all, times(*factor, values[*at]))));
    }
    order.into_iter().zip(values).collect()
}

/// The value of an unknown that may have any: the same in every run, and without a pattern (splitmix64).
fn free(unknown: usize) -> u64 {
    let mut mixed = (unknown as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % PRIME
}

fn subtract(row: &mut Row, other: &Row, factor: u64) {
    for (unknown, value) in other {
        let left = row.entry(*unknown).or_default();
        *left = add(*left, minus(times(*value, factor)));
        if *left == 0 {
            row.remove(unknown);
        }
    }
}

/// The sum of two values.
pub(super) fn add(one: u64, other: u64) -> u64 {
    (one + other) % PRIME
}

/// The value that adds up to 0 with this one.
pub(super) fn minus(value: u64) -> u64 {
    (PRIME - value) % PRIME
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

    fn solved(sums: &[(Option<usize>, &[usize])]) -> BTreeMap<usize, u64> {
        let sum = |(total, parts): &(Option<usize>, &[usize])| Sum {
            total: *total,
            parts: parts.to_vec(),
        };
        solution(&sums.iter().map(sum).collect::<Vec<_>>())
    }

    fn fixed(sums: &[(Option<usize>, &[usize])]) -> Vec<usize> {
        let values = solved(sums);
        values.into_iter().filter(|(_, value)| *value == 0).map(|(unknown, _)| unknown).collect()
    }

    #[test]
    fn what_follows_is_fixed() {
        // a + b, b + c, a + c: each follows, though only by halving.
        assert_eq!(fixed(&[(None, &[1, 2]), (None, &[2, 3]), (None, &[1, 3])]), [1, 2, 3]);
        // A square of four unknowns with all its margins: none follows.
        let square: [(Option<usize>, &[usize]); 4] =
            [(None, &[1, 2]), (None, &[3, 4]), (None, &[1, 3]), (None, &[2, 4])];
        assert_eq!(fixed(&square), [0; 0]);
        // total = a + b, and a + b known: the total follows, and so does what it alone is part of.
        assert_eq!(fixed(&[(Some(1), &[2, 3]), (None, &[2, 3]), (Some(9), &[1])]), [1, 9]);
        assert_eq!(fixed(&[(None, &[7])]), [7]);
        assert_eq!(fixed(&[]), [0; 0]);
    }

    #[test]
    fn every_sum_holds() {
        let sums: [(Option<usize>, &[usize]); 4] =
            [(Some(1), &[2, 3]), (Some(3), &[4, 5, 6]), (None, &[2, 4]), (Some(7), &[1, 5])];
        let values = solved(&sums);
        for (total, parts) in sums {
            let all = parts.iter().fold(0, |all, part| add(all, values[part]));
            assert_eq!(total.map_or(0, |total| values[&total]), all);
        }
        // 1 + 2 and 1 + … + 5 are known: 3 + 4 + 5 follows though no sum says so.
        let values = solved(&[(None, &[1, 2]), (None, &[1, 2, 3, 4, 5])]);
        assert_eq!([3, 4, 5].iter().fold(0, |all, part| add(all, values[part])), 0);
        assert_ne!(add(values[&3], values[&4]), 0);
    }
}
