//! Milliseconds as a written time: `2026-11-21T08:30:00.000Z`, which spreadsheets and people can read.

use crate::text::Date;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// The time in RFC 3339; years outside 1900 to 2999 are the slip of a clock and are written as numbers.
pub(super) fn written(millis: i64) -> String {
    let (day, rest) = (millis.div_euclid(DAY), millis.rem_euclid(DAY));
    let epoch = Date::new(1970, 1, 1);
    let (Ok(day), Ok(epoch), true) = (i32::try_from(day), epoch, (-25_000..376_000).contains(&day))
    else {
        return millis.to_string();
    };
    let seconds = rest / 1_000;
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}:{minute:02}:{second:02}.{:03}Z", epoch.plus_days(day), rest % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_out() {
        assert_eq!(written(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(written(1_795_249_800_042), "2026-11-21T08:30:00.042Z");
        assert_eq!(written(-1), "1969-12-31T23:59:59.999Z");
        assert_eq!(written(i64::MAX), i64::MAX.to_string());
    }
}
