//! What the desk looks up of it.

use super::hiding::decided;
use super::{ChosenQuote, Measure, OverdueTotal, SignedApology, StoredApology};
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::apology::{Apology, Failing, FileHash, LateFile, MaskedFile};
use crate::store::StoreError;
use crate::store::cells::{Cells, Reading};
use crate::store::snapshot::{Snapshot, Value};
use crate::store::stored_rating::digits;
use crate::store::tally::{date_of_number, day_number};
use crate::text::{Date, Slug};

const APOLOGY: &str = "SELECT agency, id, file, masked, procedure, failing, reason, due, new_due, matter, \
     drafted_by, drafted_at, signer, signed_by, signed_at FROM apology";

/// Apologies of an agency that were drafted since a moment, the latest first.
pub(in crate::store) fn apologies(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    since: i64,
    most: u32,
) -> Result<Vec<StoredApology>, StoreError> {
    let sql = format!(
        "{APOLOGY} WHERE agency = $1 AND drafted_at >= $2 ORDER BY drafted_at DESC, id DESC LIMIT $3"
    );
    let values = [Value::Text(agency.as_str()), Value::Number(since), Value::Number(most.into())];
    gather(snapshot, &sql, &values, read_apology)
}

/// One of them.
pub(in crate::store) fn apology(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    id: &[u8; 16],
) -> Result<Option<StoredApology>, StoreError> {
    let sql = format!("{APOLOGY} WHERE agency = $1 AND id = $2");
    let values = [Value::Text(agency.as_str()), Value::Bytes(id)];
    Ok(gather(snapshot, &sql, &values, read_apology)?.pop())
}

/// Late files of an agency that were due since a day, the latest first.
pub(in crate::store) fn late_files(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    since: Date,
    most: u32,
) -> Result<Vec<LateFile>, StoreError> {
    let sql = "SELECT agency, masked, procedure, due, returned FROM late_file \
               WHERE agency = $1 AND due >= $2 ORDER BY due DESC, masked LIMIT $3";
    let since = Value::Number(day_number(since).into());
    gather(
        snapshot,
        sql,
        &[Value::Text(agency.as_str()), since, Value::Number(most.into())],
        |row| {
            let row = of_agency(row, "a late file")?;
            Ok(LateFile {
                file: row.parse(1, "masked", |masked| MaskedFile::parse(masked).ok())?,
                procedure: procedure(&row, 2)?,
                due: day(&row, 3, "due")?,
                returned: some_day(&row, 4, "returned")?,
            })
        },
    )
}

/// Totals that were keyed in for an agency, the latest month first.
pub(in crate::store) fn overdue_totals(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    most: u32,
) -> Result<Vec<OverdueTotal>, StoreError> {
    let sql = "SELECT agency, month, overdue, account, at FROM overdue_total \
               WHERE agency = $1 ORDER BY month DESC LIMIT $2";
    gather(snapshot, sql, &[Value::Text(agency.as_str()), Value::Number(most.into())], |row| {
        let row = of_agency(row, "a total")?;
        Ok(OverdueTotal {
            month: row.small(1, "month")?,
            overdue: row.small(2, "overdue")?,
            account: plain(&row, 3)?,
            at: row.number(4, "at")?,
        })
    })
}

/// Measures of an agency for a period, in the order in which they were first kept.
pub(in crate::store) fn measures(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    period: &str,
) -> Result<Vec<Measure>, StoreError> {
    let sql = "SELECT agency, id, period, counter, survey, criterion, cause, measure, answerable, until, \
               outcome, quote FROM measure WHERE agency = $1 AND period = $2 ORDER BY id";
    let decided = decided(snapshot, agency)?;
    let mut measures =
        gather(snapshot, sql, &[Value::Text(agency.as_str()), Value::Text(period)], |row| {
            let row = of_agency(row, "a measure")?;
            Ok(Measure {
                agency: row.slug(0, "agency")?,
                id: id(&row, 1)?,
                period: plain(&row, 2)?,
                counter: row.some_slug(3, "counter")?,
                survey: row.slug(4, "survey")?,
                criterion: row.slug(5, "criterion")?,
                cause: plain(&row, 6)?,
                measure: plain(&row, 7)?,
                answerable: plain(&row, 8)?,
                until: day(&row, 9, "until")?,
                outcome: row.row.text(10).map_err(StoreError::Read)?,
                quote: row.row.text(11).map_err(StoreError::Read)?,
            })
        })?;
    for one in &mut measures {
        one.quote.take_if(|words| decided.iter().any(|one| one.are_shown_in(words)));
    }
    Ok(measures)
}

