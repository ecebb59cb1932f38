//! A time limit (thời hạn giải quyết). Days and working days are different things in law and are
//! never converted into each other.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// What a limit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeUnit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days on which public bodies work.
    WorkingDays,
    /// Days of the calendar.
    Days,
    /// Months.
    Months,
}

/// A time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeLimit {
    /// Within the working day on which the file was received.
    SameDay,
    /// So many units.
    Within(u16, TimeUnit),
}

/// Why a text is not a time limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeLimitError {
    /// A number alone.
    #[error("the number has no unit: write `3 working_days`, `15 days`, `4 hours` or `same_day`")]
    NoUnit,
    /// A number with decimals.
    #[error("a time limit is a whole number; write `30 minutes` for half an hour")]
    Fraction,
    /// Anything else.
    #[error(
        "a time limit is written `3 working_days`, `15 days`, `4 hours`, `60 minutes`, `2 months` or `same_day`"
    )]
    Shape,
}

impl TimeLimit {
    /// Reads `3 working_days`, `15 days`, `4 hours`, `60 minutes`, `2 months`, `same_day`.
    pub fn parse(text: &str) -> Result<Self, TimeLimitError> {
        let text = text.trim();
        if text == "same_day" {
            return Ok(Self::SameDay);
        }
        let (number, unit) = text.split_once(' ').unwrap_or((text, ""));
        let is_fraction = number.split_once(['.', ',']).is_some_and(|(whole, part)| {
            [whole, part].iter().all(|one| one.parse::<u16>().is_ok())
        });
        if is_fraction {
            return Err(TimeLimitError::Fraction);
        }
        let number: u16 = number.parse().map_err(|_| TimeLimitError::Shape)?;
        let unit = match unit.trim() {
            "minute" | "minutes" => TimeUnit::Minutes,
            "hour" | "hours" => TimeUnit::Hours,
            "working_day" | "working_days" => TimeUnit::WorkingDays,
            "day" | "days" => TimeUnit::Days,
            "month" | "months" => TimeUnit::Months,
            "" => return Err(TimeLimitError::NoUnit),
            _ => return Err(TimeLimitError::Shape),
        };
        if number == 0 { Err(TimeLimitError::Shape) } else { Ok(Self::Within(number, unit)) }
    }
}

impl fmt::Display for TimeUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::WorkingDays => "working_days",
            Self::Days => "days",
            Self::Months => "months",
        })
    }
}

/// A channel's limit: known, or quoted as announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// A limit that can be counted.
    Known(TimeLimit),
    /// The decision's own words, which leave it open.
    AsAnnounced(Text),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_with_their_unit() {
        assert_eq!(TimeLimit::parse("same_day"), Ok(TimeLimit::SameDay));
        assert_eq!(
            TimeLimit::parse("3 working_days"),
            Ok(TimeLimit::Within(3, TimeUnit::WorkingDays))
        );
        assert_eq!(TimeLimit::parse("1 day"), Ok(TimeLimit::Within(1, TimeUnit::Days)));
        assert_eq!(TimeLimit::parse("5"), Err(TimeLimitError::NoUnit));
        for odd in ["", "0 days", "five days", "5 weeks", "-1 days"] {
            assert_eq!(TimeLimit::parse(odd), Err(TimeLimitError::Shape), "{odd}");
        }
    }
}
