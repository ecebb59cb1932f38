//! The thread that writes. It takes whatever waits, commits it as one transaction and answers only
//! then: the write to the disk is itself the window in which the next batch gathers, so a lone rating
//! waits for nothing and a crowd shares the cost.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::engine::Engine;
use super::failure::Failure;
use super::order::{Order, Outcome};
use super::signals::Signals;
use super::{StoreError, Work, Worked};

/// The most orders in one transaction.
pub(super) const LARGEST_BATCH: usize = 1024;

/// After so long without an order the engine may tidy up.
const IDLE: Duration = Duration::from_secs(2);

/// Something that waits, and where its answer goes.
pub(super) enum Waiting {
    /// About a rating: written together with its neighbours.
    Order { order: Order, answer: oneshot::Sender<Result<Outcome, StoreError>> },
    /// Of the officers' desk: written alone.
    Work { work: Box<Work>, answer: oneshot::Sender<Result<Worked, StoreError>> },
}

/// Writes until every sender is gone. Several threads may take from one queue, each with an engine of its
/// own: while one waits for its commit the next gathers a batch.
pub(super) fn run(mut engine: impl Engine, queue: &Mutex<Receiver<Waiting>>, signals: &Signals) {
    loop {
        match take(queue) {
            Ok(batch) => write(&mut engine, batch, signals),
            Err(RecvTimeoutError::Timeout) if signals.stopped() => {}
            Err(RecvTimeoutError::Timeout) => {
                let rested = engine.rest();
                // What failed stays told until something was written or reached again.
                if rested.is_err() || !signals.health().accepting {
                    signals.report(rested.err().as_ref());
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                if !signals.stopped() {
                    engine.end();
                }
                return;
            }
        }
    }
}

/// The first that waits and all behind it, as far as one transaction goes.
fn take(queue: &Mutex<Receiver<Waiting>>) -> Result<Vec<Waiting>, RecvTimeoutError> {
    let queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    let mut batch = vec![queue.recv_timeout(IDLE)?];
    batch.extend(queue.try_iter().take(LARGEST_BATCH - 1));
    Ok(batch)
}

fn write(engine: &mut impl Engine, batch: Vec<Waiting>, signals: &Signals) {
    let (mut orders, mut answers, mut works) =
        (Vec::with_capacity(batch.len()), Vec::new(), Vec::new());
    for waiting in batch {
        match waiting {
            Waiting::Order { order, answer } => {
                orders.push(order);
                answers.push(answer);
            }
            Waiting::Work { work, answer } => works.push((work, answer)),
        }
    }
    if !orders.is_empty() {
        let written = if signals.stopped() {
            orders.iter().map(|_| Err(stopped(signals))).collect()
        } else {
            told(engine.write(&orders), signals)
        };
        signals.leave(orders.len());
        for (answer, outcome) in answers.into_iter().zip(written) {
            // Whoever asked may have gone away; the rating is kept all the same.
            let _ = answer.send(outcome);
        }
    }
    for (work, answer) in works {
        let worked = if signals.stopped() {
            Err(stopped(signals))
        } else {
            let mut worked = told(vec![engine.work(&work)], signals);
            worked.pop().unwrap_or_else(|| Err(stopped(signals)))
        };
        signals.leave(1);
        let _ = answer.send(worked);
    }
}

/// What was met is told to the rest of the store, then to those who asked.
fn told<T>(outcomes: Vec<Result<T, Failure>>, signals: &Signals) -> Vec<Result<T, StoreError>> {
    let failed = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
    signals.report(failed.max_by_key(|failure| failure.reach));
    outcomes.into_iter().map(|outcome| outcome.map_err(Failure::error)).collect()
}

fn stopped(signals: &Signals) -> StoreError {
    StoreError::Stopped(signals.health().trouble.unwrap_or_default())
}
