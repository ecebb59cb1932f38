//! Piles of paper slips, looked up.

use super::disclosing::{REVIEWS, read, reviews};
use super::{DisclosureQuery, SlipBatch, SlipCount};
use crate::feedback::AnswerValue;
use crate::feedback::secrecy::Heard;
use crate::store::cells::{Cells, Reading};
use crate::store::snapshot::{Snapshot, Value};
use crate::store::stored_rating::digits;
use crate::store::tally::date_of_number;
use crate::store::{StoreError, answers_text};
use crate::text::Slug;

/// A pile.
pub(in crate::store) const SLIP_BATCH: &str = "SELECT agency, id, counter, survey, version, from_day, until_day, \
     account, opened_at, closed_at FROM slip_batch";

/// The slips of a pile: their keys lie side by side.
const SLIPS: &str = "FROM rating WHERE agency = $1 AND key > $2 AND key <= $3 AND mode = 'paper'";

/// A row of [`SLIP_BATCH`].
pub(in crate::store) fn slip_batch(row: &dyn Cells) -> Result<SlipBatch, StoreError> {
    let bytes = row.bytes(1).map_err(StoreError::Read)?.unwrap_or_default();
    let cells = Reading { row, whose: digits(&bytes) };
    let day = |at, column| {
        let number: u32 = cells.small(at, column)?;
        date_of_number(number).ok_or_else(|| cells.refuse(column, number.to_string()))
    };
    Ok(SlipBatch {
        agency: cells.slug(0, "agency")?,
        id: cells.id(1, "id")?,
        counter: cells.slug(2, "counter")?,
        survey: cells.slug(3, "survey")?,
        version: cells.small(4, "version")?,
        from: day(5, "from_day")?,
        until: day(6, "until_day")?,
        account: cells.parse(7, "account", |account| Some(account.to_owned()))?,
        opened_at: cells.number(8, "opened_at")?,
        closed_at: row.number(9).map_err(StoreError::Read)?,
    })
}

pub(super) fn batch(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    id: &[u8; 16],
) -> Result<Option<SlipCount>, StoreError> {
    let sql = format!("{SLIP_BATCH} WHERE agency = $1 AND id = $2");
    let values = [Value::Text(agency.as_str()), Value::Bytes(id)];
    Ok(counted(snapshot, &sql, &values)?.pop())
}

pub(super) fn batches(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
) -> Result<Vec<SlipCount>, StoreError> {
    let sql = format!("{SLIP_BATCH} WHERE agency = $1 ORDER BY opened_at DESC, id LIMIT 50");
    counted(snapshot, &sql, &[Value::Text(agency.as_str())])
}

fn counted(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Vec<SlipCount>, StoreError> {
    let mut batches = Vec::new();
    snapshot.rows(sql, values, &mut |row| {
        batches.push(slip_batch(row)?);
        Ok(())
    })?;
    let mut counts = Vec::new();
    for batch in batches {
        let (mut slips, mut last) = (0, 0);
        // Databases have no greatest of bytes in common, so the last is asked for by the order of keys.
        each_slip(snapshot, &batch, "SELECT key", "ORDER BY key", &mut |row| {
            let key = Reading { row, whose: digits(&batch.id) }.id(0, "key")?;
            last = u32::from_be_bytes([key[12], key[13], key[14], key[15]]);
            slips += 1;
            Ok(())
        })?;
        counts.push(SlipCount { batch, slips, last });
    }
    Ok(counts)
}

pub(super) fn slip(
    snapshot: &mut dyn Snapshot,
    batch: &SlipBatch,
    number: u32,
) -> Result<Option<Vec<(Slug, AnswerValue)>>, StoreError> {
    let key = batch.key(number).0;
    let sql = "SELECT answers FROM rating WHERE agency = $1 AND key = $2 AND mode = 'paper'";
    let mut found = None;
    let values = [Value::Text(batch.agency.as_str()), Value::Bytes(&key)];
    snapshot.rows(sql, &values, &mut |row| {
        let cells = Reading { row, whose: digits(&key) };
        found = Some(cells.parse(0, "answers", answers_text::read)?);
        Ok(())
    })?;
    Ok(found)
}

/// The piles of a month that are done and whose day of doing may be read.
pub(super) fn disclosed(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
) -> Result<Vec<(SlipBatch, Vec<Heard>)>, StoreError> {
    let sql = format!(
        "{SLIP_BATCH} WHERE agency = $1 AND counter = $2 AND survey = $3 AND until_day >= $4 \
         AND until_day <= $5 AND closed_at < $6 ORDER BY until_day DESC, from_day DESC, id"
    );
    let values = [
        Value::Text(query.agency.as_str()),
        Value::Text(query.counter.as_str()),
        Value::Text(query.survey.as_str()),
        Value::Number((query.month * 100).into()),
        Value::Number((query.month * 100 + 99).into()),
        Value::Number(query.horizon.half_day().start()),
    ];
    let mut batches = Vec::new();
    snapshot.rows(&sql, &values, &mut |row| {
        batches.push(slip_batch(row)?);
        Ok(())
    })?;
    let mut all = Vec::new();
    for batch in batches {
        let mut found = Vec::new();
        each_slip(snapshot, &batch, "SELECT id, version, answers", "", &mut |row| {
            found.push(read(row)?);
            Ok(())
        })?;
        let (first, last) = (batch.key(0).0, batch.key(u32::MAX).0);
        let values =
            [Value::Text(batch.agency.as_str()), Value::Bytes(&first), Value::Bytes(&last)];
        let sql = format!("{REVIEWS} WHERE agency = $1 AND rating IN (SELECT id {SLIPS})");
        let mut reviews = reviews(snapshot, &sql, &values)?;
        for one in &mut found {
            one.heard.reviews = reviews.remove(&one.id).unwrap_or_default();
        }
        all.push((batch, found.into_iter().map(|one| one.heard).collect()));
    }
    Ok(all)
}

fn each_slip(
    snapshot: &mut dyn Snapshot,
    batch: &SlipBatch,
    select: &str,
    order: &str,
    each: &mut dyn FnMut(&dyn Cells) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (first, last) = (batch.key(0).0, batch.key(u32::MAX).0);
    let values = [Value::Text(batch.agency.as_str()), Value::Bytes(&first), Value::Bytes(&last)];
    snapshot.rows(&format!("{select} {SLIPS} {order}"), &values, each)
}
