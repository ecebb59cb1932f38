//! What lies in quarantine, as far as it may be read.

use std::collections::BTreeMap;

use super::{HeldCount, HeldGroup};
use crate::feedback::secrecy::{HalfDay, Horizon};
use crate::store::cells::Reading;
use crate::store::snapshot::{Snapshot, Value};
use crate::store::{StoreError, marks_text};
use crate::text::Slug;

/// At most so many groups are listed.
const MOST: i64 = 200;

const GROUPS: &str = "SELECT counter, (received_at + 25200000) / 43200000 AS half_day, marks, count(*) \
     FROM rating WHERE agency = $1 AND held = 1 AND judged_at IS NULL AND received_at < $2 \
     GROUP BY 1, 2, 3 ORDER BY 2, 1, 3 LIMIT $3";

/// Asked for what is decided and for what is not, so that either is a part of one index.
const WAITING: &str = "SELECT counter, count(*) FROM rating \
     WHERE agency = $1 AND held = 1 AND judged_at IS NULL AND received_at < $2 GROUP BY counter";

const KEPT_OUT: &str = "SELECT counter, count(*) FROM rating \
     WHERE agency = $1 AND held = 1 AND judged_at > 0 AND received_at < $2 GROUP BY counter";

const IDS: &str = "SELECT id FROM rating WHERE agency = $1 AND held = 1 AND judged_at IS NULL \
     AND received_at >= $2 AND received_at < $3 AND counter = $4 AND marks = $5 LIMIT 1000";

pub(super) fn groups(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    horizon: Horizon,
) -> Result<Vec<HeldGroup>, StoreError> {
    let until = horizon.half_day().start();
    let mut groups = Vec::new();
    let values = [Value::Text(agency.as_str()), Value::Number(until), Value::Number(MOST)];
    snapshot.rows(GROUPS, &values, &mut |row| {
        let cells = Reading { row, whose: "in rating".into() };
        groups.push(HeldGroup {
            counter: cells.slug(0, "counter")?,
            half_day: HalfDay(cells.number(1, "received_at")?),
            marks: cells.parse(2, "marks", marks_text::read)?,
            n: cells.small(3, "count")?,
        });
        Ok(())
    })?;
    Ok(groups)
}

pub(super) fn counts(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    horizon: Horizon,
) -> Result<Vec<HeldCount>, StoreError> {
    let values = [Value::Text(agency.as_str()), Value::Number(horizon.half_day().start())];
    let mut counts: BTreeMap<Slug, (u64, u64)> = BTreeMap::new();
    snapshot.rows(WAITING, &values, &mut |row| {
        let cells = Reading { row, whose: "in rating".into() };
        counts.entry(cells.slug(0, "counter")?).or_default().0 = cells.small(1, "count")?;
        Ok(())
    })?;
    snapshot.rows(KEPT_OUT, &values, &mut |row| {
        let cells = Reading { row, whose: "in rating".into() };
        counts.entry(cells.slug(0, "counter")?).or_default().1 = cells.small(1, "count")?;
        Ok(())
    })?;
    let count = |(counter, (waiting, kept_out))| HeldCount { counter, waiting, kept_out };
    Ok(counts.into_iter().map(count).collect())
}

pub(super) fn ids(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    group: &HeldGroup,
) -> Result<Vec<[u8; 16]>, StoreError> {
    let marks = marks_text::write(&group.marks);
    let values = [
        Value::Text(agency.as_str()),
        Value::Number(group.half_day.start()),
        Value::Number(group.half_day.next().start()),
        Value::Text(group.counter.as_str()),
        Value::Text(&marks),
    ];
    let mut ids = Vec::new();
    snapshot.rows(IDS, &values, &mut |row| {
        ids.push(Reading { row, whose: "in rating".into() }.id(0, "id")?);
        Ok(())
    })?;
    Ok(ids)
}
