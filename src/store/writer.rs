//! The thread that writes. It takes whatever waits, commits it as one transaction and answers only
//! then: the write to the disk is itself the window in which the next batch gathers, so a lone rating
//! waits for nothing and a crowd shares the cost.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::StoreError;
use super::engine::Engine;
use super::failure::Failure;
use super::order::{Order, Outcome};
use super::signals::Signals;

/// The most orders in one transaction.
pub(super) const LARGEST_BATCH: usize = 1024;

/// After so long without an order the engine may tidy up.
const IDLE: Duration = Duration::from_secs(2);

/// An order that waits, and where its answer goes.
pub(super) struct Waiting {
    pub(super) order: Order,
    pub(super) answer: oneshot::Sender<Result<Outcome, StoreError>>,
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
    let (orders, answers): (Vec<Order>, Vec<_>) =
        batch.into_iter().map(|waiting| (waiting.order, waiting.answer)).unzip();
    let outcomes: Vec<Result<Outcome, StoreError>> = if signals.stopped() {
        let reason = signals.health().trouble.unwrap_or_default();
        orders.iter().map(|_| Err(StoreError::Stopped(reason.clone()))).collect()
    } else {
        let outcomes = engine.write(&orders);
        let failed = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
        signals.report(failed.max_by_key(|failure| failure.reach));
        outcomes.into_iter().map(|outcome| outcome.map_err(Failure::error)).collect()
    };
    signals.leave(orders.len());
    for (answer, outcome) in answers.into_iter().zip(outcomes) {
        // Whoever asked may have gone away; the rating is kept all the same.
        let _ = answer.send(outcome);
    }
}
