//! What is looked up of alerts, and counted for them.

use std::collections::BTreeMap;

use super::{AlertState, Cause, Recipients, StoredAlert, UnreadableRecipient};
use crate::diagnostic::Tongue;
use crate::feedback::Mode;
use crate::feedback::alert::{AlertKind, Audience, DayCount, MatterTally, Recipient, Target};
use crate::feedback::matter::MatterKind;
use crate::store::StoreError;
use crate::store::cells::{Cells, Reading};
use crate::store::snapshot::{Snapshot, Value};
use crate::store::stored_rating::{digits, new_id};
use crate::store::tally::{ANY, day_number};
use crate::text::{Date, Slug};

const RECIPIENTS: &str =
    "SELECT id, agency, way, target, tongues, kinds, audience, created_at FROM alert_recipient";

const ALERT: &str = "SELECT id, recipient, agency, facts, created_at, state, tries, next_at, until, lease_until, \
     unsure, trouble, ended_at FROM alert";

/// All recipients, the first added first. A row that cannot be read stands in nobody's way but its own.
pub(in crate::store) fn recipients(snapshot: &mut dyn Snapshot) -> Result<Recipients, StoreError> {
    let mut all = Recipients::default();
    snapshot.rows(RECIPIENTS, &[], &mut |row| {
        let id = row.bytes(0).map_err(StoreError::Read)?.unwrap_or_default();
        match recipient(row) {
            Ok(one) => all.readable.push(one),
            Err(StoreError::Read(fault)) => return Err(StoreError::Read(fault)),
            Err(error) => {
                all.unreadable.push(UnreadableRecipient { id, reason: error.to_string() });
            }
        }
        Ok(())
    })?;
    all.readable.sort_by_key(|one| (one.created_at, one.id));
    all.unreadable.sort();
    Ok(all)
}

/// How many messages there are in each state.
pub(in crate::store) fn counts(
    snapshot: &mut dyn Snapshot,
) -> Result<Vec<(AlertState, u64)>, StoreError> {
    let mut all: Vec<_> = AlertState::ALL.into_iter().map(|state| (state, 0)).collect();
    let sql = "SELECT state, count(*) FROM alert GROUP BY state";
    snapshot.rows(sql, &[], &mut |row| {
        let cells = Reading { row, whose: "in alert".into() };
        let (state, n) = (cells.parse(0, "state", AlertState::parse)?, cells.small(1, "count")?);
        for (_, counted) in all.iter_mut().filter(|(known, _)| *known == state) {
            *counted = n;
        }
        Ok(())
    })?;
    Ok(all)
}

/// The settings that all hosts share.
pub(in crate::store) fn settings(
    snapshot: &mut dyn Snapshot,
) -> Result<BTreeMap<String, String>, StoreError> {
    let mut all = BTreeMap::new();
    snapshot.rows("SELECT name, value FROM alert_setting", &[], &mut |row| {
        let cells = Reading { row, whose: "of a setting".into() };
        let word = |at, column| cells.parse(at, column, |text| Some(text.to_owned()));
        all.insert(word(0, "name")?, word(1, "value")?);
        Ok(())
    })?;
    Ok(all)
}

/// What is to be told, by agency, kind and subject.
pub(in crate::store) fn causes(snapshot: &mut dyn Snapshot) -> Result<Vec<Cause>, StoreError> {
    let sql = "SELECT agency, kind, subject, n, first_at FROM alert_cause";
    let mut all = Vec::new();
    snapshot.rows(sql, &[], &mut |row| {
        let cells = Reading { row, whose: "in alert_cause".into() };
        let word = |at, column| cells.parse(at, column, |text| Some(text.to_owned()));
        all.push(Cause {
            agency: cells.slug(0, "agency")?,
            kind: word(1, "kind")?,
            subject: word(2, "subject")?,
            n: cells.number(3, "n")?,
            first_at: cells.number(4, "first_at")?,
        });
        Ok(())
    })?;
    all.sort_by(|one, other| {
        let key = |cause: &Cause| (cause.agency.clone(), cause.kind.clone(), cause.subject.clone());
        key(one).cmp(&key(other))
    });
    Ok(all)
}

/// Up to where what was told, by agency.
pub(in crate::store) fn marks(
    snapshot: &mut dyn Snapshot,
) -> Result<BTreeMap<(Slug, String), i64>, StoreError> {
    let mut all = BTreeMap::new();
    snapshot.rows("SELECT agency, what, mark FROM alert_mark", &[], &mut |row| {
        let cells = Reading { row, whose: "in alert_mark".into() };
        let what = cells.parse(1, "what", |text| Some(text.to_owned()))?;
        all.insert((cells.slug(0, "agency")?, what), cells.number(2, "mark")?);
        Ok(())
    })?;
    Ok(all)
}

/// Messages of one way that are to be sent at `now` and that nobody is at work with, the longest due first.
pub(in crate::store) fn due(
    snapshot: &mut dyn Snapshot,
    way: &str,
    now: i64,
    most: u32,
) -> Result<Vec<StoredAlert>, StoreError> {
    let sql = format!(
        "{ALERT} WHERE state = 'waiting' AND way = $1 AND next_at <= $2 AND lease_until <= $3 \
         ORDER BY next_at, id LIMIT $4"
    );
    let now = Value::Number(now);
    alerts(snapshot, &sql, &[Value::Text(way), now, now, Value::Number(most.into())])
}

/// At most so many messages in a state, the oldest first; the latest first of those that were sent.
pub(in crate::store) fn in_state(
    snapshot: &mut dyn Snapshot,
    state: AlertState,
    most: u32,
) -> Result<Vec<StoredAlert>, StoreError> {
    let order = if state == AlertState::Sent { "ended_at DESC, id" } else { "created_at, id" };
    let sql = format!("{ALERT} WHERE state = $1 ORDER BY {order} LIMIT $2");
    alerts(snapshot, &sql, &[Value::Text(state.word()), Value::Number(most.into())])
}

