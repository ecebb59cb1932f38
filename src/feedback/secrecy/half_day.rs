//! Half a day: the finest time that the desk learns of a rating.

use crate::text::{Date, in_vietnam};

const MILLIS: i64 = 12 * 60 * 60 * 1_000;
const ZONE: i64 = 7 * 60 * 60 * 1_000;

/// A morning or an afternoon by the clocks of Vietnam, counted from the morning of 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfDay(pub i64);

impl HalfDay {
    /// The half day of a moment in milliseconds UTC.
    pub fn of(millis: i64) -> Self {
        Self(millis.saturating_add(ZONE).div_euclid(MILLIS))
    }

    /// The morning of a day.
    pub fn morning(day: Date) -> Self {
        Self(i64::from(day.day_number()) * 2)
    }

    /// Its first moment, in milliseconds UTC.
    pub fn start(self) -> i64 {
        self.0.saturating_mul(MILLIS).saturating_sub(ZONE)
    }

    /// The half day after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// Its day.
    pub fn day(self) -> Date {
        in_vietnam(self.start()).0
    }

    /// Whether it begins at noon.
    pub fn is_afternoon(self) -> bool {
        self.0.rem_euclid(2) == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_and_midnight_divide() {
        // 2026-11-21 15:30 in Vietnam.
        let half = HalfDay::of(1_795_249_800_000);
        assert_eq!((half.day().to_string().as_str(), half.is_afternoon()), ("2026-11-21", true));
        assert_eq!(HalfDay::of(half.start()), half);
        assert_eq!(HalfDay::of(half.start() - 1), HalfDay::morning(half.day()));
        assert_eq!(HalfDay::of(half.next().start()).day(), half.day().plus_days(1));
    }
}
