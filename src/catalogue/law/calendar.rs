//! The working calendar of public bodies: holidays, compensation, swapped days and the working
//! Saturdays that pay for them.

use serde::{Deserialize, Serialize};

use crate::text::{Date, Text};

/// Why a day is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayOffKind {
    /// A public holiday.
    Holiday,
    /// In place of a holiday that fell on a rest day.
    Compensatory,
    /// Exchanged for a working Saturday.
    SwappedOff,
}

/// How sure the date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// Officially announced.
    Announced,
    /// Fixed by law.
    Law,
    /// Computed; no announcement yet.
    Estimated,
}

/// A day on which public bodies are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: Text,
    /// Why it is off.
    pub kind: DayOffKind,
    /// How sure the date is.
    pub certainty: Certainty,
}

/// A rest day that is worked in exchange for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeUpWorkday {
    /// The day that is worked.
    pub date: Date,
    /// The day off it pays for.
    pub instead_of: Option<Date>,
}

/// All years that the content knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Rest days of the week, 1 Monday to 7 Sunday.
    pub weekend: Vec<u8>,
    /// Days off, in order of date.
    pub days_off: Vec<DayOff>,
    /// Worked rest days, in order of date.
    pub make_up: Vec<MakeUpWorkday>,
}

impl Calendar {
    /// Whether public bodies work on that day.
    pub fn is_working_day(&self, day: Date) -> bool {
        if self.make_up.iter().any(|made_up| made_up.date == day) {
            return true;
        }
        !self.weekend.contains(&day.weekday()) && !self.days_off.iter().any(|off| off.date == day)
    }

    /// The last day of the last year whose days off are known.
    pub fn known_until(&self) -> Option<Date> {
        let last = self.days_off.iter().map(|off| off.date).max()?;
        Date::new(last.year(), 12, 31).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swapped_friday_is_off_and_its_saturday_is_worked() {
        let day = |text| Date::parse(text).unwrap();
        let calendar = Calendar {
            weekend: vec![6, 7],
            days_off: vec![DayOff {
                date: day("2026-01-02"),
                name: Text::new("Nghỉ hoán đổi"),
                kind: DayOffKind::SwappedOff,
                certainty: Certainty::Announced,
            }],
            make_up: vec![MakeUpWorkday {
                date: day("2026-01-10"),
                instead_of: Some(day("2026-01-02")),
            }],
        };
        assert!(!calendar.is_working_day(day("2026-01-02")));
        assert!(calendar.is_working_day(day("2026-01-10")));
        assert!(!calendar.is_working_day(day("2026-01-17")));
        assert!(calendar.is_working_day(day("2026-01-05")));
    }
}
