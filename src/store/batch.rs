//! Many ratings in one transaction. If one of them cannot be written the whole is rolled back and each
//! is tried alone, so that a bad row never takes its neighbours with it.

use std::sync::Arc;

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, params};

use super::{Kept, StoreError, answers_text, marks_text};
use crate::feedback::{Receipt, Submission};

const INSERT: &str = "INSERT INTO rating (agency, id, key, receipt, counter, code, procedure, edition, \
     survey, version, language, mode, verified, received_at, marks, answers) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
     ON CONFLICT (agency, key) DO NOTHING";

const RECEIPT: &str = "SELECT receipt FROM rating WHERE agency = $1 AND key = $2";

/// A rating and the id it gets if it is new.
pub(super) struct Row {
    pub(super) id: [u8; 16],
    pub(super) submission: Submission,
}

/// What became of one rating.
pub(super) type Outcome = Result<Kept, StoreError>;

/// Writes all rows and has them on the disk, or says for each why not.
pub(super) fn keep_all(connection: &mut Connection, rows: &[Row]) -> Vec<Outcome> {
    match in_one_transaction(connection, rows) {
        Ok(kept) => kept.into_iter().map(Ok).collect(),
        Err(cause) if rows.len() == 1 || is_fatal(&cause) || is_shared(&cause) => {
            let cause = Arc::new(cause);
            rows.iter().map(|_| Err(StoreError::Write(Arc::clone(&cause)))).collect()
        }
        Err(_) => rows.chunks(1).flat_map(|row| keep_all(connection, row)).collect(),
    }
}

/// Whether an error means that the file or the disk under it cannot be trusted any more: what was
/// written may or may not be there, and asking again would only hide that.
pub(super) fn is_fatal(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::SystemIoFailure
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::NotADatabase
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
        )
    )
}

/// Whether an error would meet every row alike, so that trying each alone would only take longer.
fn is_shared(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::DiskFull
                | ErrorCode::OutOfMemory
        )
    )
}

fn in_one_transaction(connection: &mut Connection, rows: &[Row]) -> rusqlite::Result<Vec<Kept>> {
    // Dropped without a commit, it rolls back.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let kept = rows.iter().map(|row| keep(&transaction, row)).collect::<Result<_, _>>()?;
    transaction.commit()?;
    Ok(kept)
}

fn keep(transaction: &Transaction<'_>, row: &Row) -> rusqlite::Result<Kept> {
    let Row { id, submission: rating } = row;
    let answers = serde_json::to_string(&answers_text::Written(&rating.answers))
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let added = transaction.prepare_cached(INSERT)?.execute(params![
        rating.agency.as_str(),
        id,
        rating.key.0,
        rating.receipt.as_str(),
        rating.counter.as_str(),
        rating.code.as_str(),
        rating.about.as_ref().map(|about| about.procedure.as_str()),
        rating.about.as_ref().map(|about| about.edition.0),
        rating.survey.as_str(),
        rating.version,
        rating.language.tag(),
        rating.mode.word(),
        rating.verified,
        rating.received_at,
        marks_text::write(&rating.marks),
        answers,
    ])?;
    if added == 1 { Ok(Kept::New(rating.receipt)) } else { already(transaction, rating) }
}

/// The receipt that was given for this key before: the secret behind receipts may have changed since.
fn already(transaction: &Transaction<'_>, rating: &Submission) -> rusqlite::Result<Kept> {
    let mut statement = transaction.prepare_cached(RECEIPT)?;
    let first: String =
        statement.query_row(params![rating.agency.as_str(), rating.key.0], |row| row.get(0))?;
    Ok(Kept::Already(Receipt::parse(&first).unwrap_or(rating.receipt)))
}
