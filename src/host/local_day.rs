//! The day it is at the place of the agencies: a rule that takes force on 1 March does so at midnight in
//! Vietnam, which has kept UTC+7 without summer time since 1975.

use crate::release::Day;

const HOUR: i64 = 60 * 60 * 1_000;

/// The civil day in Vietnam at a time in milliseconds UTC.
pub(super) fn of(millis: i64) -> Day {
    let day = millis.saturating_add(7 * HOUR).div_euclid(24 * HOUR);
    Day(i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_vietnam() {
        // 2027-02-28 17:00 UTC is 2027-03-01 00:00 in Vietnam, day 20 878.
        let midnight = 20_878 * 24 * HOUR - 7 * HOUR;
        assert_eq!((of(midnight - 1), of(midnight)), (Day(20_877), Day(20_878)));
        assert_eq!((of(i64::MIN), of(i64::MAX)), (Day(i32::MIN), Day(i32::MAX)));
    }
}
