//! A civil date, without a clock or a zone: rules take force on days, not at instants.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, from year 1900 to 2999 (anything else is a slip of the hand).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    year: i16,
    month: i8,
    day: i8,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not of the shape `2026-11-21`.
    #[error("a date is written 2026-11-21 (year-month-day)")]
    Shape,
    /// Of the right shape, but no such day.
    #[error("there is no such day in the calendar")]
    NoSuchDay,
}

impl Date {
    /// Reads `2026-11-21`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.splitn(3, '-');
        let mut next = |digits: usize| {
            let part = parts.next().unwrap_or_default();
            let sound = part.len() == digits && part.bytes().all(|sign| sign.is_ascii_digit());
            if sound {
                part.parse::<i16>().map_err(|_| DateError::Shape)
            } else {
                Err(DateError::Shape)
            }
        };
        Self::new(next(4)?, next(2)?, next(2)?)
    }

    /// Reads a day as people and their programs write it: `2026-10-31`, `31/10/2026`, `31-10-2026`, `31.10.2026`, each also with
    /// a time of day behind it. Years have four digits, and the American order names no day of ours.
    pub fn as_written(text: &str) -> Option<Self> {
        let day = text.trim().split(['T', ' ']).next()?;
        if let Ok(day) = Self::parse(day) {
            return Some(day);
        }
        let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
        let [day, month, year] = parts[..] else { return None };
        let number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
            let sound =
                digits.contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit());
            text.parse::<i16>().ok().filter(|_| sound)
        };
        Self::new(number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?).ok()
    }

    /// A date from its parts.
    pub fn new(year: i16, month: i16, day: i16) -> Result<Self, DateError> {
        let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
            return Err(DateError::NoSuchDay);
        };
        if !(1900..3000).contains(&year) || jiff::civil::Date::new(year, month, day).is_err() {
            return Err(DateError::NoSuchDay);
        }
        Ok(Self { year, month, day })
    }

    /// Days since 1970-01-01; negative before.
    pub fn day_number(self) -> i32 {
        let epoch = jiff::civil::date(1970, 1, 1);
        let days = self.civil().since((jiff::Unit::Day, epoch)).map(|span| span.get_days());
        days.unwrap_or_default()
    }

    /// The day so many days after this one (before, if negative).
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        let moved = self.civil().saturating_add(jiff::Span::new().days(days));
        Self { year: moved.year(), month: moved.month(), day: moved.day() }
    }

    /// The same day so many months later, or the last of a month that is too short.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let moved = self.civil().saturating_add(jiff::Span::new().months(months));
        Self { year: moved.year(), month: moved.month(), day: moved.day() }
    }

    /// 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u8 {
        u8::try_from(self.civil().weekday().to_monday_one_offset()).unwrap_or(1)
    }

    /// As it is written in Vietnamese: `21/11/2026`.
    pub fn vietnamese(self) -> String {
        format!("{:02}/{:02}/{}", self.day, self.month, self.year)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    fn civil(self) -> jiff::civil::Date {
        jiff::civil::date(self.year, self.month, self.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = Date::parse("2026-10-31").ok();
        for text in ["31/10/2026", "31-10-2026", "31.10.2026", " 2026-10-31", "31/10/2026 09:30"] {
            assert_eq!(Date::as_written(text), day, "{text}");
        }
        assert_eq!(Date::as_written("1/2/2026"), Date::parse("2026-02-01").ok());
        for odd in ["10/31/2026", "31/10/26", "31/9/2026", "31/10", "+1/10/2026", ""] {
            assert_eq!(Date::as_written(odd), None, "{odd}");
        }
    }

    #[test]
    fn dates_are_read_strictly() {
        let day = Date::parse("2026-11-21").unwrap();
        assert_eq!((day.to_string(), day.vietnamese()), ("2026-11-21".into(), "21/11/2026".into()));
        assert_eq!(day.weekday(), 6);
        assert_eq!(day.plus_days(10), Date::parse("2026-12-01").unwrap());
        assert_eq!(Date::parse("1970-01-02").unwrap().day_number(), 1);
        for odd in ["21/11/2026", "2026-1-2", "2026-11", "2026-11-21 ", "+026-11-21"] {
            assert_eq!(Date::parse(odd), Err(DateError::Shape), "{odd}");
        }
        for none in ["2026-02-29", "2026-13-01", "0026-01-01"] {
            assert_eq!(Date::parse(none), Err(DateError::NoSuchDay), "{none}");
        }
    }
}
