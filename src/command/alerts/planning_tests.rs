//! What is told when, on days worked by hand: Saturday 21/11/2026 is the day of the samples, Tuesday 24/11 a day off.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::super::wait;
use super::*;
use crate::catalogue::law::{Calendar, Certainty, DayOff, DayOffKind};
use crate::diagnostic::Tongue;
use crate::feedback::alert::{Audience, Target};
use crate::feedback::matter::{Dues, Matter};
use crate::feedback::sample::{level, petition, rating, wide_key};
use crate::feedback::{Mark, Submission};
use crate::store::{AlertState, Alerting as _, By, DataFolder, Office as _, SqliteStore, Worked};
use crate::text::Text;
use crate::theme::invented::{date, publication, slug};

struct Stage {
    store: SqliteStore,
    desk: RatingDesk,
    random: Randomness,
    _folder: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let next = AtomicU64::new(1);
        let random: Randomness = Arc::new(move |bytes| {
            let number = next.fetch_add(1, Ordering::Relaxed).to_be_bytes();
            bytes.iter_mut().zip(number.iter().cycle()).for_each(|(byte, chance)| *byte = *chance);
        });
        let data = DataFolder::prepare(&folder.path().join("var")).unwrap();
        let store = SqliteStore::open(&data, Arc::clone(&random)).unwrap();
        let mut desk = RatingDesk::of(&publication());
        desk.matters.calendar = Calendar {
            weekend: vec![6, 7],
            days_off: vec![DayOff {
                date: date("2026-11-24"),
                name: Text::new("Nghỉ"),
                kind: DayOffKind::Holiday,
                certainty: Certainty::Announced,
            }],
            make_up: Vec::new(),
        };
        Self { store, desk, random, _folder: folder }
    }

    fn with_recipient(self, kinds: &[AlertKind]) -> Self {
        let recipient = Recipient {
            id: [9; 16],
            agency: Some(slug("phuong-vi-du")),
            target: Target::mail("lan@vidu.vn").unwrap(),
            tongues: vec![Tongue::Vietnamese],
            kinds: kinds.to_vec(),
            audience: Audience::Leader,
            created_at: 0,
        };
        wait(self.store.work(Work::Alerts(AlertWork::Add {
            recipient: Box::new(recipient),
            by: By { account: String::new(), at: 0 },
        })))
        .unwrap();
        self
    }

    fn plans(&self, now: i64) -> Vec<Work> {
        let hour = Hour::parse("07:00").unwrap();
        let round = Round::begin(&self.store, &self.desk, &self.random, now, hour).unwrap();
        round.plans().unwrap()
    }

    /// Plans and queues; gives what is told with it.
    fn told(&self, now: i64) -> Vec<Facts> {
        let before = self.waiting().len();
        for plan in self.plans(now) {
            assert_eq!(wait(self.store.work(plan)).unwrap(), Worked::Done);
        }
        self.waiting().split_off(before)
    }

    /// All that waits, in the order of queueing.
    fn waiting(&self) -> Vec<Facts> {
        let waiting = self.store.alerts_in(AlertState::Waiting, 999).unwrap();
        waiting.iter().map(|one| serde_json::from_str(&one.facts).unwrap()).collect()
    }

    fn receive(&self, number: u8, at: i64, due: &str) {
        let dues = Dues { handled: date(due), answered: date(due) };
        let matter = Matter { received_at: at, dues, ..petition(number, "chờ lâu") };
        wait(self.store.receive(matter)).unwrap();
    }

    fn rate(&self, number: u32, day: Date, answer: u8) {
        let sent = Submission {
            received_at: moment(day, 10),
            answers: vec![level("cho", answer)],
            ..rating(wide_key(number))
        };
        wait(self.store.keep(sent)).unwrap();
    }
}

/// A full hour of a day in Vietnam.
fn moment(day: Date, hour: i64) -> i64 {
    midnight(day) + hour * HOUR
}

fn petitions(petitions: u64) -> MatterTally {
    MatterTally { petitions, ..MatterTally::default() }
}

