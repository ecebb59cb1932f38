//! The ratings of an agency by working day, laid out for the rules that look for silence and for a fall.

use std::collections::{BTreeMap, BTreeSet};

use super::planning::{day, number};
use crate::feedback::Mode;
use crate::feedback::alert::{DayCount, Fall, Satisfied, Silence, falling, silence};
use crate::feedback::satisfaction::{Instrument, Scoring};
use crate::publication::RatingDesk;
use crate::store::{Store, StoreError};
use crate::text::{Date, Slug};

/// How many days are looked at: enough for seventy working days with Tết among them.
const DAYS: i32 = 120;

/// The working days that are looked at for a fall: the last ones, and those before.
const LAST: usize = 10;
const BEFORE: usize = 60;

/// The days before today, and what was rated on them.
pub(super) struct Row {
    agency: Slug,
    /// Working days that are over, oldest first.
    working: Vec<Date>,
    /// The counters that can be rated now.
    counters: BTreeSet<Slug>,
    counts: Vec<DayCount>,
}

/// A counter that is silent.
pub(super) struct SilentCounter {
    pub(super) counter: Slug,
    /// The last day with a rating.
    pub(super) last: Date,
    pub(super) silence: Silence,
}

impl Row {
    /// The ratings of an agency on the days before `today`.
    pub(super) fn read(
        store: &dyn Store,
        desk: &RatingDesk,
        agency: &Slug,
        today: Date,
    ) -> Result<Self, StoreError> {
        let (first, last) = (today.plus_days(-DAYS), today.plus_days(-1));
        let days = (-DAYS..0).map(|days| today.plus_days(days));
        let working = days.filter(|day| desk.matters.calendar.is_working_day(*day)).collect();
        let here = desk.places.iter().filter(|place| place.agency == *agency && !place.retired);
        let counters = here.map(|place| place.counter.clone()).collect();
        let counts = store.day_counts(agency, None, (first, last))?;
        Ok(Self { agency: agency.clone(), working, counters, counts })
    }

    /// The last working day before today.
    pub(super) fn previous_working_day(&self) -> Date {
        // In 120 days somebody works.
        self.working.last().copied().unwrap_or_else(|| unreachable!())
    }

    /// How many ratings there were on some days, and how many of these days lie in quarantine.
    pub(super) fn ratings(&self, from: Date, until: Date) -> (u64, u64) {
        let days = number(from)..=number(until);
        let of = |held| {
            let there = self.counts.iter().filter(|one| days.contains(&i64::from(one.day)));
            there.filter(|one| one.held == held).map(|one| one.n).sum()
        };
        (of(false), of(true))
    }
}

/// The counters that were rated steadily and are rated no more. A rating in quarantine is one too: the code is there
/// and can be scanned.
pub(super) fn silences(row: &Row) -> Vec<SilentCounter> {
    let silent = row.counters.iter().filter_map(|counter| {
        let of_counter = row.counts.iter().filter(|one| one.counter == *counter && one.n > 0);
        let rated: BTreeSet<i64> = of_counter.map(|one| i64::from(one.day)).collect();
        let (first, last) = (*rated.first()?, *rated.last()?);
        let working = row.working.iter().filter(|day| number(**day) >= first);
        let days: Vec<bool> = working.map(|day| rated.contains(&number(*day))).collect();
        let silence = silence(&days)?;
        // A rating on a day of rest ends a silence too.
        let quiet = row.working.len().checked_sub(usize::try_from(silence.days).ok()?)?;
        let since = row.working.get(quiet)?;
        if last >= number(*since) {
            return None;
        }
        Some(SilentCounter { counter: counter.clone(), last: day(last)?, silence })
    });
    silent.collect()
}

/// What must be alike before shares may be compared.
type Stratum = (Slug, Slug, u16, Mode, bool);

/// The counters where fewer are satisfied than before. Ways of answering and versions of surveys are compared each
/// with itself; of several that fell, the one with most answers is told.
pub(super) fn falls(
    store: &dyn Store,
    desk: &RatingDesk,
    row: &Row,
) -> Result<BTreeMap<Slug, Fall>, StoreError> {
    let mut falls: BTreeMap<Slug, Fall> = BTreeMap::new();
    let Some(first_last) = row.working.len().checked_sub(LAST) else { return Ok(falls) };
    let first_before = first_last.saturating_sub(BEFORE);
    let (Some(before_from), Some(last_from)) =
        (row.working.get(first_before), row.working.get(first_last))
    else {
        return Ok(falls);
    };
    let days = (*before_from, row.previous_working_day());
    for survey in &desk.surveys {
        let instrument = Instrument::of(survey);
        let criterion = instrument.overall.as_ref().or_else(|| instrument.criteria().next());
        let Some(criterion) = criterion else { continue };
        let mut shares: BTreeMap<Stratum, (Satisfied, Satisfied)> = BTreeMap::new();
        for one in store.day_counts(&row.agency, Some(&criterion.question), days)? {
            let fits = one.survey == survey.id && one.version == survey.version && !one.held;
            let level = criterion.scoring.score(&one.answer);
            let (true, Some(level)) = (fits && row.counters.contains(&one.counter), level) else {
                continue;
            };
            let key = (one.counter, one.survey, one.version, one.mode, one.verified);
            let (before, now) = shares.entry(key).or_default();
            let share = if i64::from(one.day) >= number(*last_from) { now } else { before };
            share.n += one.n;
            share.satisfied += if level >= satisfied_from(&criterion.scoring) { one.n } else { 0 };
        }
        for ((counter, ..), (before, now)) in shares {
            let Some(fall) = falling(before, now) else { continue };
            let known = falls.entry(counter).or_insert(fall);
            if fall.now.n > known.now.n {
                *known = fall;
            }
        }
    }
    Ok(falls)
}

/// The least score of somebody who is satisfied: the upper two of five levels, the best of three, the full points.
fn satisfied_from(scoring: &Scoring) -> u8 {
    match scoring {
        Scoring::Levels(5) => 4,
        other => other.best(),
    }
}
