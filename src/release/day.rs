//! Days, and the span of days in which an answer holds.
//!
//! The law says "from 1 March": a civil day at the place of the agency, not an instant. So a release counts days,
//! and the host, who knows the place, says which day it is.

use crate::text::Date;

/// A local civil day, counted from 1970-01-01, which is day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date.day_number())
    }
}

/// From one day up to another, the first included, the last not; a missing bound is open.
///
/// A day `i32::MIN` as first bound and `i32::MAX` as last are kept as open bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Validity {
    /// The first day in force.
    pub from: Option<Day>,
    /// The first day no longer in force.
    pub to: Option<Day>,
}

impl Validity {
    /// In force on every day.
    pub const ALWAYS: Self = Self { from: None, to: None };

    /// Whether `day` lies within.
    pub fn contains(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }

    /// The bounds as numbers, open ones as the least and the greatest number.
    pub(super) fn to_bounds(self) -> (i32, i32) {
        (self.from.map_or(i32::MIN, |day| day.0), self.to.map_or(i32::MAX, |day| day.0))
    }

    /// The inverse of [`Validity::to_bounds`].
    pub(super) fn from_bounds(from: i32, to: i32) -> Self {
        Self {
            from: (from != i32::MIN).then_some(Day(from)),
            to: (to != i32::MAX).then_some(Day(to)),
        }
    }
}

/// The days on which something begins or ends, each once, ascending.
pub(super) fn switches(validities: impl Iterator<Item = Validity>) -> Vec<Day> {
    let mut days: Vec<Day> =
        validities.flat_map(|validity| [validity.from, validity.to]).flatten().collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_out() {
        assert_eq!(Day::from(Date::new(2027, 3, 1).unwrap()), Day(20_878));
        let until = Validity { from: None, to: Some(Day(20_878)) };
        let since = Validity { from: Some(Day(20_878)), to: None };
        assert!(until.contains(Day(20_877)) && !until.contains(Day(20_878)));
        assert!(!since.contains(Day(20_877)) && since.contains(Day(20_878)));
        assert!(Validity::ALWAYS.contains(Day(i32::MAX)));
        assert_eq!(switches([since, until, Validity::ALWAYS].into_iter()), [Day(20_878)]);
    }

    #[test]
    fn bounds_travel() {
        for validity in [Validity::ALWAYS, Validity { from: Some(Day(-1)), to: Some(Day(7)) }] {
            let (from, to) = validity.to_bounds();
            assert_eq!(Validity::from_bounds(from, to), validity);
        }
    }
}
