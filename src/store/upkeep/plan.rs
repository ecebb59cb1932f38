//! Up to when each class of what citizens sent is over, worked out from the periods of keeping.

use crate::feedback::{Period, Retention};
use crate::store::tally::LocalTime;

/// Ends of keeping. All are beginnings of months in Vietnam, since counts by month must stay whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PurgePlan {
    /// Words that may hold personal data go if received before this moment, in milliseconds UTC.
    pub marked_words: i64,
    /// Other words go if received before this moment.
    pub words: i64,
    /// Ratings of months before this one go, such as 202611.
    pub ratings: u32,
    /// Contacts go of matters with which nothing was done since before this moment, in milliseconds UTC.
    pub contacts: i64,
    /// So do matters with their logs.
    pub matters: i64,
    /// Rows of the desk's log go if written before this moment.
    pub log: i64,
    /// When it was made, in milliseconds UTC.
    pub now: i64,
}

impl PurgePlan {
    /// The plan at `now`, in milliseconds UTC. The month in which something was received does not count.
    pub fn of(retention: &Retention, now: i64) -> Self {
        let before = |period: &Period| months_before(LocalTime::of(now).month(), period.months);
        Self {
            marked_words: LocalTime::moments(before(&retention.marked_words)).0,
            words: LocalTime::moments(before(&retention.words)).0,
            ratings: before(&retention.ratings),
            contacts: LocalTime::moments(before(&retention.contacts)).0,
            matters: LocalTime::moments(before(&retention.matters)).0,
            log: LocalTime::moments(before(&retention.log)).0,
            now,
        }
    }

    /// Ratings received before this moment go.
    pub(super) fn ratings_before(&self) -> i64 {
        LocalTime::moments(self.ratings).0
    }
}

/// The month so many months before one.
fn months_before(month: u32, months: u16) -> u32 {
    let since_year_nought = (month / 100) * 12 + month % 100 - 1;
    let earlier = since_year_nought.saturating_sub(months.into());
    earlier / 12 * 100 + earlier % 12 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_end_with_whole_months() {
        assert_eq!(months_before(202_611, 3), 202_608);
        assert_eq!(months_before(202_611, 11), 202_512);
        assert_eq!(months_before(202_601, 24), 202_401);
        // 2026-11-21: what was received in August is kept for all of September, October and November.
        let plan = PurgePlan::of(&Retention::default(), 1_795_249_800_000);
        assert_eq!(plan.marked_words, LocalTime::moments(202_608).0);
        assert_eq!(LocalTime::of(plan.words - 1).month(), 202_410);
        assert_eq!(plan.ratings, 202_111);
    }
}
