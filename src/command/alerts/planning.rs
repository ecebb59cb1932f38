//! What is to be told now: causes that have gathered, and on each working day what is due, what has stopped, what was.
//!
//! Everything is worked out first and queued with the mark that says so, in one transaction. A mark that somebody else
//! has moved on meanwhile voids the plan.

use std::collections::BTreeMap;

use super::ratings::{Row, falls, silences};
use crate::feedback::alert::{AlertKind, Digest, END, Facts, MatterTally, New, Recipient};
use crate::feedback::matter::MatterKind;
use crate::publication::RatingDesk;
use crate::store::{
    AlertMark, AlertPlan, AlertWork, Cause, QueuedAlert, Randomness, Store, StoreError, Work,
};
use crate::text::{Date, Hour, Slug, in_vietnam};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The marks: up to where causes of a kind were told, the day and the week (its Monday) of the last morning.
const MORNING: &str = "day";
const WEEK: &str = "week";

/// How long causes of a kind gather, and how long it is quiet after they were told.
const GATHER: [(AlertKind, i64, i64); 2] =
    [(AlertKind::New, 10 * SECOND, 15 * MINUTE), (AlertKind::Burst, 2 * MINUTE, HOUR)];

/// The longest that a daily digest looks back, in days.
const LOOK_BACK: i32 = 31;

/// A round of planning: what there is at one moment.
pub(super) struct Round<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) desk: &'a RatingDesk,
    pub(super) random: &'a Randomness,
    /// In milliseconds UTC.
    pub(super) now: i64,
    /// When a morning begins.
    pub(super) hour: Hour,
    pub(super) recipients: Vec<Recipient>,
    pub(super) marks: BTreeMap<(Slug, String), i64>,
}

impl<'a> Round<'a> {
    /// Reads what a round needs.
    pub(super) fn begin(
        store: &'a dyn Store,
        desk: &'a RatingDesk,
        random: &'a Randomness,
        now: i64,
        hour: Hour,
    ) -> Result<Self, StoreError> {
        let (recipients, marks) = (store.recipients()?.readable, store.alert_marks()?);
        Ok(Self { store, desk, random, now, hour, recipients, marks })
    }

    /// All work that is to be done now.
    pub(super) fn plans(&self) -> Result<Vec<Work>, StoreError> {
        let mut plans = self.gathered()?;
        let (today, hour) = in_vietnam(self.now);
        if hour >= self.hour && self.desk.matters.calendar.is_working_day(today) {
            for place in &self.desk.matters.places {
                plans.extend(self.morning(&place.agency, today)?);
            }
        }
        Ok(plans.into_iter().map(|plan| Work::Alerts(AlertWork::Plan(Box::new(plan)))).collect())
    }

    /// Plans of causes that have gathered long enough.
    fn gathered(&self) -> Result<Vec<AlertPlan>, StoreError> {
        let mut of: BTreeMap<(Slug, &str), Vec<Cause>> = BTreeMap::new();
        for cause in self.store.causes()? {
            let Some((kind, ..)) = GATHER.iter().find(|(kind, ..)| kind.word() == cause.kind)
            else {
                continue;
            };
            of.entry((cause.agency.clone(), kind.word())).or_default().push(cause);
        }
        let ripe = of.into_iter().filter_map(|((agency, kind), causes)| {
            let (kind, gather, quiet) = *GATHER.iter().find(|(one, ..)| one.word() == kind)?;
            let first = causes.iter().map(|cause| cause.first_at).min()?;
            let before = self.mark(&agency, kind.word());
            // A clock that was set back keeps nobody waiting.
            let over = |since: i64, long: i64| self.now - since >= long || since > self.now;
            let ripe = over(first, gather) && before.is_none_or(|told| over(told, quiet));
            ripe.then(|| {
                let facts = of_causes(kind, &causes);
                let mark = AlertMark { what: kind.word().into(), mark: self.now };
                AlertPlan { causes, ..self.plan(&agency, mark, &[facts]) }
            })
        });
        Ok(ripe.collect())
    }