#[test]
fn new_work_is_told_at_once_and_then_gathers() {
    let stage = Stage::new().with_recipient(&[AlertKind::New]);
    let noon = moment(date("2026-11-21"), 12);
    stage.receive(1, noon, "2026-12-01");
    stage.receive(2, noon + SECOND, "2026-12-01");
    assert_eq!(stage.told(noon + 9 * SECOND), []);
    let two = |brought| vec![Facts::New(New { brought, reopened: 0, held: 0 })];
    // On a Saturday too: what is brought is no matter of working days.
    assert_eq!(stage.told(noon + 10 * SECOND), two(petitions(2)));
    assert_eq!(stage.told(noon + MINUTE), []);
    stage.receive(3, noon + 2 * MINUTE, "2026-12-01");
    assert_eq!(stage.told(noon + 14 * MINUTE), [], "it is quiet for a while");
    assert_eq!(stage.told(noon + 16 * MINUTE), two(petitions(1)));
    // A clock that was set back by a year holds nothing up.
    stage.receive(4, noon, "2026-12-01");
    assert_eq!(stage.told(noon - 365 * DAY), two(petitions(1)));
}

#[test]
fn a_burst_is_told_by_counter() {
    let stage = Stage::new().with_recipient(&AlertKind::USUAL);
    let noon = moment(date("2026-11-21"), 12);
    for number in 0..4 {
        let marks = if number < 3 { vec![Mark::Burst] } else { Vec::new() };
        let sent = Submission { received_at: noon, marks, ..rating(wide_key(number)) };
        wait(stage.store.keep(sent)).unwrap();
    }
    assert_eq!(stage.told(noon + MINUTE), []);
    let counters = vec![(slug("quay-1"), 3)];
    assert_eq!(stage.told(noon + 2 * MINUTE), [Facts::Burst { counters }]);
    assert_eq!(stage.told(noon + 2 * HOUR), []);
}

#[test]
fn what_nobody_wants_to_know_is_forgotten() {
    let stage = Stage::new();
    let noon = moment(date("2026-11-23"), 12);
    stage.receive(1, noon, "2026-11-20");
    assert_eq!(stage.told(noon + HOUR), []);
    assert!(stage.store.causes().unwrap().is_empty());
    assert!(!stage.store.alert_marks().unwrap().keys().any(|(_, what)| what == MORNING));
}

#[test]
fn a_morning_is_told_once_and_on_working_days() {
    use AlertKind::{Daily, Due, Overdue, Weekly};
    let stage = Stage::new().with_recipient(&[Due, Overdue, Daily, Weekly]);
    let friday = date("2026-11-20");
    stage.receive(1, moment(friday, 9), "2026-11-23");
    stage.receive(2, moment(friday, 10), "2026-11-25");
    stage.receive(3, moment(date("2026-11-21"), 9), "2026-11-20");
    stage.rate(1, friday, 3);
    for quiet in [
        moment(date("2026-11-21"), 9),
        moment(date("2026-11-22"), 9),
        moment(date("2026-11-23"), 7) - 1_000,
        moment(date("2026-11-24"), 9),
    ] {
        // Only the first round, of what was brought, has anything to do.
        let mornings = stage.told(quiet);
        assert_eq!(mornings, [], "{quiet}");
    }
    let monday = date("2026-11-23");
    let digest = |from: &str, until: &str| Digest {
        from: date(from),
        until: date(until),
        brought: petitions(3),
        open: petitions(3),
        overdue: petitions(1),
        due: petitions(2),
        ratings: 1,
        held: 0,
    };
    // Due by Wednesday, since Tuesday is a day off.
    let expected = [
        Facts::Due { until: date("2026-11-25"), due: petitions(2) },
        Facts::Overdue { newly: petitions(1), all: petitions(1) },
        Facts::Daily(digest("2026-11-20", "2026-11-22")),
        Facts::Weekly(digest("2026-11-16", "2026-11-22")),
    ];
    let mut told = stage.told(moment(monday, 7));
    told.sort_by_key(Facts::kind);
    assert_eq!(told, expected);
    assert_eq!(stage.told(moment(monday, 8)), []);
    assert_eq!(stage.told(moment(date("2026-11-24"), 8)), []);
    // The next morning tells what has become overdue since, and no week again.
    let mut told = stage.told(moment(date("2026-11-25"), 8));
    told.sort_by_key(Facts::kind);
    let daily = Digest {
        brought: petitions(0),
        overdue: petitions(2),
        due: petitions(1),
        ratings: 0,
        ..digest("2026-11-23", "2026-11-24")
    };
    let expected = [
        Facts::Due { until: date("2026-11-26"), due: petitions(1) },
        Facts::Overdue { newly: petitions(1), all: petitions(2) },
        Facts::Daily(daily),
    ];
    assert_eq!(told, expected);
}

