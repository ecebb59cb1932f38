//! A counter that was rated steadily and is rated no more: a symbol that was taken down, a tablet that is off.
//!
//! The rule looks at working days only, and only at whether there was a rating at all: how many come on a day varies
//! too much to be reckoned with. Of the twenty working days before the silence, `z` were without a rating; the chance
//! of a day without one is then taken as (z + 1) / 22, Laplace's estimate, which is never nought. The silence is told
//! when a run of so many days would come by chance, day by day, less often than once in a thousand. A counter that is
//! rated on fewer than every other day is never called silent.

use serde::{Deserialize, Serialize};

/// How many working days are looked at before the silence.
const BEFORE: usize = 20;

/// Less likely than this is no chance.
const CHANCE: f64 = 0.001;

/// A silence worth a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silence {
    /// How many working days there was no rating.
    pub days: u32,
    /// On how many of the days before there was one.
    pub rated: u32,
    /// Of how many days before.
    pub before: u32,
}

/// The silence at the end of a row of working days, oldest first, each with whether there was a rating. The row begins
/// with the counter's first rating or later, and ends with the last day that is over.
pub fn silence(rated: &[bool]) -> Option<Silence> {
    let days = rated.iter().rev().take_while(|there| !**there).count();
    let before = rated.get(..rated.len() - days)?;
    let before = before.get(before.len().checked_sub(BEFORE)?..)?;
    let empty = before.iter().filter(|there| !**there).count();
    let (days, empty) = (u32::try_from(days).ok()?, u32::try_from(empty).ok()?);
    let chance = f64::from(empty + 1) / f64::from(u32::try_from(BEFORE).ok()? + 2);
    let told = days > 0 && chance <= 0.5 && chance.powi(i32::try_from(days).ok()?) < CHANCE;
    let before = u32::try_from(BEFORE).ok()?;
    told.then_some(Silence { days, rated: before - empty, before })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many days rated without a gap, `empty` of the last twenty without, then so many of silence.
    fn row(empty: usize, silent: usize) -> Vec<bool> {
        let mut row = vec![true; 40];
        for at in 0..empty {
            row[20 + at] = false;
        }
        row.extend(vec![false; silent]);
        row
    }

    #[test]
    fn the_steadier_a_counter_was_the_sooner_its_silence_counts() {
        // (z + 1) / 22 to the power of the days, worked by hand: (1/22)^2 = 0.0021, ^3 = 0.00009; (4/22)^4 = 0.0011,
        // ^5 = 0.0002; (10/22)^8 = 0.0018, ^9 = 0.0008; (11/22)^9 = 0.002, ^10 = 0.00098.
        for (empty, days) in [(0, 3), (3, 5), (9, 9), (10, 10)] {
            assert_eq!(silence(&row(empty, days - 1)), None, "{empty} {days}");
            let told = silence(&row(empty, days)).unwrap();
            let (days, empty) = (u32::try_from(days).unwrap(), u32::try_from(empty).unwrap());
            assert_eq!(told, Silence { days, rated: 20 - empty, before: 20 });
        }
        assert_eq!(silence(&row(11, 300)), None, "not steady");
    }

    #[test]
    fn a_counter_that_is_new_or_rated_is_not_silent() {
        assert_eq!(silence(&[]), None);
        assert_eq!(silence(&[false; 50]), None);
        assert_eq!(silence(&row(0, 0)), None);
        let mut new = vec![true; 19];
        new.extend([false; 30]);
        assert_eq!(silence(&new), None, "nineteen days are not twenty");
        new.insert(0, true);
        assert!(silence(&new).is_some());
    }
}
