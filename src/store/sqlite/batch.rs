//! One batch: read what the orders are about, work out what changes, write it, commit.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::reader;
use super::sqlite_engine::failure;
use crate::feedback::Key;
use crate::store::failure::{Failure, Reach};
use crate::store::ledger::{Changes, Ledger, Wanted};
use crate::store::order::{Order, Outcome};
use crate::store::{StoreError, StoredRating, answers_text, marks_text};

const INSERT: &str = "INSERT INTO rating (agency, id, key, receipt, counter, code, procedure, edition, \
     survey, version, language, mode, verified, received_at, marks, answers, ticket, amended_at, held) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

const CHANGE: &str = "UPDATE rating SET answers = ?3, marks = ?4, amended_at = ?5, held = ?6 \
     WHERE agency = ?1 AND id = ?2";

const SPEND: &str = "INSERT INTO ticket (agency, ticket, key, spent_at) VALUES ($1, $2, $3, $4)";

const SPENT: &str = "SELECT key FROM ticket WHERE agency = $1 AND ticket = $2";

const REMEMBER: &str = "INSERT INTO judgement (agency, id, rating, verdict, reason, at) \
     VALUES ($1, $2, $3, $4, $5, $6)";

/// Carries out all orders in one transaction, or none.
pub(super) fn write(
    connection: &mut Connection,
    orders: &[Order],
) -> Result<Vec<Outcome>, Failure> {
    // Dropped without a commit, it rolls back. The write lock is taken first, so that what is read stays
    // so until it is written.
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failure)?;
    let ledger = read(&transaction, &Wanted::by(orders))?;
    let (outcomes, changes) = ledger.settle(orders);
    write_changes(&transaction, &changes)?;
    transaction.commit().map_err(failure)?;
    Ok(outcomes)
}

fn read(transaction: &Transaction<'_>, wanted: &Wanted) -> Result<Ledger, Failure> {
    let mut ledger = Ledger::default();
    for (agency, key) in &wanted.keys {
        let found = reader::by_key(transaction, agency, *key).map_err(unreadable)?;
        found.into_iter().for_each(|rating| ledger.found_rating(rating));
    }
    for (agency, id) in &wanted.ids {
        let found = reader::by_id(transaction, agency, *id).map_err(unreadable)?;
        found.into_iter().for_each(|rating| ledger.found_rating(rating));
    }
    for (agency, ticket) in &wanted.tickets {
        let mut statement = transaction.prepare_cached(SPENT).map_err(failure)?;
        let mut rows = statement.query(params![agency.as_str(), ticket.id]).map_err(failure)?;
        if let Some(row) = rows.next().map_err(failure)? {
            ledger.found_ticket(agency.clone(), *ticket, Key(row.get(0).map_err(failure)?));
        }
    }
    Ok(ledger)
}

fn write_changes(transaction: &Transaction<'_>, changes: &Changes) -> Result<(), Failure> {
    for ((agency, ticket), (key, at)) in &changes.spent {
        let mut statement = transaction.prepare_cached(SPEND).map_err(failure)?;
        let values = params![agency.as_str(), ticket.id, key.0, at];
        statement.execute(values).map_err(failure)?;
    }
    for rating in &changes.added {
        insert(transaction, rating)?;
    }
    for rating in &changes.changed {
        let (sent, mut statement) =
            (&rating.submission, transaction.prepare_cached(CHANGE).map_err(failure)?);
        let values = params![
            sent.agency.as_str(),
            rating.id,
            answers_text::write(&sent.answers).map_err(unwritable)?,
            marks_text::write(&sent.marks),
            rating.amended_at,
            rating.held,
        ];
        statement.execute(values).map_err(failure)?;
    }
    for (id, judgement) in &changes.judged {
        let mut statement = transaction.prepare_cached(REMEMBER).map_err(failure)?;
        let values = params![
            judgement.agency.as_str(),
            id,
            judgement.rating,
            judgement.verdict.word(),
            judgement.reason,
            judgement.at,
        ];
        statement.execute(values).map_err(failure)?;
    }
    Ok(())
}

fn insert(transaction: &Transaction<'_>, rating: &StoredRating) -> Result<(), Failure> {
    let sent = &rating.submission;
    let mut statement = transaction.prepare_cached(INSERT).map_err(failure)?;
    let values = params![
        sent.agency.as_str(),
        rating.id,
        sent.key.0,
        sent.receipt.as_str(),
        sent.counter.as_str(),
        sent.code.as_str(),
        sent.about.as_ref().map(|about| about.procedure.as_str()),
        sent.about.as_ref().map(|about| about.edition.0),
        sent.survey.as_str(),
        sent.version,
        sent.language.tag(),
        sent.mode.word(),
        sent.verified(),
        sent.received_at,
        marks_text::write(&sent.marks),
        answers_text::write(&sent.answers).map_err(unwritable)?,
        sent.ticket.map(|ticket| ticket.id),
        rating.amended_at,
        rating.held,
    ];
    statement.execute(values).map(drop).map_err(failure)
}

/// A row that holds what no program of this version writes stands in the way of its own rating only.
fn unreadable(error: StoreError) -> Failure {
    match error {
        StoreError::Read(cause) => match cause.downcast::<rusqlite::Error>() {
            Ok(cause) => failure(*cause),
            Err(cause) => Failure::new(Reach::Order, cause),
        },
        other => Failure::new(Reach::Order, other),
    }
}

fn unwritable(error: serde_json::Error) -> Failure {
    Failure::new(Reach::Order, error)
}