#[test]
fn of_two_hosts_that_plan_at_once_one_queues() {
    let stage = Stage::new().with_recipient(&[AlertKind::Weekly, AlertKind::New]);
    let monday = moment(date("2026-11-23"), 9);
    stage.receive(1, monday, "2026-12-01");
    let [one, other] = [stage.plans(monday + MINUTE), stage.plans(monday + MINUTE)];
    assert_eq!((one.len(), other.len()), (2, 2));
    let work = |plans: Vec<Work>| -> Vec<_> {
        plans.into_iter().map(|plan| wait(stage.store.work(plan)).unwrap()).collect()
    };
    assert_eq!(work(one), [Worked::Done; 2]);
    assert_eq!(work(other), [Worked::Gone; 2]);
    assert_eq!(stage.waiting().len(), 2);
    assert!(stage.store.causes().unwrap().is_empty());
}

#[test]
fn a_silence_is_told_once_until_there_is_a_rating() {
    let stage = Stage::new().with_recipient(&[AlertKind::Silent]);
    let calendar = stage.desk.matters.calendar.clone();
    let working: Vec<Date> = (0..80)
        .map(|days| date("2026-08-03").plus_days(days))
        .filter(|day| calendar.is_working_day(*day))
        .collect();
    for (number, day) in working[..25].iter().enumerate() {
        stage.rate(u32::try_from(number).unwrap(), *day, 3);
    }
    // Rated each working day until the 25th; three days without make a silence, on the morning after the third.
    let told = |at: usize| stage.told(moment(working[at], 8));
    assert_eq!(told(27), []);
    let told_of = told(28);
    let [Facts::Silent { counter, silence }] = told_of.as_slice() else { panic!("{told_of:?}") };
    assert_eq!((counter, silence.days, silence.rated), (&slug("quay-1"), 3, 20));
    assert_eq!(told(29), [], "told before");
    stage.rate(90, working[30], 3);
    assert_eq!(told(32), []);
    // Five of the twenty days before are then without a rating, so the next silence takes six days to be one.
    let later: Vec<usize> = (33..45).filter(|at| !told(*at).is_empty()).collect();
    assert_eq!(later.len(), 1, "{later:?}");
}

#[test]
fn a_fall_is_told_once_a_week_at_most() {
    let stage = Stage::new().with_recipient(&[AlertKind::Falling]);
    let calendar = stage.desk.matters.calendar.clone();
    let working: Vec<Date> = (0..140)
        .map(|days| date("2026-06-01").plus_days(days))
        .filter(|day| calendar.is_working_day(*day))
        .collect();
    let mut number = 0;
    for (at, day) in working[..75].iter().enumerate() {
        for one in 0..6 {
            // All are satisfied; of the last ten days a third.
            let level = if at < 65 || one < 2 { 3 } else { 1 };
            stage.rate(number, *day, level);
            number += 1;
        }
    }
    assert_eq!(working[75], date("2026-09-14"), "a Monday");
    let told = stage.told(moment(working[75], 8));
    let [Facts::Falling { counter, fall }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((counter, fall.now.percent(), fall.now.n), (&slug("quay-1"), 33, 60));
    assert_eq!((fall.before.percent(), fall.before.n), (100, 360));
    assert_eq!(stage.told(moment(working[76], 8)), []);
    assert_eq!(stage.told(moment(working[80], 8)), [], "the same days again");
}

#[test]
fn days_are_numbers_that_read_like_days() {
    assert_eq!(number(date("2026-11-21")), 20_261_121);
    assert_eq!(day(20_261_121), Some(date("2026-11-21")));
    assert_eq!((day(0), day(20_261_341)), (None, None));
    assert_eq!(in_vietnam(midnight(date("2026-11-21"))).0, date("2026-11-21"));
    assert_eq!(in_vietnam(midnight(date("2026-11-21")) - 1).0, date("2026-11-20"));
}
