//! Due days worked by hand on the calendars of 2026 and 2027. A comment beside each case counts: first the day of
//! receiving, which is not counted, then every working day.

use super::*;
use crate::catalogue::law::{Certainty, DayOff, DayOffKind, MakeUpWorkday};
use crate::text::Text;

/// Days off from Monday to Friday in 2026 and 2027, as the sample site has them.
const OFF: [&str; 25] = [
    "2026-01-01",
    "2026-01-02",
    "2026-02-16",
    "2026-02-17",
    "2026-02-18",
    "2026-02-19",
    "2026-02-20",
    "2026-04-27",
    "2026-04-30",
    "2026-05-01",
    "2026-08-31",
    "2026-09-01",
    "2026-09-02",
    "2026-11-24",
    "2027-01-01",
    "2027-02-04",
    "2027-02-05",
    "2027-02-08",
    "2027-02-09",
    "2027-02-10",
    "2027-04-16",
    "2027-04-30",
    "2027-05-03",
    "2027-09-02",
    "2027-09-03",
];

/// Saturdays that are worked.
const WORKED: [&str; 2] = ["2026-01-10", "2026-08-22"];

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn calendar() -> Calendar {
    let off = |date: &&str| DayOff {
        date: day(date),
        name: Text::new("Ngày nghỉ"),
        kind: DayOffKind::Holiday,
        certainty: Certainty::Law,
    };
    let worked = |date: &&str| MakeUpWorkday { date: day(date), instead_of: None };
    Calendar {
        weekend: vec![6, 7],
        days_off: OFF.iter().map(off).collect(),
        make_up: WORKED.iter().map(worked).collect(),
    }
}

/// The moment of `2026-11-16 10:00` by the clocks of Vietnam.
fn moment(text: &str) -> i64 {
    let (date, hour) = text.split_once(' ').unwrap();
    let minutes = i64::from(Hour::parse(hour).unwrap().minutes()) - 7 * 60;
    (i64::from(day(date).day_number()) * 24 * 60 + minutes) * 60_000
}