    /// The plan of a working day at an agency; none if nobody is told, or if it was made.
    fn morning(&self, agency: &Slug, today: Date) -> Result<Option<AlertPlan>, StoreError> {
        let of_mornings = |one: &Recipient| {
            let gathered = |kind| GATHER.iter().any(|(of, ..)| *of == kind);
            let here = one.agency.as_ref().is_none_or(|own| own == agency);
            here && one.kinds.iter().any(|kind| !gathered(*kind))
        };
        let told = self.mark(agency, MORNING);
        let done = told.is_some_and(|told| told >= number(today));
        if done || !self.recipients.iter().any(of_mornings) {
            return Ok(None);
        }
        let mut facts = Vec::new();
        let mut marks = Vec::new();
        let before = told.and_then(day);
        let next = self.next_working_day(today);
        let yesterday = today.plus_days(-1);
        let due = self.store.due_between(agency, Some(today), next)?;
        let overdue = self.store.due_between(agency, None, yesterday)?;
        facts.push(Facts::Due { until: next, due });
        let newly = self.store.due_between(agency, before, yesterday)?;
        facts.push(Facts::Overdue { newly, all: overdue });
        let now = |brought, from, until, (ratings, held)| -> Result<_, StoreError> {
            let open = self.store.open_matters(agency)?;
            Ok(Digest { from, until, brought, open, overdue, due, ratings, held })
        };
        let row = Row::read(self.store, self.desk, agency, today)?;
        let from = before.unwrap_or_else(|| row.previous_working_day()).min(yesterday);
        let from = from.max(today.plus_days(-LOOK_BACK));
        let brought = self.received(agency, from, yesterday)?;
        facts.push(Facts::Daily(now(brought, from, yesterday, row.ratings(from, yesterday))?));
        for silence in silences(&row) {
            let what = format!("silent:{}", silence.counter);
            let mark = number(silence.last);
            // One silence is told once.
            if self.mark(agency, &what).is_none_or(|told| told < mark) {
                marks.push(AlertMark { what, mark });
                let (counter, silence) = (silence.counter, silence.silence);
                facts.push(Facts::Silent { counter, silence });
            }
        }
        let monday = today.plus_days(1 - i32::from(today.weekday()));
        if self.mark(agency, WEEK).is_none_or(|told| told < number(monday)) {
            marks.push(AlertMark { what: WEEK.into(), mark: number(monday) });
            let (from, until) = (monday.plus_days(-7), monday.plus_days(-1));
            let brought = self.received(agency, from, until)?;
            facts.push(Facts::Weekly(now(brought, from, until, row.ratings(from, until))?));
            for (counter, fall) in falls(self.store, self.desk, &row)? {
                let what = format!("falling:{counter}");
                // The last days of one telling are no part of those of the next.
                let again = today.plus_days(-14);
                let told = self.mark(agency, &what).and_then(day);
                if told.is_none_or(|told| told <= again) {
                    marks.push(AlertMark { what, mark: number(today) });
                    facts.push(Facts::Falling { counter, fall });
                }
            }
        }
        let mark = AlertMark { what: MORNING.into(), mark: number(today) };
        Ok(Some(AlertPlan { more_marks: marks, ..self.plan(agency, mark, &facts) }))
    }

    /// What an agency received on some days.
    fn received(&self, agency: &Slug, from: Date, until: Date) -> Result<MatterTally, StoreError> {
        self.store.received_between(agency, midnight(from), midnight(until.plus_days(1)))
    }

    /// A plan that tells everybody who wants to know.
    fn plan(&self, agency: &Slug, mark: AlertMark, facts: &[Facts]) -> AlertPlan {
        let before = self.mark(agency, &mark.what);
        let alerts = self.recipients.iter().flat_map(|recipient| {
            let told = facts.iter().filter_map(|facts| recipient.told(agency, facts));
            told.map(|facts| {
                let mut id = [0; 16];
                (self.random)(&mut id);
                let (agency, target) = (agency.clone(), recipient.target.clone());
                QueuedAlert { id, recipient: recipient.id, target, agency, facts }
            })
        });
        AlertPlan {
            agency: agency.clone(),
            mark,
            before,
            more_marks: Vec::new(),
            causes: Vec::new(),
            alerts: alerts.collect(),
            now: self.now,
            until: self.now + END,
        }
    }

    fn mark(&self, agency: &Slug, what: &str) -> Option<i64> {
        self.marks.get(&(agency.clone(), what.to_owned())).copied()
    }

    fn next_working_day(&self, today: Date) -> Date {
        let mut coming = (1..366).map(|days| today.plus_days(days));
        let next = coming.find(|day| self.desk.matters.calendar.is_working_day(*day));
        next.unwrap_or_else(|| today.plus_days(1))
    }
}

/// What causes of one kind say.
fn of_causes(kind: AlertKind, causes: &[Cause]) -> Facts {
    let n = |cause: &Cause| u64::try_from(cause.n).unwrap_or_default();
    if kind == AlertKind::Burst {
        let counters = causes.iter().filter_map(|cause| {
            let counter = Slug::parse(&cause.subject).ok()?;
            (n(cause) > 0).then(|| (counter, n(cause)))
        });
        return Facts::Burst { counters: counters.collect() };
    }
    let mut new = New::default();
    for cause in causes {
        match cause.subject.as_str() {
            Cause::REOPENED => new.reopened += n(cause),
            Cause::HELD => new.held += n(cause),
            word => {
                if let Some(kind) = MatterKind::parse(word) {
                    new.brought.add(kind, n(cause));
                }
            }
        }
    }
    Facts::New(new)
}

/// The first moment of a day in Vietnam, in milliseconds UTC.
fn midnight(day: Date) -> i64 {
    i64::from(day.day_number()) * DAY - 7 * HOUR
}

/// A day as a number that reads like one: 20261121.
pub(super) fn number(day: Date) -> i64 {
    let digits: String = day.to_string().chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

/// The day of such a number.
pub(super) fn day(number: i64) -> Option<Date> {
    let part = |number: i64| i16::try_from(number).ok();
    Date::new(part(number / 10_000)?, part(number / 100 % 100)?, part(number % 100)?).ok()
}

#[cfg(test)]
#[path = "planning_tests.rs"]
mod tests;
