//! Matters and their logs in a batch: read what is wanted, write what is changed.

use rusqlite::Transaction;

use super::batch::unreadable;
use super::sqlite_engine::failure;
use super::sqlite_snapshot::each_row;
use crate::feedback::matter::TrackingHash;
use crate::store::failure::{Failure, Reach};
use crate::store::matter_cells::{self, EVENTS, MATTER};
use crate::store::matter_ledger::{MatterChanges, MatterLedger, MattersWanted};
use crate::store::matter_reading::life;
use crate::store::matter_rows::{CHANGE, MatterStatement, STATEMENTS};
use crate::store::snapshot::Value;

const TRACKED: &str = "SELECT 1 FROM matter WHERE agency = $1 AND tracking = $2";

/// What follows from a log that has grown. `?3` is a number, where `$3` would be a name.
const CHANGE_ONE: &str = "UPDATE matter SET words = ?3, folded = ?4, state = ?5, due = ?6, handled_by = ?7, \
     answered_by = ?8, events = ?9, changed_at = ?10, assigned = ?11, number = ?12, held = ?13, \
     trigrams_a = ?14, trigrams_b = ?15, trigrams_c = ?16, trigrams_d = ?17 \
     WHERE agency = ?1 AND id = ?2";

/// Reads what is wanted.
pub(super) fn read(
    transaction: &Transaction<'_>,
    wanted: &MattersWanted,
    ledger: &mut MatterLedger,
) -> Result<(), Failure> {
    for (agency, tracking) in &wanted.tracked {
        let TrackingHash(hash) = tracking;
        let values = [Value::Text(agency.as_str()), Value::Bytes(hash)];
        each_row(transaction, TRACKED, &values, &mut |_| {
            ledger.found_tracking(agency.clone(), *tracking);
            Ok(())
        })
        .map_err(unreadable)?;
    }
    let by_id = format!("{MATTER} WHERE agency = $1 AND id = $2");
    let log = format!("{EVENTS} WHERE agency = $1 AND matter = $2 ORDER BY number");
    for (agency, id) in &wanted.logged {
        let values = [Value::Text(agency.as_str()), Value::Bytes(id)];
        let mut events = Vec::new();
        each_row(transaction, &log, &values, &mut |row| {
            events.push(matter_cells::event(row)?.2);
            Ok(())
        })
        .map_err(unreadable)?;
        each_row(transaction, &by_id, &values, &mut |row| {
            let (id, matter) = matter_cells::matter(row)?;
            let life = life(&id, &matter, &events)?;
            ledger.found(id, matter, life);
            Ok(())
        })
        .map_err(unreadable)?;
    }
    Ok(())
}

/// Writes what is changed.
pub(super) fn write(transaction: &Transaction<'_>, changes: &MatterChanges) -> Result<(), Failure> {
    let rows = changes.rows().map_err(|error| Failure::new(Reach::Order, error))?;
    for (statement, rows) in STATEMENTS.into_iter().zip(rows) {
        if rows.is_empty() {
            continue;
        }
        let mut prepared = transaction.prepare_cached(&of_one_row(statement)).map_err(failure)?;
        for row in rows {
            let written = prepared.execute(rusqlite::params_from_iter(row)).map_err(failure)?;
            if statement.all && written != 1 {
                return Err(Failure::new(Reach::Order, "the matter is not there"));
            }
        }
    }
    Ok(())
}

/// The statement for one row.
fn of_one_row(statement: MatterStatement) -> String {
    if statement == CHANGE {
        return CHANGE_ONE.to_owned();
    }
    let places: Vec<_> = (1..=statement.kinds.len()).map(|at| format!("${at}")).collect();
    statement.sql.replace("ROWS", &format!("VALUES ({})", places.join(", ")))
}
