//! What the clocks of Vietnam show, which has kept UTC+7 without summer time since 1975.

use super::{Date, Hour};

const MINUTE: i64 = 60 * 1_000;
const DAY: i64 = 24 * 60 * MINUTE;
const ZONE: i64 = 7 * 60 * MINUTE;

/// The day and the hour in Vietnam at a moment in milliseconds UTC. A moment outside of the years 1970 to 2899 is
/// the slip of a clock, and taken for the nearest within.
pub fn in_vietnam(millis: i64) -> (Date, Hour) {
    let local = millis.clamp(0, 29_348_006_400_000) + ZONE;
    let days = i32::try_from(local.div_euclid(DAY)).unwrap_or_default();
    // The first of January 1970 is a day.
    let epoch = Date::new(1970, 1, 1).unwrap_or_else(|_| unreachable!());
    let minutes = u16::try_from(local.rem_euclid(DAY) / MINUTE).unwrap_or_default();
    (epoch.plus_days(days), Hour(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_vietnam() {
        let shown = |millis| {
            let (day, hour) = in_vietnam(millis);
            format!("{day} {hour}")
        };
        assert_eq!(shown(1_795_249_800_000), "2026-11-21 15:30");
        // 2026-11-21 17:00 UTC.
        assert_eq!(shown(1_795_280_400_000 - 1), "2026-11-21 23:59");
        assert_eq!(shown(1_795_280_400_000), "2026-11-22 00:00");
        assert_eq!(shown(i64::MIN), "1970-01-01 07:00");
        assert_eq!(&shown(i64::MAX)[..4], "2900");
    }
}
