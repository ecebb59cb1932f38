//! How many files were returned in time, of an agency and a field, in a period.

use serde::{Deserialize, Serialize};

use super::Percent;
use crate::feedback::satisfaction::ReportingPeriod;
use crate::text::{Slug, Text};

/// The files of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Performance {
    /// The period.
    pub period: ReportingPeriod,
    /// Where the numbers come from.
    pub source: Option<Text>,
    /// A row for each agency and field.
    pub rows: Vec<PerformanceRow>,
}

/// The files of an agency in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerformanceRow {
    /// The agency.
    pub agency: Slug,
    /// The field; none where the numbers are not split by field.
    pub field: Option<Slug>,
    /// The numbers.
    pub counts: FileCounts,
}

/// Numbers of files. Those received, with what was carried over, are those returned and those in progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCounts {
    /// Received, with what was carried over.
    pub received: u64,
    /// Returned before the day they were due.
    pub early: u64,
    /// Returned on the day they were due.
    pub on_time: u64,
    /// Returned after it.
    pub late: u64,
    /// Not returned yet.
    pub in_progress: u64,
    /// Of those in progress, past the day they are due.
    pub overdue: u64,
}

impl FileCounts {
    /// What the law asks for, in per cent of files returned.
    pub const TARGET: u64 = 99;

    /// How many were returned.
    pub fn returned(&self) -> u64 {
        self.early + self.on_time + self.late
    }

    /// The share of returned files that were early or on time; none where none was returned.
    pub fn in_time(&self) -> Option<Percent> {
        Percent::share(self.early + self.on_time, self.returned())
    }

    /// The share of returned files that were early.
    pub fn early_share(&self) -> Option<Percent> {
        Percent::share(self.early, self.returned())
    }

    /// How many are or were past their day: late ones, and those in progress.
    pub fn past_due(&self) -> u64 {
        self.late + self.overdue
    }

    /// Adds others. Files in progress are carried over from period to period, so only rows of one period add up.
    pub fn add(&mut self, other: &Self) {
        self.received += other.received;
        self.early += other.early;
        self.on_time += other.on_time;
        self.late += other.late;
        self.in_progress += other.in_progress;
        self.overdue += other.overdue;
    }
}

impl FileCounts {
    /// The files of an agency, or of all, in a period: as they were told for just that period, or added up from all its
    /// months. Files in progress are those at its end. None where a part of the period is not known.
    pub fn over(
        performance: &[Performance],
        period: ReportingPeriod,
        agency: Option<&Slug>,
    ) -> Option<Self> {
        let of = |period: ReportingPeriod| {
            let one = performance.iter().find(|one| one.period == period)?;
            let has = agency.is_none_or(|id| one.rows.iter().any(|row| row.agency == *id));
            has.then(|| one.total(agency))
        };
        if let Some(told) = of(period) {
            return Some(told);
        }
        let mut sum = Self::default();
        for month in period.each_month() {
            let month = of(month)?;
            let (in_progress, overdue) = (month.in_progress, month.overdue);
            sum.add(&month);
            (sum.in_progress, sum.overdue) = (in_progress, overdue);
        }
        Some(sum)
    }
}

impl Performance {
    /// All rows of an agency together, or of all agencies.
    pub fn total(&self, agency: Option<&Slug>) -> FileCounts {
        let mut total = FileCounts::default();
        let own = self.rows.iter().filter(|row| agency.is_none_or(|id| row.agency == *id));
        own.for_each(|row| total.add(&row.counts));
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_add_up_to_a_quarter_once_all_are_known() {
        let slug = |id| Slug::parse(id).unwrap();
        let month = |month, received, overdue| Performance {
            period: ReportingPeriod::Month(2026, month),
            source: None,
            rows: vec![PerformanceRow {
                agency: slug("phuong-a"),
                field: None,
                counts: FileCounts { received, late: 1, overdue, ..FileCounts::default() },
            }],
        };
        let quarter = ReportingPeriod::Quarter(2026, 3);
        let mut known = vec![month(7, 100, 4), month(8, 50, 0)];
        assert_eq!(FileCounts::over(&known, quarter, None), None, "September is missing");
        known.push(month(9, 70, 2));
        let sum = FileCounts::over(&known, quarter, Some(&slug("phuong-a"))).unwrap();
        // Three were late, and two are in progress past their day at the end of September.
        assert_eq!((sum.received, sum.past_due()), (220, 5));
        assert_eq!(FileCounts::over(&known, quarter, Some(&slug("phuong-b"))), None);
        let told = Performance { period: quarter, ..month(1, 9, 9) };
        known.push(told);
        assert_eq!(FileCounts::over(&known, quarter, None).unwrap().received, 9);
    }

    #[test]
    fn shares_are_of_returned_files() {
        let counts = FileCounts {
            received: 120,
            early: 60,
            on_time: 39,
            late: 1,
            in_progress: 20,
            overdue: 2,
        };
        assert_eq!(counts.in_time().unwrap().to_string(), "99.00");
        assert_eq!(counts.early_share().unwrap().to_string(), "60.00");
        assert_eq!(counts.past_due(), 3);
        assert_eq!(
            FileCounts { received: 3, in_progress: 3, ..FileCounts::default() }.in_time(),
            None
        );
    }
}
