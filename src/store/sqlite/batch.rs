//! One batch: read what the orders are about, work out what changes, write it, commit.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::matter_batch;
use super::sqlite_engine::failure;
use super::sqlite_snapshot::each_row;
use super::sqlite_transaction::SqliteTransaction;
use super::tally_rows;
use crate::feedback::Key;
use crate::store::alerts;
use crate::store::failure::{Failure, Reach};
use crate::store::ledger::{Changes, Ledger, Wanted};
use crate::store::office::append;
use crate::store::order::{Order, Outcome};
use crate::store::snapshot::Value;
use crate::store::words_held::WordsHeld;
use crate::store::{StoreError, StoredRating, answers_text, cells, marks_text, select};
use crate::text::Slug;

const INSERT: &str = "INSERT INTO rating (agency, id, key, receipt, counter, code, procedure, edition, \
     survey, version, language, mode, verified, received_at, marks, answers, ticket, amended_at, held, \
     point, words) VALUES \
     ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";

// In SQLite `$3` is a name, and names are numbered as they come.
const CHANGE: &str = "UPDATE rating SET answers = $1, marks = $2, amended_at = $3, held = $4, \
     verified = $5, ticket = $6, words = $7 WHERE agency = $8 AND id = $9";

const SPEND: &str = "INSERT INTO ticket (agency, ticket, key, spent_at) VALUES ($1, $2, $3, $4)";

const SPENT: &str = "SELECT key FROM ticket WHERE agency = $1 AND ticket = $2";

const REMEMBER: &str = "INSERT INTO judgement (agency, id, rating, verdict, reason, at) \
     VALUES ($1, $2, $3, $4, $5, $6)";

const TURN: &str = "UPDATE lock SET turn = $1 WHERE name = 'rebuild'";

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
    let by_key = format!("{} WHERE agency = $1 AND key = $2", select::RATING);
    let by_id = format!("{} WHERE agency = $1 AND id = $2", select::RATING);
    let keys = wanted.keys.iter().map(|(agency, key)| (&by_key, agency, &key.0));
    let ids = wanted.ids.iter().map(|(agency, id)| (&by_id, agency, id));
    for (sql, agency, bytes) in keys.chain(ids) {
        let values = [Value::Text(agency.as_str()), Value::Bytes(bytes)];
        let found = each_row(transaction, sql, &values, &mut |row| {
            ledger.found_rating(cells::rating(row)?);
            Ok(())
        });
        found.map_err(unreadable)?;
    }
    if wanted.turn {
        let turn = each_row(transaction, select::REBUILD_TURN, &[], &mut |row| {
            ledger.found_turn(cells::number(row)?);
            Ok(())
        });
        turn.map_err(unreadable)?;
    }
    matter_batch::read(transaction, &wanted.matters, &mut ledger.matters)?;
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
        let sent = &rating.submission;
        let mut statement = transaction.prepare_cached(CHANGE).map_err(failure)?;
        let values = params![
            answers_text::write(&sent.answers).map_err(unwritable)?,
            marks_text::write(&sent.marks),
            rating.amended_at,
            rating.held,
            sent.verified(),
            sent.ticket.map(|ticket| ticket.id),
            WordsHeld::when_written(sent),
            sent.agency.as_str(),
            rating.id,
        ];
        one_row(statement.execute(values).map_err(failure)?)?;
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
    matter_batch::write(transaction, &changes.matters)?;
    for entry in changes.audited() {
        append(&mut SqliteTransaction(transaction), &entry)?;
    }
    for ((agency, kind, subject), (n, first_at)) in changes.causes() {
        let one = alerts::COUNT.replace("ROWS", "VALUES ($1, $2, $3, $4, $5)");
        let mut statement = transaction.prepare_cached(&one).map_err(failure)?;
        statement.execute(params![agency.as_str(), kind, subject, n, first_at]).map_err(failure)?;
    }
    if let Some(turn) = changes.turn {
        transaction.execute(TURN, [turn]).map_err(failure)?;
    }
    tally_rows::write(transaction, &changes.tallies).map_err(failure)
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
        sent.point.as_ref().map(Slug::as_str),
        WordsHeld::when_written(sent),
    ];
    statement.execute(values).map(drop).map_err(failure)
}

/// What was found a moment ago in the same transaction is there to be changed.
fn one_row(changed: usize) -> Result<(), Failure> {
    if changed == 1 { Ok(()) } else { Err(Failure::new(Reach::Order, "the rating is not there")) }
}

/// A row that holds what no program of this version writes stands in the way of its own rating only.
pub(super) fn unreadable(error: StoreError) -> Failure {
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
