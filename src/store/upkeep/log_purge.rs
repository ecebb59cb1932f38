//! The log of the desk, of which the time is over: rows go from the beginning on, and where the chain was cut is written
//! down in the same transaction, so that what is left can be proved. The last row always stays: the next one is sealed
//! to it.

use super::{Hand, Held, PurgePlan, Step};
use crate::store::StoreError;
use crate::store::cells::Cells;
use crate::store::snapshot::{self, Snapshot, Value};

/// The first row that stays: one that is young enough, or the last of all.
const FIRST_YOUNG: &str = "SELECT number FROM audit WHERE at >= $1 ORDER BY number LIMIT 1";

const LAST: &str = "SELECT number FROM audit ORDER BY number DESC LIMIT 1";

/// How many rows lie before that one.
const BEFORE: &str = "SELECT count(*) FROM audit WHERE number < $1";

const DRAW_LINE: &str = "INSERT INTO audit_line (name, number, hash) \
     SELECT 'office', number, hash FROM audit WHERE number = $1 \
     ON CONFLICT (name) DO UPDATE SET number = excluded.number, hash = excluded.hash \
     WHERE audit_line.number < excluded.number";

/// Only what lies before the line that was drawn.
const TAKE_OUT: &str = "DELETE FROM audit WHERE number <= $1 AND EXISTS \
     (SELECT 1 FROM audit_line WHERE name = 'office' AND audit_line.number >= $2)";

/// Takes out what is over, and gives how many rows; without a hand only counts.
pub(super) fn carry_out(
    snapshot: &mut dyn Snapshot,
    plan: &PurgePlan,
    hand: Option<&mut (dyn Hand + '_)>,
) -> Result<u64, StoreError> {
    let young = number(snapshot, FIRST_YOUNG, &[Value::Number(plan.log)])?;
    let stays = match young {
        Some(young) => young,
        None => snapshot::number(snapshot, LAST)?,
    };
    let over = number(snapshot, BEFORE, &[Value::Number(stays)])?.unwrap_or_default();
    if let Some(hand) = hand.filter(|_| over > 0) {
        let last = || Held::Number(stays - 1);
        hand.carry_out(&[
            Step { sql: DRAW_LINE, values: vec![last()] },
            Step { sql: TAKE_OUT, values: vec![last(), last()] },
        ])?;
    }
    Ok(u64::try_from(over).unwrap_or_default())
}

fn number(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Option<i64>, StoreError> {
    let mut found = None;
    snapshot.rows(sql, values, &mut |row: &dyn Cells| {
        found = row.number(0).map_err(StoreError::Read)?;
        Ok(())
    })?;
    Ok(found)
}
