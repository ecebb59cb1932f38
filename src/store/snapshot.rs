//! What a database holds at one moment, and where its tallies differ from its ratings then.
//!
//! What tallies lack of what ratings add up to does not change while others write, because every writing
//! moves both in one transaction. So a rebuilding reads one snapshot without stopping anybody and then
//! adds what was lacking; the turn of the lock row tells whether another rebuilding came between.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{self, Cells};
use super::tally::{LocalTime, rolled_up};
use super::{StoreError, StoredRating, Tallies, TallySpan, rating_lists, select};
use crate::text::Slug;

/// A value in a statement.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(i64),
    Bytes(&'a [u8]),
}

/// What a row is handed to.
pub(super) type EachRow<'a> = &'a mut dyn FnMut(&dyn Cells) -> Result<(), StoreError>;

/// Reads at one moment, whatever is written meanwhile.
pub(super) trait Snapshot {
    /// Hands every row of a statement to `each`.
    fn rows(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        each: EachRow<'_>,
    ) -> Result<(), StoreError>;

    /// Lets the moment go; the next row read begins another. What is held meanwhile keeps nobody waiting.
    fn renew(&mut self) -> Result<(), StoreError>;
}

/// Hands every rating to `each`, by agency and time, with what was decided of its words.
pub(super) fn export(
    snapshot: &mut dyn Snapshot,
    each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = format!("{} {}", select::RATING, select::BY_TIME);
    let mut reviews = rating_lists::reviews(snapshot, rating_lists::REVIEWS, &[])?;
    snapshot.rows(&sql, &[], &mut |row| {
        let rating = cells::rating(row)?;
        let reviews = reviews.remove(&rating.id).unwrap_or_default();
        each(StoredRating { reviews, ..rating })
    })
}

/// How many ratings there are.
pub(super) fn count(snapshot: &mut dyn Snapshot) -> Result<u64, StoreError> {
    Ok(u64::try_from(number(snapshot, select::COUNT)?).unwrap_or_default())
}

/// How often tallies have been rebuilt.
pub(super) fn rebuild_turn(snapshot: &mut dyn Snapshot) -> Result<i64, StoreError> {
    number(snapshot, select::REBUILD_TURN)
}

/// The tallies of a span.
pub(super) fn tallies(
    snapshot: &mut dyn Snapshot,
    span: &TallySpan,
) -> Result<Tallies, StoreError> {
    let mut tallies = Tallies::default();
    let (from, until) = (i64::from(span.from), i64::from(span.until));
    let days = of_span(select::ANSWERS, span, from, until);
    snapshot.rows(&days.0, &days.1, &mut |row| {
        let (cell, n) = cells::answer_cell(row)?;
        tallies.answers.insert(cell, n);
        Ok(())
    })?;
    let months = of_span(select::SCORES, span, from / 100, until / 100);
    snapshot.rows(&months.0, &months.1, &mut |row| {
        let (cell, sums) = cells::score_cell(row)?;
        tallies.scores.insert(cell, sums);
        Ok(())
    })?;
    let months = of_span(select::HOURS, span, from / 100, until / 100);
    snapshot.rows(&months.0, &months.1, &mut |row| {
        let (cell, n) = cells::hour_cell(row)?;
        tallies.hours.insert(cell, n);
        Ok(())
    })?;
    tallies.drop_zeros();
    Ok(tallies)
}

/// What the tallies of each month that is not sealed lack of what its ratings add up to; months that lack
/// nothing are passed over.
pub(super) fn lacking(
    snapshot: &mut dyn Snapshot,
    each: &mut dyn FnMut(Tallies) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for (agency, month) in open_months(snapshot)? {
        let mut true_ones = Tallies::default();
        let sql = format!("{} {}", select::RATING, select::OF_PERIOD);
        let (from, until) = LocalTime::moments(month);
        let values = [Value::Text(agency.as_str()), Value::Number(from), Value::Number(until)];
        snapshot.rows(&sql, &values, &mut |row| {
            true_ones.add(&cells::rating(row)?);
            Ok(())
        })?;
        true_ones.subtract(&tallies(snapshot, &TallySpan::month(Some(agency.clone()), month))?);
        if !true_ones.is_empty() {
            each(true_ones)?;
        }
    }
    Ok(())
}

