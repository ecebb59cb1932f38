//! Matters that nobody can reopen any more, and what closes them: an event of the system in each log, sent the way of
//! all events. Whoever comes second, another host or a citizen, finds the log grown and does nothing.

use super::matter_cells::{self, LINE};
use super::matter_reading;
use super::matter_whole::agencies;
use super::snapshot::{Snapshot, Value};
use super::{Appended, LogEntry, Store, StoreError};
use crate::feedback::matter::{Act, By, Event, State};
use crate::text::Slug;

/// How many closings wait for the disk together: few enough that ratings hardly notice.
const TOGETHER: usize = 64;

/// The states from which there is a way back for some time.
const DECIDED: [State; 3] = [State::Answered, State::Refused, State::PassedOn];

/// No period of reopening ends sooner than on the day of the deed, so what changed since then need not be opened.
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Closes at `now`, in milliseconds UTC, what can no longer be reopened, and gives how many matters were closed; those
/// that somebody else was quicker with are not counted. Waits for the disk, so not to be called from an async thread.
pub fn close_ended(store: &dyn Store, now: i64) -> Result<u64, StoreError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(StoreError::Thread)?;
    let mut closed = 0;
    for entries in store.to_close(now)?.chunks(TOGETHER) {
        let promises: Vec<_> = entries.iter().map(|entry| store.append(entry.clone())).collect();
        for promise in promises {
            closed += u64::from(matches!(runtime.block_on(promise)?, Appended::Done { .. }));
        }
    }
    Ok(closed)
}

/// What is to be appended at `now`, in milliseconds UTC: the closing of every matter whose time of reopening is over.
/// Only what is decided and not closed is looked at, which is the work of some weeks, however long the store is kept.
pub(super) fn to_close(snapshot: &mut dyn Snapshot, now: i64) -> Result<Vec<LogEntry>, StoreError> {
    let mut found = Vec::new();
    for agency in agencies(snapshot)? {
        for id in decided(snapshot, &agency, now)? {
            let Some(stored) = matter_reading::matter(snapshot, &agency, &id)? else { continue };
            if stored.life.is_over(now) {
                found.push(LogEntry {
                    agency: agency.clone(),
                    matter: id,
                    expected: stored.life.events,
                    event: Event { at: now, by: By::System, act: Act::Close },
                });
            }
        }
    }
    Ok(found)
}

fn decided(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    now: i64,
) -> Result<Vec<[u8; 16]>, StoreError> {
    let mut ids = Vec::new();
    let sql = format!("{LINE} WHERE agency = $1 AND state = $2 AND changed_at < $3");
    for state in DECIDED {
        let values = [
            Value::Text(agency.as_str()),
            Value::Text(state.word()),
            Value::Number(now.saturating_sub(DAY)),
        ];
        snapshot.rows(&sql, &values, &mut |row| {
            ids.push(matter_cells::line(row)?.id);
            Ok(())
        })?;
    }
    Ok(ids)
}
