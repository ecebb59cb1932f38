//! Every matter compared with its log: what the row repeats for searching must be what the log amounts to.

use super::cells::{self, Cells};
use super::matter_cells::{self, EVENTS, MATTER};
use super::matter_reading::life;
use super::snapshot::{Snapshot, Value};
use super::stored_rating::digits;
use super::tally::day_number;
use super::{Finding, StoreError};
use crate::feedback::matter::{Event, Life};
use crate::text::Slug;

/// All that is wrong with matters, by agency and id.
pub(super) fn look_through(snapshot: &mut dyn Snapshot) -> Result<Vec<Finding>, StoreError> {
    let mut rows = Vec::new();
    let sql = format!("{LINES} ORDER BY agency, id");
    snapshot.rows(&sql, &[], &mut |row| {
        rows.push(standing(row)?);
        Ok(())
    })?;
    let mut found = Vec::new();
    for Standing { agency, id, state, events, due } in rows {
        let values = [Value::Text(agency.as_str()), Value::Bytes(&id)];
        match whole_life(snapshot, &values) {
            Ok(life) => {
                let says = (state.as_str(), events, due);
                let day = |day| i64::from(day_number(day));
                let amounts = (life.state.word(), i64::from(life.events), life.due().map(day));
                if says != amounts {
                    let what = format!("{says:?}, {amounts:?}");
                    found.push(Finding::Matter { id: digits(&id), what });
                }
            }
            Err(StoreError::Unreadable { id, column, found: what }) => {
                found.push(Finding::Matter { id, what: format!("{column}: {what}") });
            }
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

const LINES: &str = "SELECT agency, id, state, events, due FROM matter";

/// What the row of a matter says of its log.
struct Standing {
    agency: Slug,
    id: Vec<u8>,
    state: String,
    events: i64,
    due: Option<i64>,
}

fn standing(row: &dyn Cells) -> Result<Standing, StoreError> {
    let (agency, _) = cells::agency_and_number(row, 3)?;
    Ok(Standing {
        agency,
        id: row.bytes(1).map_err(StoreError::Read)?.unwrap_or_default(),
        state: row.text(2).map_err(StoreError::Read)?.unwrap_or_default(),
        events: row.number(3).map_err(StoreError::Read)?.unwrap_or_default(),
        due: row.number(4).map_err(StoreError::Read)?,
    })
}

fn whole_life(snapshot: &mut dyn Snapshot, place: &[Value<'_>]) -> Result<Life, StoreError> {
    let mut events: Vec<Event> = Vec::new();
    let log = format!("{EVENTS} WHERE agency = $1 AND matter = $2 ORDER BY number");
    snapshot.rows(&log, place, &mut |row| {
        events.push(matter_cells::event(row)?.2);
        Ok(())
    })?;
    let mut life_of = None;
    let sql = format!("{MATTER} WHERE agency = $1 AND id = $2");
    snapshot.rows(&sql, place, &mut |row| {
        let (id, matter) = matter_cells::matter(row)?;
        life_of = Some(life(&id, &matter, &events)?);
        Ok(())
    })?;
    life_of.ok_or_else(|| StoreError::Read("the matter is not there".into()))
}
