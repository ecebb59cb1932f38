//! How early an apology must be written, and how often a file may get a new day. Data of the site; here is the default.

use serde::{Deserialize, Serialize};

use crate::text::Date;

/// The rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApologyRule {
    /// Days before the due day by which the letter must be written.
    pub days_before: u16,
    /// What sets it; none where nothing but our default does.
    pub citation: Option<Box<str>>,
}

impl ApologyRule {
    /// No rule asks for it earlier, in days.
    pub const EARLIEST: u16 = 30;

    /// The last day on which the letter for a file that is due on a day is in time.
    pub fn latest(&self, due: Date) -> Date {
        due.plus_days(-i32::from(self.days_before))
    }

    /// Whether a letter written on a day is in time.
    pub fn is_in_time(&self, due: Date, written: Date) -> bool {
        written <= self.latest(due)
    }
}

impl Default for ApologyRule {
    fn default() -> Self {
        Self {
            days_before: 1, citation: Some("Điều 19 Nghị định số 61/2018/NĐ-CP".into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_comes_at_least_so_many_days_before() {
        let day = |text| Date::parse(text).unwrap();
        let rule = ApologyRule::default();
        assert_eq!(rule.latest(day("2026-12-01")), day("2026-11-30"));
        assert!(rule.is_in_time(day("2026-12-01"), day("2026-11-30")));
        assert!(!rule.is_in_time(day("2026-12-01"), day("2026-12-01")));
    }
}
