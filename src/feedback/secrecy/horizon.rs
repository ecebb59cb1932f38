//! Up to when ratings may be read: those of a day from the next working day on.

use super::HalfDay;
use crate::catalogue::law::Calendar;
use crate::feedback::ADD_WINDOW;
use crate::text::{Date, in_vietnam};

/// So many days are looked back for a working day. No closure is longer.
const FARTHEST: i32 = 366;

/// The half day from which on nothing is read. It can only be had from a calendar and a clock, so whoever asks a store
/// cannot ask for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Horizon(HalfDay);

impl Horizon {
    /// The horizon at a moment (milliseconds UTC): the beginning of the last working day. The desk's day begins when
    /// nobody can add to a rating of the day before any more.
    pub fn at(calendar: &Calendar, now: i64) -> Self {
        let (today, _) = in_vietnam(now.saturating_sub(ADD_WINDOW));
        let mut back = (0..FARTHEST).map(|days| today.plus_days(-days));
        let working = back.find(|day| calendar.is_working_day(*day));
        Self(HalfDay::morning(working.unwrap_or_else(|| today.plus_days(-FARTHEST))))
    }

    /// The half day from which on nothing is read.
    pub fn half_day(self) -> HalfDay {
        self.0
    }

    /// The last day that is read.
    pub fn last_day(self) -> Date {
        self.0.day().plus_days(-1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Date;

    /// A moment in Vietnam.
    fn at(day: &str, minutes: i64) -> i64 {
        HalfDay::morning(Date::parse(day).unwrap()).start() + minutes * 60_000
    }

    #[test]
    fn a_rating_is_read_from_the_next_working_day_on() {
        let calendar = Calendar { weekend: vec![6, 7], ..Calendar::default() };
        // 2026-11-20 is a Friday.
        for (now, last) in [
            (at("2026-11-20", 9 * 60), "2026-11-19"),
            (at("2026-11-20", 29), "2026-11-18"),
            (at("2026-11-20", 30), "2026-11-19"),
            (at("2026-11-21", 9 * 60), "2026-11-19"),
            (at("2026-11-22", 9 * 60), "2026-11-19"),
            (at("2026-11-23", 9 * 60), "2026-11-22"),
            (at("2026-11-24", 9 * 60), "2026-11-23"),
        ] {
            assert_eq!(Horizon::at(&calendar, now).last_day().to_string(), last);
        }
    }
}
