//! The day on which the result of a file may be expected.
//!
//! What is handed in on a rest day or after the cut-off hour is received on the next working day. The day of receiving is
//! not counted (Civil Code, article 147); a period in days or months whose last day is a rest day ends on the next working
//! day (article 148). Working days and days are never converted into each other. `themes/default/when.js` reckons the same
//! in the browser, and both are held to one table, `tests/return-days/cases.tsv`.

use super::{TimeLimit, TimeUnit};
use crate::catalogue::law::{Calendar, Certainty};
use crate::text::{Date, Hour};

/// A calendar and the hour after which a day counts as over.
#[derive(Clone, Copy, Debug)]
pub struct FilingTime<'a> {
    /// The working calendar.
    pub calendar: &'a Calendar,
    /// What is handed in after this hour is received on the next working day; none where the whole day counts.
    pub cutoff: Option<Hour>,
}

/// A day that may be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedDay {
    /// The day.
    pub day: Date,
    /// Whether a day off on the way is not announced yet.
    pub estimated: bool,
}

impl FilingTime<'_> {
    /// When the result of what is handed in on this day at this hour may be expected. None for limits in hours and
    /// minutes, which the counter itself keeps, and beyond the years of the calendar.
    pub fn expected(&self, day: Date, hour: Hour, limit: TimeLimit) -> Option<ExpectedDay> {
        let known = self.calendar.known_until()?;
        let late = self.cutoff.is_some_and(|cutoff| hour > cutoff);
        let received =
            if self.is_working(day) && !late { day } else { self.working_after(day, known)? };
        let due = match limit {
            TimeLimit::SameDay => received,
            TimeLimit::Within(days, TimeUnit::WorkingDays) => {
                (0..days).try_fold(received, |day, _| self.working_after(day, known))?
            }
            TimeLimit::Within(days, TimeUnit::Days) => {
                self.working_from(received.plus_days(days.into()), known)?
            }
            TimeLimit::Within(months, TimeUnit::Months) => {
                self.working_from(received.plus_months(months), known)?
            }
            TimeLimit::Within(_, TimeUnit::Hours | TimeUnit::Minutes) => return None,
        };
        let is_guess = |off: &crate::catalogue::law::DayOff| {
            off.certainty == Certainty::Estimated && (day..=due).contains(&off.date)
        };
        let estimated = self.calendar.days_off.iter().any(is_guess);
        (due <= known).then_some(ExpectedDay { day: due, estimated })
    }

    fn is_working(&self, day: Date) -> bool {
        self.calendar.is_working_day(day)
    }

    /// This day, or the first working day after it.
    fn working_from(&self, day: Date, known: Date) -> Option<Date> {
        if self.is_working(day) { Some(day) } else { self.working_after(day, known) }
    }

    /// The first working day after a day, as far as days are known.
    fn working_after(&self, mut day: Date, known: Date) -> Option<Date> {
        while day < known {
            day = day.plus_days(1);
            if self.is_working(day) {
                return Some(day);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::law::{DayOff, DayOffKind, MakeUpWorkday};
    use crate::text::Text;

    /// The calendar at the head of the table: `off`, `estimated` and `worked` days.
    fn calendar(table: &str) -> Calendar {
        let days = |word: &str| -> Vec<Date> {
            let line = table.lines().find_map(|line| line.strip_prefix(word)).unwrap();
            line.split_whitespace().map(|day| Date::parse(day).unwrap()).collect()
        };
        let off = |certainty| {
            move |date| DayOff {
                date,
                name: Text::new("Ngày nghỉ"),
                kind: DayOffKind::Holiday,
                certainty,
            }
        };
        let sure = days("# off ").into_iter().map(off(Certainty::Law));
        let guessed = days("# estimated ").into_iter().map(off(Certainty::Estimated));
        let mut days_off: Vec<_> = sure.chain(guessed).collect();
        days_off.sort_by_key(|off| off.date);
        let worked = days("# worked ").into_iter();
        let make_up = worked.map(|date| MakeUpWorkday { date, instead_of: None }).collect();
        Calendar { weekend: vec![6, 7], days_off, make_up }
    }

    #[test]
    fn days_are_those_of_the_table() {
        let table = include_str!("../../../tests/return-days/cases.tsv");
        let calendar = calendar(table);
        let (mut cases, mut wrong) = (0, Vec::new());
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap();
            let (day, hour, cutoff, limit, due) = (next(), next(), next(), next(), next());
            let time = FilingTime { calendar: &calendar, cutoff: Hour::parse(cutoff).ok() };
            let (day, hour) = (Date::parse(day).unwrap(), Hour::parse(hour).unwrap());
            let found = time.expected(day, hour, TimeLimit::parse(limit).unwrap());
            let said = found.map_or_else(
                || "-".to_owned(),
                |one| format!("{}{}", one.day, if one.estimated { "~" } else { "" }),
            );
            cases += 1;
            if said != due {
                wrong.push(format!("{line}: {said}"));
            }
        }
        assert!(cases >= 120, "{cases}");
        assert!(wrong.is_empty(), "{} of {cases}:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn a_calendar_that_knows_nothing_says_nothing() {
        let calendar = Calendar { weekend: vec![6, 7], ..Calendar::default() };
        let time = FilingTime { calendar: &calendar, cutoff: None };
        let day = Date::parse("2026-11-23").unwrap();
        assert_eq!(time.expected(day, Hour::parse("08:00").unwrap(), TimeLimit::SameDay), None);
    }
}
