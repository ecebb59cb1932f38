//! Working days counted on the calendar of public bodies.
//!
//! What comes in on a rest day or after the cut-off hour is received on the next working day. The day of receiving
//! is not counted (Civil Code, article 147); the last day counted is the due day, all of it.

use crate::catalogue::law::Calendar;
use crate::text::{Date, Hour, in_vietnam};

/// No count goes on for longer than this many days, whatever a calendar says.
const FARTHEST: i32 = 3_660;

/// A calendar and the hour after which a day counts as over.
#[derive(Clone, Copy, Debug)]
pub struct WorkingTime<'a> {
    /// The working calendar.
    pub calendar: &'a Calendar,
    /// What comes in after this hour counts from the next working day; none where the whole day counts.
    pub cutoff: Option<Hour>,
}

impl WorkingTime<'_> {
    /// The working day on which something that came in at a moment (milliseconds UTC) is received.
    pub fn received_on(&self, at: i64) -> Date {
        let (day, hour) = in_vietnam(at);
        let late = self.cutoff.is_some_and(|cutoff| hour > cutoff);
        if self.calendar.is_working_day(day) && !late { day } else { self.next(day) }
    }

    /// The last of so many working days after what came in at a moment (milliseconds UTC).
    pub fn due(&self, at: i64, working_days: u16) -> Date {
        (0..working_days).fold(self.received_on(at), |day, _| self.next(day))
    }

    /// The first working day after a day.
    fn next(&self, day: Date) -> Date {
        let mut coming = (1..FARTHEST).map(|days| day.plus_days(days));
        let working = coming.find(|day| self.calendar.is_working_day(*day));
        working.unwrap_or_else(|| day.plus_days(FARTHEST))
    }
}

#[cfg(test)]
#[path = "working_time_tests.rs"]
mod tests;