/// What tally (d) of each agency lacks of tally (a), sealed months too; agencies that lack nothing are passed over.
pub(super) fn lacking_periods(
    snapshot: &mut dyn Snapshot,
    each: &mut dyn FnMut(Tallies) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut agencies = BTreeSet::new();
    snapshot.rows(select::TALLIED_AGENCIES, &[], &mut |row| {
        agencies.insert(cells::agency(row)?);
        Ok(())
    })?;
    for agency in agencies {
        let mut lacking = Tallies::default();
        let id = Value::Text(agency.as_str());
        let all = TallySpan { agency: Some(agency.clone()), ..TallySpan::all() };
        let days = of_span(select::ANSWERS, &all, all.from.into(), all.until.into());
        let mut answers = BTreeMap::new();
        snapshot.rows(&days.0, &days.1, &mut |row| {
            let (cell, n) = cells::answer_cell(row)?;
            answers.insert(cell, n);
            Ok(())
        })?;
        lacking.periods = rolled_up(&answers);
        snapshot.rows(select::PERIODS, &[id, id], &mut |row| {
            let (cell, n) = cells::period_cell(row)?;
            *lacking.periods.entry(cell).or_default() -= n;
            Ok(())
        })?;
        lacking.drop_zeros();
        if !lacking.is_empty() {
            each(lacking)?;
        }
    }
    Ok(())
}

/// The agencies that have ratings, each with the moments of its first and its last.
pub(super) fn periods(snapshot: &mut dyn Snapshot) -> Result<Vec<(Slug, i64, i64)>, StoreError> {
    let mut periods: Vec<(Slug, i64, i64)> = Vec::new();
    loop {
        let before = periods.last().map_or(String::new(), |(agency, ..)| agency.to_string());
        let mut next = None;
        snapshot.rows(select::NEXT_FIRST, &[Value::Text(&before)], &mut |row| {
            next = Some(cells::agency_and_number(row, 1)?);
            Ok(())
        })?;
        let Some((agency, first)) = next else { return Ok(periods) };
        let mut last = first;
        snapshot.rows(select::LAST, &[Value::Text(agency.as_str())], &mut |row| {
            last = cells::agency_and_number(row, 1)?.1;
            Ok(())
        })?;
        periods.push((agency, first, last));
    }
}

/// Agencies and months that hold ratings or tallies and are not sealed.
fn open_months(snapshot: &mut dyn Snapshot) -> Result<BTreeSet<(Slug, u32)>, StoreError> {
    let mut months = BTreeSet::new();
    for (agency, first, last) in periods(snapshot)? {
        let (mut month, last) = (LocalTime::of(first).month(), LocalTime::of(last).month());
        while month <= last {
            months.insert((agency.clone(), month));
            month = LocalTime::next_month(month);
        }
    }
    snapshot.rows(select::TALLY_MONTHS, &[], &mut |row| {
        let (agency, month) = cells::agency_and_number(row, 1)?;
        months.insert((agency, u32::try_from(month).unwrap_or_default()));
        Ok(())
    })?;
    let mut lines = BTreeMap::new();
    snapshot.rows(select::PURGE_LINES, &[], &mut |row| {
        let (agency, month) = cells::agency_and_number(row, 1)?;
        lines.insert(agency, month);
        Ok(())
    })?;
    months
        .retain(|(agency, month)| lines.get(agency).is_none_or(|line| i64::from(*month) >= *line));
    Ok(months)
}

fn of_span<'a>(sql: &str, span: &'a TallySpan, from: i64, until: i64) -> (String, Vec<Value<'a>>) {
    let mut values = vec![Value::Number(from), Value::Number(until)];
    match &span.agency {
        None => (sql.to_owned(), values),
        Some(agency) => {
            values.push(Value::Text(agency.as_str()));
            (format!("{sql} {}", select::OF_AGENCY), values)
        }
    }
}

pub(super) fn number(snapshot: &mut dyn Snapshot, sql: &str) -> Result<i64, StoreError> {
    let mut number = 0;
    snapshot.rows(sql, &[], &mut |row| {
        number = cells::number(row)?;
        Ok(())
    })?;
    Ok(number)
}
