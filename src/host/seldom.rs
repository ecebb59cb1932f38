//! What would fill the log if it were said each time: on a full disk, every form that is not kept. It is said once a
//! minute, with how often it has happened since. The metrics count each.

use std::sync::{Mutex, PoisonError};

/// How long one line is enough, in milliseconds.
const PAUSE: i64 = 60 * 1_000;

/// When a thing was last said, and how often it was not since.
#[derive(Debug, Default)]
pub(super) struct Seldom(Mutex<Option<(i64, u64)>>);

impl Seldom {
    /// Whether it is to be said at this time, in milliseconds UTC: how often it was passed over since it was last said.
    pub(super) fn due(&self, now: i64) -> Option<u64> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *last {
            // A clock that was set back does not silence it.
            Some((said, passed)) if (*said..*said + PAUSE).contains(&now) => {
                *passed += 1;
                None
            }
            other => Some(other.replace((now, 0)).map_or(0, |(_, passed)| passed)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_a_minute_says_how_many_were_passed_over() {
        let seldom = Seldom::default();
        let said = [0, 1, 59_999, 60_000, 60_001, 10_000_000, 9_000_000].map(|now| seldom.due(now));
        assert_eq!(said, [Some(0), None, None, Some(2), None, Some(1), Some(0)]);
    }
}
