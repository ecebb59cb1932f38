//! Tallies compared with what the ratings add up to, and made to fit them.

use super::desk::Desk;
use super::snapshot::{self, Snapshot};
use super::{Difference, StoreError, Tallies};

/// How often to begin again when another rebuilding comes between.
const TRIES: usize = 5;

/// Where the tallies differ from the ratings, in months that are not sealed.
pub(super) fn compare(snapshot: &mut dyn Snapshot) -> Result<Vec<Difference>, StoreError> {
    let mut differences = Vec::new();
    snapshot::lacking(snapshot, &mut |lacking| {
        differences.extend(lacking.differences());
        Ok(())
    })?;
    snapshot::lacking_periods(snapshot, &mut |lacking| {
        differences.extend(lacking.differences());
        Ok(())
    })?;
    Ok(differences)
}

/// Adds what tallies lack, month by month, while others go on writing.
pub(super) fn rebuild<S: Snapshot>(
    desk: &Desk,
    look: impl Fn() -> Result<S, StoreError>,
) -> Result<Vec<Difference>, StoreError> {
    let mut differences = Vec::new();
    for _ in 0..TRIES {
        let mut snapshot = look()?;
        let mut turn = snapshot::rebuild_turn(&mut snapshot)?;
        let mut overtaken = false;
        let mut adjust = |lacking: Tallies| {
            if !overtaken {
                let found = lacking.differences();
                overtaken = !wait(desk.adjust(turn, lacking))?;
                if !overtaken {
                    turn += 1;
                    differences.extend(found);
                }
            }
            Ok(())
        };
        snapshot::lacking(&mut snapshot, &mut adjust)?;
        // What (a) was given just now has moved (d) too; what (d) lacks besides is seen at the same moment, since
        // neither changes it.
        snapshot::lacking_periods(&mut snapshot, &mut adjust)?;
        if !overtaken {
            return Ok(differences);
        }
    }
    Err(StoreError::Busy)
}

/// Waits for an answer on a thread that may wait.
fn wait<T>(promise: super::Promise<T>) -> Result<T, StoreError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.map_err(StoreError::Thread)?.block_on(promise)
}
