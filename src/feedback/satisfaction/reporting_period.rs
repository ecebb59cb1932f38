//! For which time results are given: a month, a quarter, a year of the calendar. They nest, so a cell that is too
//! small for one may be shown for the next longer one.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Date;

/// A period of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ReportingPeriod {
    /// A year.
    Year(u16),
    /// A year and its quarter, 1 to 4.
    Quarter(u16, u8),
    /// A year and its month, 1 to 12.
    Month(u16, u8),
}

impl ReportingPeriod {
    /// Reads `2026`, `2026-q4`, `2026-11`; none for anything else.
    pub fn parse(written: &str) -> Option<Self> {
        let number = |text: &str, digits: usize| -> Option<u16> {
            let plain = text.len() == digits && text.bytes().all(|sign| sign.is_ascii_digit());
            text.parse().ok().filter(|number| plain && *number > 0)
        };
        let within = |text, digits, most| {
            number(text, digits)
                .and_then(|part| u8::try_from(part).ok())
                .filter(|part| *part <= most)
        };
        let Some((year, part)) = written.split_once('-') else {
            return number(written, 4).map(Self::Year);
        };
        let year = number(year, 4)?;
        match part.strip_prefix('q') {
            Some(quarter) => Some(Self::Quarter(year, within(quarter, 1, 4)?)),
            None => Some(Self::Month(year, within(part, 2, 12)?)),
        }
    }

    /// Its first and last month, as the tallies write them: 202610 and 202612.
    pub fn months(self) -> (u32, u32) {
        let month = |year: u16, month: u8| u32::from(year) * 100 + u32::from(month);
        match self {
            Self::Year(year) => (month(year, 1), month(year, 12)),
            Self::Quarter(year, quarter) => {
                (month(year, quarter * 3 - 2), month(year, quarter * 3))
            }
            Self::Month(year, of) => (month(year, of), month(year, of)),
        }
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: Date) -> bool {
        let (first, last) = self.months();
        let written = day.to_string();
        let month = written[..4].parse::<u32>().unwrap_or(0) * 100
            + written[5..7].parse::<u32>().unwrap_or(0);
        (first..=last).contains(&month)
    }

    /// Whether all of another lies in it.
    pub fn covers(self, other: Self) -> bool {
        let ((first, last), (from, to)) = (self.months(), other.months());
        first <= from && to <= last
    }

    /// Its last day; none of a year that no calendar has.
    pub fn last_day(self) -> Option<Date> {
        let (_, month) = self.months();
        let part = |number: u32| i16::try_from(number).ok();
        let next = if month % 100 == 12 { month + 89 } else { month + 1 };
        let first = Date::new(part(next / 100)?, part(next % 100)?, 1).ok()?;
        Some(first.plus_days(-1))
    }

    /// Its months, in order.
    pub fn each_month(self) -> impl Iterator<Item = Self> {
        let (first, last) = self.months();
        (first..=last).filter_map(|month| {
            Some(Self::Month(u16::try_from(month / 100).ok()?, u8::try_from(month % 100).ok()?))
        })
    }

    /// Its year.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Quarter(year, _) | Self::Month(year, _) => year,
        }
    }

    /// The next longer one that holds it.
    pub fn longer(self) -> Option<Self> {
        match self {
            Self::Year(_) => None,
            Self::Quarter(year, _) => Some(Self::Year(year)),
            Self::Month(year, month) => Some(Self::Quarter(year, month.div_ceil(3))),
        }
    }

    /// The shortest longer period that is good enough, where this one is not.
    pub fn shortest_longer(self, good: impl Fn(Self) -> bool) -> Option<Self> {
        std::iter::successors(self.longer(), |period| period.longer()).find(|period| good(*period))
    }

    /// How many months it has.
    pub fn length(self) -> u32 {
        let (first, last) = self.months();
        last - first + 1
    }
}

impl PartialOrd for ReportingPeriod {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ReportingPeriod {
    /// By its beginning, shorter ones first.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.months().cmp(&other.months())
    }
}

impl fmt::Display for ReportingPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_written_in_one_way_and_nest() {
        for (written, first, last) in [
            ("2026", 202_601, 202_612),
            ("2026-q4", 202_610, 202_612),
            ("2026-11", 202_611, 202_611),
        ] {
            let period = ReportingPeriod::parse(written).unwrap();
            assert_eq!((period.months(), period.to_string()), ((first, last), written.into()));
            assert_eq!(period.length(), last - first + 1);
        }
        for odd in [
            "", "26", "0000", "2026-", "2026-0", "2026-13", "2026-1", "2026-q0", "2026-q5",
            "2026-Q1", "2026-q10", "+202", "20260", "2026-q", "năm-01", "2026-011", "2026-+1",
            "202é-01",
        ] {
            assert_eq!(ReportingPeriod::parse(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_period_knows_its_days() {
        let last =
            |written| ReportingPeriod::parse(written).unwrap().last_day().unwrap().to_string();
        assert_eq!(
            [last("2026"), last("2026-q3"), last("2024-02")],
            ["2026-12-31", "2026-09-30", "2024-02-29"]
        );
        let quarter = ReportingPeriod::Quarter(2026, 3);
        assert!(quarter.holds(Date::parse("2026-07-01").unwrap()));
        assert!(!quarter.holds(Date::parse("2026-10-01").unwrap()));
        assert!(quarter.covers(ReportingPeriod::Month(2026, 9)) && quarter.covers(quarter));
        assert!(!quarter.covers(ReportingPeriod::Year(2026)));
    }

    #[test]
    fn a_period_ends_with_the_last_day_of_its_last_month() {
        let last =
            |written| ReportingPeriod::parse(written).unwrap().last_day().unwrap().to_string();
        assert_eq!(last("2026-02"), "2026-02-28");
        assert_eq!(last("2028-02"), "2028-02-29");
        assert_eq!(last("2026-q3"), "2026-09-30");
        assert_eq!((last("2026"), last("2026-12")), ("2026-12-31".into(), "2026-12-31".into()));
        let months: Vec<String> =
            ReportingPeriod::Quarter(2026, 2).each_month().map(|one| one.to_string()).collect();
        assert_eq!(months, ["2026-04", "2026-05", "2026-06"]);
    }

    #[test]
    fn the_shortest_longer_period_is_the_quarter_before_the_year() {
        let may = ReportingPeriod::Month(2026, 5);
        let quarter = ReportingPeriod::Quarter(2026, 2);
        assert_eq!(may.shortest_longer(|_| true), Some(quarter));
        let long = |period: ReportingPeriod| period.length() > 3;
        assert_eq!(may.shortest_longer(long), Some(ReportingPeriod::Year(2026)));
        assert_eq!(may.shortest_longer(|_| false), None);
        assert_eq!(ReportingPeriod::Year(2026).shortest_longer(|_| true), None);
        assert!(ReportingPeriod::Month(2026, 4) < quarter && quarter < may);
    }
}
