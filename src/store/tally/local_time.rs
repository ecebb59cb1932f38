//! When something happened by the clocks of Vietnam, which has kept UTC+7 without summer time since 1975.

use crate::text::Date;

const HOUR: i64 = 60 * 60 * 1_000;
const ZONE: i64 = 7 * HOUR;

/// A day, its weekday and an hour of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct LocalTime {
    /// The day as a number that reads like one: 20261121.
    pub(in crate::store) day: u32,
    /// 1 is Monday, 7 is Sunday.
    pub(in crate::store) weekday: u8,
    /// 0 to 23.
    pub(in crate::store) hour: u8,
}

impl LocalTime {
    /// The time in Vietnam at milliseconds UTC. Before 1970 and after 2900 it is the slip of a clock, and
    /// counted on the nearest day in between.
    pub(in crate::store) fn of(millis: i64) -> Self {
        let local = millis.clamp(0, 29_348_006_400_000).saturating_add(ZONE);
        let days = i32::try_from(local.div_euclid(24 * HOUR)).unwrap_or_default();
        let date = epoch().plus_days(days);
        let hour = u8::try_from(local.rem_euclid(24 * HOUR) / HOUR).unwrap_or_default();
        Self { day: written(date), weekday: date.weekday(), hour }
    }

    /// The month of a day: 202611.
    pub(in crate::store) fn month(self) -> u32 {
        self.day / 100
    }

    /// The moments of a month such as 202611, from the first until before the first of the next, in
    /// milliseconds UTC. What lies outside of all months belongs to the first and the last.
    pub(in crate::store) fn moments(month: u32) -> (i64, i64) {
        let edge = |moment, of| if month == Self::of(of).month() { of } else { moment };
        let (from, until) = (start_of_month(month), start_of_month(Self::next_month(month)));
        (edge(from, i64::MIN), edge(until, i64::MAX))
    }

    /// The month after a month: 202612 → 202701.
    pub(in crate::store) fn next_month(month: u32) -> u32 {
        if month % 100 >= 12 { (month / 100 + 1) * 100 + 1 } else { month + 1 }
    }
}

fn epoch() -> Date {
    // The first of January 1970 is a day.
    Date::new(1970, 1, 1).unwrap_or_else(|_| unreachable!())
}

fn start_of_month(month: u32) -> i64 {
    let day = date(month * 100 + 1).map_or(0, Date::day_number);
    i64::from(day) * 24 * HOUR - ZONE
}

/// A day as a number that reads like one: 20261121.
pub(in crate::store) fn written(date: Date) -> u32 {
    let digits: String = date.to_string().chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

/// The day of such a number.
pub(in crate::store) fn date(day: u32) -> Option<Date> {
    let part = |number: u32| i16::try_from(number).ok();
    Date::new(part(day / 10_000)?, part(day / 100 % 100)?, part(day % 100)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_end_at_midnight_in_vietnam() {
        // 2026-11-21 08:30 UTC, a Saturday.
        let time = LocalTime::of(1_795_249_800_000);
        assert_eq!(time, LocalTime { day: 20_261_121, weekday: 6, hour: 15 });
        assert_eq!(time.month(), 202_611);
        let (_, midnight) = LocalTime::moments(202_611);
        assert_eq!(midnight, LocalTime::moments(202_612).0);
        assert_eq!(
            (LocalTime::moments(197_001).0, LocalTime::moments(290_001).1),
            (i64::MIN, i64::MAX)
        );
        assert_eq!(
            LocalTime::of(midnight - 1),
            LocalTime { day: 20_261_130, weekday: 1, hour: 23 }
        );
        assert_eq!(LocalTime::of(midnight), LocalTime { day: 20_261_201, weekday: 2, hour: 0 });
        assert_eq!(
            (LocalTime::next_month(202_611), LocalTime::next_month(202_612)),
            (202_612, 202_701)
        );
        assert_eq!(LocalTime::of(i64::MIN).day, 19_700_101);
        assert_eq!(LocalTime::of(i64::MAX).day / 10_000, 2_900);
    }
}