#[test]
fn due_days_are_as_counted_by_hand() {
    let calendar = calendar();
    let time = WorkingTime { calendar: &calendar, cutoff: Hour::parse("15:00").ok() };
    for (received, days, due) in [
        // An ordinary week. Mon 16 | Tue 17.
        ("2026-11-16 10:00", 1, "2026-11-17"),
        // Mon 16 | 17, 18, 19, 20, Mon 23.
        ("2026-11-16 10:00", 5, "2026-11-23"),
        // No days at all: the day of receiving itself.
        ("2026-11-16 10:00", 0, "2026-11-16"),
        // 15:00 is in time: Mon 16 | Tue 17.
        ("2026-11-16 15:00", 1, "2026-11-17"),
        // After it: Tue 17 | Wed 18.
        ("2026-11-16 15:01", 1, "2026-11-18"),
        // Tue 17 | 18, 19, 20, Mon 23, (24 off) Wed 25.
        ("2026-11-16 15:01", 5, "2026-11-25"),
        // Fri 20 | Mon 23.
        ("2026-11-20 14:59", 1, "2026-11-23"),
        // Friday after the hour: Mon 23 | (24 off) Wed 25.
        ("2026-11-20 16:00", 1, "2026-11-25"),
        // Mon 23 | 25, 26, 27, Mon 30, Tue 1.
        ("2026-11-20 16:00", 5, "2026-12-01"),
        // Saturday: Mon 23 | (24 off) Wed 25.
        ("2026-11-21 09:00", 1, "2026-11-25"),
        // Saturday without any days: Mon 23.
        ("2026-11-21 09:00", 0, "2026-11-23"),
        // The last minute of Sunday: Mon 23 | (24 off) Wed 25.
        ("2026-11-22 23:59", 1, "2026-11-25"),
        // The first minute of Monday 23 | (24 off) Wed 25.
        ("2026-11-23 00:00", 1, "2026-11-25"),
        // Mon 23 | 25, 26, 27, Mon 30, Tue 1.
        ("2026-11-23 10:00", 5, "2026-12-01"),
        // Monday after the hour before 24/11: Wed 25 | Thu 26.
        ("2026-11-23 15:30", 1, "2026-11-26"),
        // On 24/11, the new holiday: Wed 25 | Thu 26.
        ("2026-11-24 10:00", 1, "2026-11-26"),
        // Wed 25 | 26, 27, Mon 30, 1, 2, 3, 4, Mon 7, 8, Wed 9.
        ("2026-11-24 10:00", 10, "2026-12-09"),
        // Tết 2026: Fri 13 | (14-15, 16-20 off, 21-22) Mon 23.
        ("2026-02-13 10:00", 1, "2026-02-23"),
        // After the hour on the last day before Tết: Mon 23 | Tue 24.
        ("2026-02-13 15:01", 1, "2026-02-24"),
        // Thu 12 | Fri 13, Mon 23, 24, 25, Thu 26.
        ("2026-02-12 10:00", 5, "2026-02-26"),
        // On the first day of the year: Mon 23 | 24, 25, 26, 27, Mon 2.
        ("2026-02-17 08:00", 5, "2026-03-02"),
        // Mon 9 | 10, 11, 12, 13, Mon 23, 24, 25, 26, 27, Mon 2.
        ("2026-02-09 09:00", 10, "2026-03-02"),
        // New Year with a swapped Friday: Wed 31 | (1, 2 off, 3-4) Mon 5. Of 2025 only week-ends are known.
        ("2025-12-31 10:00", 1, "2026-01-05"),
        // Thu 1, off: Mon 5 | Tue 6.
        ("2026-01-01 10:00", 1, "2026-01-06"),
        // The swapped Friday: Mon 5 | Tue 6.
        ("2026-01-02 10:00", 1, "2026-01-06"),
        // Thu 8 | Fri 9, Sat 10, which is worked.
        ("2026-01-08 10:00", 2, "2026-01-10"),
        // Friday after the hour: Sat 10 | Mon 12.
        ("2026-01-09 15:01", 1, "2026-01-12"),
        // The worked Saturday is a day of receiving: Sat 10 | Mon 12.
        ("2026-01-10 10:00", 1, "2026-01-12"),
        // Sat 10 after the hour: Mon 12 | Tue 13.
        ("2026-01-10 16:00", 1, "2026-01-13"),
        // Another Saturday is none: Mon 19 | Tue 20.
        ("2026-01-17 10:00", 1, "2026-01-20"),
        // Fri 21 | Sat 22, which is worked.
        ("2026-08-21 10:00", 1, "2026-08-22"),
        // Sat 22 | 24, 25, 26, 27, Fri 28.
        ("2026-08-22 10:00", 5, "2026-08-28"),
        // Before the National Day: Fri 28 | (29-30, 31 swapped, 1, 2 off) Thu 3.
        ("2026-08-28 10:00", 1, "2026-09-03"),
        // On the swapped Monday: Thu 3 | Fri 4.
        ("2026-08-31 10:00", 1, "2026-09-04"),
        // Fri 24 | (25-26, 27 in place of Sunday 26) Tue 28.
        ("2026-04-24 10:00", 1, "2026-04-28"),
        // Fri 24 | 28, 29, (30, 1 off, 2-3) Mon 4, 5, Wed 6.
        ("2026-04-24 10:00", 5, "2026-05-06"),
        // A holiday on a Sunday: Tue 28 | 29, Mon 4, Tue 5.
        ("2026-04-26 10:00", 3, "2026-05-05"),
        // Over the end of the year: Thu 31 | (1 off, 2-3) Mon 4.
        ("2026-12-31 10:00", 1, "2027-01-04"),
        // Wed 30 after the hour: Thu 31 | Mon 4, Tue 5.
        ("2026-12-30 15:01", 2, "2027-01-05"),
        // Tết 2027: Wed 3 | (4, 5 off, 6-7, 8, 9, 10 off) Thu 11.
        ("2027-02-03 10:00", 1, "2027-02-11"),
        // Thu 11 | Fri 12, Mon 15, 16, 17, Thu 18.
        ("2027-02-03 16:00", 5, "2027-02-18"),
    ] {
        let counted = time.due(moment(received), days);
        assert_eq!(counted, day(due), "{received} + {days}");
    }
}

#[test]
fn without_a_cutoff_the_whole_day_counts() {
    let calendar = calendar();
    let time = WorkingTime { calendar: &calendar, cutoff: None };
    // Mon 16, its last minute | Tue 17.
    assert_eq!(time.due(moment("2026-11-16 23:59"), 1), day("2026-11-17"));
    assert_eq!(time.received_on(moment("2026-11-21 10:00")), day("2026-11-23"));
}

#[test]
fn a_calendar_without_working_days_comes_to_an_end() {
    let calendar = Calendar { weekend: (1..=7).collect(), ..Calendar::default() };
    let time = WorkingTime { calendar: &calendar, cutoff: None };
    assert!(time.due(moment("2026-11-16 10:00"), 1) > day("2036-01-01"));
}