/// Chosen words of an agency for a period, in the order in which they were first kept. What was decided to be hidden since
/// is left out.
pub(in crate::store) fn quotes(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    period: &str,
) -> Result<Vec<ChosenQuote>, StoreError> {
    let sql = "SELECT agency, id, period, counter, words FROM chosen_quote \
               WHERE agency = $1 AND period = $2 ORDER BY id";
    let decided = decided(snapshot, agency)?;
    let mut quotes =
        gather(snapshot, sql, &[Value::Text(agency.as_str()), Value::Text(period)], |row| {
            let row = of_agency(row, "chosen words")?;
            Ok(ChosenQuote {
                agency: row.slug(0, "agency")?,
                id: id(&row, 1)?,
                period: plain(&row, 2)?,
                counter: row.some_slug(3, "counter")?,
                words: plain(&row, 4)?,
            })
        })?;
    quotes.retain(|one| !decided.iter().any(|it| it.are_shown_in(&one.words)));
    Ok(quotes)
}

/// Whether words show what somebody has decided to hide of what a citizen wrote about an agency.
pub(in crate::store) fn shows_hidden(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    words: &str,
) -> Result<bool, StoreError> {
    Ok(decided(snapshot, agency)?.iter().any(|one| one.are_shown_in(words)))
}

fn gather<T>(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
    read: impl Fn(&dyn Cells) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut all = Vec::new();
    snapshot.rows(sql, values, &mut |row| {
        all.push(read(row)?);
        Ok(())
    })?;
    Ok(all)
}

/// A row whose first column is an agency.
fn of_agency<'a>(row: &'a dyn Cells, what: &str) -> Result<Reading<'a>, StoreError> {
    let agency = row.text(0).map_err(StoreError::Read)?.unwrap_or_default();
    Ok(Reading { row, whose: format!("of {what} of {agency}") })
}

fn read_apology(row: &dyn Cells) -> Result<StoredApology, StoreError> {
    let found = row.bytes(1).map_err(StoreError::Read)?.unwrap_or_default();
    let row = Reading { row, whose: format!("of an apology {}", digits(&found)) };
    let hash = row.row.bytes(2).map_err(StoreError::Read)?.unwrap_or_default();
    let hash =
        <[u8; 32]>::try_from(hash.as_slice()).map_err(|_| row.refuse("file", digits(&hash)))?;
    let apology = Apology {
        agency: row.slug(0, "agency")?,
        file: row.parse(3, "masked", |masked| MaskedFile::parse(masked).ok())?,
        hash: FileHash(hash),
        procedure: procedure(&row, 4)?,
        failing: row.parse(5, "failing", Failing::parse)?,
        reason: plain(&row, 6)?.into(),
        due: some_day(&row, 7, "due")?,
        new_due: some_day(&row, 8, "new_due")?,
        matter: row.sixteen(9, "matter")?,
    };
    let signed_at = row.row.number(14).map_err(StoreError::Read)?;
    let signed = signed_at.map(|at| {
        let (account, name) = (plain(&row, 12)?, plain(&row, 13)?);
        Ok::<_, StoreError>(SignedApology { account, name, at })
    });
    Ok(StoredApology {
        id: id(&row, 1)?,
        apology,
        drafted_by: plain(&row, 10)?,
        drafted_at: row.number(11, "drafted_at")?,
        signed: signed.transpose()?,
    })
}

fn id(row: &Reading<'_>, at: usize) -> Result<[u8; 16], StoreError> {
    row.sixteen(at, "id")?.ok_or_else(|| row.refuse("id", "NULL".into()))
}

fn plain(row: &Reading<'_>, at: usize) -> Result<String, StoreError> {
    row.row.text(at).map(Option::unwrap_or_default).map_err(StoreError::Read)
}

fn procedure(row: &Reading<'_>, at: usize) -> Result<Option<ProcedureCode>, StoreError> {
    let there = row.row.text(at).map_err(StoreError::Read)?.is_some();
    there.then(|| row.parse(at, "procedure", |code| ProcedureCode::parse(code).ok())).transpose()
}

fn day(row: &Reading<'_>, at: usize, column: &'static str) -> Result<Date, StoreError> {
    let number: u32 = row.small(at, column)?;
    date_of_number(number).ok_or_else(|| row.refuse(column, number.to_string()))
}

fn some_day(
    row: &Reading<'_>,
    at: usize,
    column: &'static str,
) -> Result<Option<Date>, StoreError> {
    let there = row.row.number(at).map_err(StoreError::Read)?.is_some();
    there.then(|| day(row, at, column)).transpose()
}
