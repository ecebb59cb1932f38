//! The one thread that writes. It takes whatever waits, commits it as one transaction and answers only
//! then: the write to the disk is itself the window in which the next batch gathers, so a lone rating
//! waits for nothing and a crowd shares the cost.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::batch::{Outcome, Row, is_fatal, keep_all};
use super::{Health, StoreError};

/// The most ratings in one transaction.
const LARGEST_BATCH: usize = 1024;

/// After so long without a rating the journal is folded into the database.
const IDLE: Duration = Duration::from_secs(2);

/// A rating that waits, and where its answer goes.
pub(super) struct Waiting {
    pub(super) row: Row,
    pub(super) answer: oneshot::Sender<Outcome>,
}

/// What the writer tells the rest of the store.
#[derive(Debug, Default)]
pub(super) struct Signals {
    /// How many ratings wait.
    pub(super) waiting: AtomicUsize,
    trouble: Mutex<Trouble>,
}

#[derive(Debug, Default)]
struct Trouble {
    stopped: bool,
    reason: Option<String>,
}

impl Signals {
    /// The state as the writer last saw it.
    pub(super) fn health(&self) -> Health {
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        Health {
            accepting: !trouble.stopped,
            trouble: trouble.reason.clone(),
            waiting: self.waiting.load(Ordering::Relaxed),
        }
    }

    fn report(&self, outcomes: &[Outcome]) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if trouble.stopped {
            return;
        }
        let failed = outcomes.iter().find_map(|outcome| match outcome {
            Err(StoreError::Write(cause)) => Some(cause),
            _ => None,
        });
        trouble.reason = failed.map(ToString::to_string);
        trouble.stopped = failed.is_some_and(|cause| is_fatal(cause));
    }
}

/// Writes until every sender is gone, or until the disk fails.
pub(super) fn run(mut connection: Connection, queue: &Receiver<Waiting>, signals: &Arc<Signals>) {
    let mut unfolded = false;
    loop {
        match queue.recv_timeout(IDLE) {
            Ok(first) => {
                keep_waiting(&mut connection, take(first, queue), signals);
                unfolded = true;
            }
            Err(RecvTimeoutError::Timeout) if unfolded => {
                fold_journal(&connection, signals, "PRAGMA wal_checkpoint(PASSIVE)");
                unfolded = false;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                fold_journal(&connection, signals, "PRAGMA wal_checkpoint(TRUNCATE)");
                return;
            }
        }
    }
}

/// The first that waits and all behind it, as far as one transaction goes.
fn take(first: Waiting, queue: &Receiver<Waiting>) -> Vec<Waiting> {
    let mut batch = vec![first];
    batch.extend(queue.try_iter().take(LARGEST_BATCH - 1));
    batch
}

fn keep_waiting(connection: &mut Connection, batch: Vec<Waiting>, signals: &Signals) {
    let (rows, answers): (Vec<Row>, Vec<_>) =
        batch.into_iter().map(|waiting| (waiting.row, waiting.answer)).unzip();
    let health = signals.health();
    let outcomes = if health.accepting {
        keep_all(connection, &rows)
    } else {
        let reason = health.trouble.unwrap_or_default();
        rows.iter().map(|_| Err(StoreError::Stopped(reason.clone()))).collect()
    };
    signals.report(&outcomes);
    signals.waiting.fetch_sub(rows.len(), Ordering::Relaxed);
    for (answer, outcome) in answers.into_iter().zip(outcomes) {
        // Whoever asked may have gone away; the rating is kept all the same.
        let _ = answer.send(outcome);
    }
}

/// Folds the journal into the database. A failure loses nothing: the journal stays and is folded later.
/// A disk that has failed is left alone.
fn fold_journal(connection: &Connection, signals: &Signals, how: &str) {
    if signals.health().accepting {
        let _ = connection.query_row(how, [], |_| Ok(()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(code: i32) -> [Outcome; 1] {
        let error = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        [Err(StoreError::Write(Arc::new(error)))]
    }

    #[test]
    fn a_full_disk_is_told_and_a_failing_one_ends_the_taking() {
        let signals = Signals::default();
        signals.report(&failed(rusqlite::ffi::SQLITE_FULL));
        assert!(signals.health().accepting && !signals.health().is_sound());
        signals.report(&[]);
        assert!(signals.health().is_sound());
        signals.report(&failed(rusqlite::ffi::SQLITE_IOERR));
        signals.report(&[]);
        assert!(!signals.health().accepting && signals.health().trouble.is_some());
    }
}
