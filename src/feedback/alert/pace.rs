//! When a message that could not be sent is tried again, and when it is given up.

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// After so long, in milliseconds, a message is given up and the operator is told: long enough for a mail server that
/// broke on a Friday evening before a holiday of two days.
pub const END: i64 = 4 * 24 * HOUR;

/// The pauses after the first tries, in milliseconds; the last holds for all further ones.
const PAUSES: [i64; 7] =
    [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR];

/// When a message that was tried so often, at last at `now`, is tried again; none if that is after `until`.
pub fn next_try(tries: u32, now: i64, until: i64) -> Option<i64> {
    let at = usize::try_from(tries.saturating_sub(1)).unwrap_or(usize::MAX);
    let pause = PAUSES[at.min(PAUSES.len() - 1)];
    let next = now.saturating_add(pause);
    (next <= until).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_become_rare_and_end() {
        assert_eq!(next_try(1, 0, END), Some(5 * SECOND));
        assert_eq!(next_try(2, 0, END), Some(30 * SECOND));
        assert_eq!(next_try(7, 0, END), Some(2 * HOUR));
        assert_eq!(next_try(u32::MAX, 0, END), Some(2 * HOUR));
        assert_eq!(next_try(3, END - MINUTE, END), None);
        // From the first try on: how many there are until the end.
        let (mut now, mut tries) = (0, 1);
        while let Some(next) = next_try(tries, now, END) {
            (now, tries) = (next, tries + 1);
        }
        assert_eq!(tries, 54);
        assert!(now > END - 2 * HOUR);
    }
}
