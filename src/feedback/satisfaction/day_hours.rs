//! When ratings came, by the hour of the day, over a period: for the desk of a whole agency, never of a counter. What
//! too few people are behind is withheld, and what would give it away.

use std::collections::{BTreeMap, BTreeSet};

use super::ReportingPeriod;
use super::withholding::{CrossTable, Hierarchy, Request, Withholding};

/// Ratings by the hour of the day; none where the number is withheld.
pub type DayHours = BTreeMap<u8, Option<u64>>;

/// The hours of a period. `counted` holds the ratings of each month of its year and each hour, 0 to 23; all months that
/// any page shows must be in it, since what is withheld goes by all of them. `fewest` is the least number that may be
/// shown. Hours without a rating are left out.
pub fn day_hours(
    counted: &BTreeMap<(ReportingPeriod, u8), u64>,
    period: ReportingPeriod,
    fewest: u64,
) -> DayHours {
    // A day, its hours; a year, its quarters, its months.
    let hours = std::iter::once(None).chain((0..24).map(|_| Some(0))).collect();
    let dimensions = [Hierarchy::new(hours), Hierarchy::new(year_parents())];
    let table = CrossTable::new(dimensions.into_iter().flatten().collect(), |nodes| {
        let found = counted.iter().filter(|((month, hour), _)| {
            nodes[0] == usize::from(*hour) + 1 && nodes[1] == year_node(*month)
        });
        found.map(|(_, n)| n).sum()
    });
    let request = Request {
        table: &table,
        offered: (0..table.cells()).collect(),
        published: BTreeSet::new(),
        withheld_before: BTreeSet::new(),
        threshold: fewest,
    };
    let shown = Withholding::of(&request).shown;
    let hour = |hour: u8| {
        let cell = table.cell(&[usize::from(hour) + 1, year_node(period)]);
        let n = table.n(cell);
        (n > 0).then(|| (hour, shown.contains(&cell).then_some(n)))
    };
    (0..24).filter_map(hour).collect()
}

/// The parents of a year, its quarters and its months, as [`year_node`] numbers them.
pub(super) fn year_parents() -> Vec<Option<usize>> {
    std::iter::once(None)
        .chain((0..4).map(|_| Some(0)))
        .chain((0..12).map(|month| Some(1 + month / 3)))
        .collect()
}

/// The node of a period in its year.
pub(super) fn year_node(period: ReportingPeriod) -> usize {
    match period {
        ReportingPeriod::Year(_) => 0,
        ReportingPeriod::Quarter(_, quarter) => usize::from(quarter),
        ReportingPeriod::Month(_, month) => 4 + usize::from(month),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_with_few_ratings_is_withheld_with_another() {
        let month = |number| ReportingPeriod::Month(2026, number);
        let counted: BTreeMap<_, _> = [
            ((month(1), 8), 20),
            ((month(1), 9), 30),
            ((month(1), 16), 2),
            ((month(2), 8), 9),
            ((month(2), 16), 7),
        ]
        .into();
        let shown = |period, fewest| day_hours(&counted, period, fewest);
        let january = shown(month(1), 5);
        assert_eq!(january[&16], None);
        // The day's total is known: another hour goes with it.
        assert_eq!(january.values().filter(|n| n.is_none()).count(), 2);
        assert!(!january.contains_key(&10));
        // The quarter less February would be January.
        let (february, quarter) = (shown(month(2), 5), shown(ReportingPeriod::Quarter(2026, 1), 5));
        assert!(february[&16].is_none() || quarter[&16].is_none());
        let all = shown(month(1), 1);
        assert_eq!((all[&16], all[&8]), (Some(2), Some(20)));
    }
}