/// Open matters of an agency that are due from one day until another, by kind.
pub(in crate::store) fn due_between(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    from: Option<Date>,
    until: Date,
) -> Result<MatterTally, StoreError> {
    let sql = "SELECT kind, count(*) FROM matter WHERE agency = $1 AND due >= $2 AND due <= $3 GROUP BY kind";
    let from = from.map_or(0, |day| i64::from(day_number(day)));
    let until = i64::from(day_number(until));
    tally(snapshot, sql, &[Value::Text(agency.as_str()), Value::Number(from), Value::Number(until)])
}

/// Open matters of an agency, by kind.
pub(in crate::store) fn open(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
) -> Result<MatterTally, StoreError> {
    let sql =
        "SELECT kind, count(*) FROM matter WHERE agency = $1 AND due IS NOT NULL GROUP BY kind";
    tally(snapshot, sql, &[Value::Text(agency.as_str())])
}

/// Matters that an agency received from one moment until before another, by kind. Ids begin with the moment, so
/// this reads the rows of these days only.
pub(in crate::store) fn received_between(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    from: i64,
    until: i64,
) -> Result<MatterTally, StoreError> {
    let sql = "SELECT kind, count(*) FROM matter WHERE agency = $1 AND id >= $2 AND id < $3 GROUP BY kind";
    let id = |moment| new_id(moment, |_| {});
    let (from, until) = (id(from), id(until));
    tally(snapshot, sql, &[Value::Text(agency.as_str()), Value::Bytes(&from), Value::Bytes(&until)])
}

/// Answers to a question of ratings of an agency by day, from one day until another; the ratings themselves if no
/// question is named.
pub(in crate::store) fn day_counts(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    question: Option<&Slug>,
    (from, until): (Date, Date),
) -> Result<Vec<DayCount>, StoreError> {
    let sql = "SELECT counter, survey, version, mode, verified, held, day, answer, CAST(sum(n) AS BIGINT) \
               FROM tally_answer WHERE agency = $1 AND held IN (0, 1) AND day >= $2 AND day <= $3 AND question = $4 \
               GROUP BY counter, survey, version, mode, verified, held, day, answer";
    let number = |day| Value::Number(day_number(day).into());
    let question = Value::Text(question.map_or(ANY, Slug::as_str));
    let values = [Value::Text(agency.as_str()), number(from), number(until), question];
    let mut counts = Vec::new();
    snapshot.rows(sql, &values, &mut |row| {
        let cells = Reading { row, whose: "in tally_answer".into() };
        counts.push(DayCount {
            counter: cells.slug(0, "counter")?,
            survey: cells.slug(1, "survey")?,
            version: cells.small(2, "version")?,
            mode: cells.parse(3, "mode", Mode::parse)?,
            verified: cells.number(4, "verified")? != 0,
            held: cells.number(5, "held")? != 0,
            day: cells.small(6, "day")?,
            answer: cells.parse(7, "answer", |word| Some(word.to_owned()))?,
            n: u64::try_from(cells.number(8, "n")?).unwrap_or_default(),
        });
        Ok(())
    })?;
    Ok(counts)
}

fn tally(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
) -> Result<MatterTally, StoreError> {
    let mut tally = MatterTally::default();
    snapshot.rows(sql, values, &mut |row| {
        let cells = Reading { row, whose: "of a kind".into() };
        let kind = cells.parse(0, "kind", MatterKind::parse)?;
        tally.add(kind, u64::try_from(cells.number(1, "count")?).unwrap_or_default());
        Ok(())
    })?;
    Ok(tally)
}

fn alerts(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Vec<StoredAlert>, StoreError> {
    let mut all = Vec::new();
    snapshot.rows(sql, values, &mut |row| {
        let cells = Reading { row, whose: "of an alert".into() };
        all.push(StoredAlert {
            id: cells.id(0, "id")?,
            recipient: cells.id(1, "recipient")?,
            agency: cells.slug(2, "agency")?,
            facts: cells.parse(3, "facts", |text| Some(text.to_owned()))?,
            created_at: cells.number(4, "created_at")?,
            state: cells.parse(5, "state", AlertState::parse)?,
            tries: cells.small(6, "tries")?,
            next_at: cells.number(7, "next_at")?,
            until: cells.number(8, "until")?,
            lease_until: cells.number(9, "lease_until")?,
            unsure: cells.number(10, "unsure")? != 0,
            trouble: row.text(11).map_err(StoreError::Read)?,
            ended_at: row.number(12).map_err(StoreError::Read)?,
        });
        Ok(())
    })?;
    Ok(all)
}

fn recipient(row: &dyn Cells) -> Result<Recipient, StoreError> {
    let id = row.bytes(0).map_err(StoreError::Read)?.unwrap_or_default();
    let cells = Reading { row, whose: digits(&id) };
    let way = cells.parse(2, "way", |word| Some(word.to_owned()))?;
    Ok(Recipient {
        id: cells.id(0, "id")?,
        agency: cells.some_slug(1, "agency")?,
        target: cells.parse(3, "target", |address| Target::parse(&way, address))?,
        tongues: cells.parse(4, "tongues", |words| each(words, |tag| Tongue::parse(tag).ok()))?,
        kinds: cells.parse(5, "kinds", |words| each(words, AlertKind::parse))?,
        audience: cells.parse(6, "audience", Audience::parse)?,
        created_at: cells.number(7, "created_at")?,
    })
}

/// Words with spaces between, each read; none if one of them is unknown.
fn each<T>(words: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    words.split_whitespace().map(parse).collect()
}
