//! The front of a store: orders are taken into a bounded queue, the threads behind it write them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{Builder, JoinHandle};

use tokio::sync::oneshot;

use super::engine::Engine;
use super::order::{Order, Outcome};
use super::rating_lists::{KeyIn, KeyedIn};
use super::signals::Signals;
use super::stored_rating::new_id;
use super::writer::{self, Waiting};
use super::{
    Amending, Appended, Health, Judgement, Judging, Keeping, LogEntry, Promise, Randomness,
    Received, StoreError, Tallies, Work, Working,
};
use crate::feedback::matter::Matter;
use crate::feedback::{Amendment, Submission};

/// How many orders may wait for the disk.
pub(super) const QUEUE: usize = 4096;

/// A queue and the threads that empty it. Dropping it writes what still waits.
pub(super) struct Desk {
    random: Randomness,
    signals: Arc<Signals>,
    queue: Option<SyncSender<Waiting>>,
    threads: Vec<JoinHandle<()>>,
    gone: Arc<AtomicBool>,
}

/// Notes that a thread has ended before its time.
struct Watch(Arc<AtomicBool>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.fetch_or(std::thread::panicking(), Ordering::Relaxed);
    }
}

impl Desk {
    /// Starts one thread for each engine.
    pub(super) fn start<E: Engine + 'static>(
        engines: Vec<E>,
        random: Randomness,
    ) -> Result<Self, StoreError> {
        let (signals, gone) = (Arc::new(Signals::default()), Arc::default());
        let (queue, waiting) = sync_channel(QUEUE);
        let waiting = Arc::new(Mutex::new(waiting));
        let mut threads = Vec::new();
        for engine in engines {
            let (waiting, seen) = (Arc::clone(&waiting), Arc::clone(&signals));
            let watch = Watch(Arc::clone(&gone));
            let run = move || {
                let _watch = watch;
                writer::run(engine, &waiting, &seen);
            };
            let thread = Builder::new().name("ratings".into()).spawn(run);
            threads.push(thread.map_err(StoreError::Thread)?);
        }
        Ok(Self { random, signals, queue: Some(queue), threads, gone })
    }

    pub(super) fn keep(&self, submission: Submission) -> Keeping {
        let id = new_id(submission.received_at, |bytes| (self.random)(bytes));
        let order = Order::Keep { id, submission: Box::new(submission) };
        self.promise(order, |outcome| match outcome {
            Outcome::Kept(kept) => Some(kept),
            _ => None,
        })
    }

    pub(super) fn amend(&self, amendment: Amendment) -> Amending {
        self.promise(Order::Amend(Box::new(amendment)), |outcome| match outcome {
            Outcome::Amended(amended) => Some(amended),
            _ => None,
        })
    }

    pub(super) fn judge(&self, judgement: Judgement) -> Judging {
        let id = new_id(judgement.at, |bytes| (self.random)(bytes));
        let order = Order::Judge { id, judgement: Box::new(judgement) };
        self.promise(order, |outcome| match outcome {
            Outcome::Judged(judged) => Some(judged),
            _ => None,
        })
    }

    pub(super) fn key_in(&self, slip: KeyIn) -> Promise<KeyedIn> {
        let id = new_id(slip.submission.received_at, |bytes| (self.random)(bytes));
        let order = Order::KeyIn { id, slip: Box::new(slip) };
        self.promise(order, |outcome| match outcome {
            Outcome::KeyedIn(keyed_in) => Some(keyed_in),
            _ => None,
        })
    }

    pub(super) fn receive(&self, matter: Matter) -> Promise<Received> {
        let id = new_id(matter.received_at, |bytes| (self.random)(bytes));
        let order = Order::Receive { id, matter: Box::new(matter) };
        self.promise(order, |outcome| match outcome {
            Outcome::Received(received) => Some(received),
            _ => None,
        })
    }

    pub(super) fn append(&self, entry: LogEntry) -> Promise<Appended> {
        self.promise(Order::Append(Box::new(entry)), |outcome| match outcome {
            Outcome::Appended(appended) => Some(appended),
            _ => None,
        })
    }

    /// Adds what tallies lack, if they have been rebuilt so often and not once more.
    pub(super) fn adjust(&self, turn: i64, lacking: Tallies) -> Promise<bool> {
        let order = Order::Adjust { turn, lacking: Box::new(lacking) };
        self.promise(order, |outcome| match outcome {
            Outcome::Adjusted(done) => Some(done),
            _ => None,
        })
    }

    /// Carries out a piece of work of the officers' desk.
    pub(super) fn work(&self, work: Work) -> Working {
        let (answer, answered) = oneshot::channel();
        let queued = self.enqueue(Waiting::Work { work: Box::new(work), answer });
        Box::pin(async move {
            queued?;
            answered.await.map_err(|_| gone())?
        })
    }

    pub(super) fn health(&self) -> Health {
        let health = self.signals.health();
        if health.accepting && self.gone.load(Ordering::Relaxed) {
            return Health { accepting: false, trouble: Some(ENDED.into()), ..health };
        }
        health
    }

    fn promise<T: 'static>(
        &self,
        order: Order,
        own: impl FnOnce(Outcome) -> Option<T> + Send + 'static,
    ) -> Promise<T> {
        let (answer, answered) = oneshot::channel();
        let queued = self.enqueue(Waiting::Order { order, answer });
        Box::pin(async move {
            queued?;
            // A writer that has ended, or answers what was not asked, is a fault of this program.
            let outcome = answered.await.map_err(|_| gone())??;
            own(outcome).ok_or_else(gone)
        })
    }

    fn enqueue(&self, waiting: Waiting) -> Result<(), StoreError> {
        let health = self.health();
        if !health.accepting {
            let reason = health.trouble.unwrap_or_default();
            return Err(if self.signals.stopped() {
                StoreError::Stopped(reason)
            } else {
                StoreError::Away(reason)
            });
        }
        let Some(queue) = &self.queue else { return Err(gone()) };
        // Counted first: the writer may be done with it before this thread goes on.
        self.signals.enter();
        match queue.try_send(waiting) {
            Ok(()) => Ok(()),
            Err(refused) => {
                self.signals.leave(1);
                let full = matches!(refused, TrySendError::Full(_));
                Err(if full { StoreError::Busy } else { gone() })
            }
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(self.queue.take());
        for thread in self.threads.drain(..) {
            // A writer that panicked has said so itself.
            let _ = thread.join();
        }
    }
}

const ENDED: &str = "the thread that writes has ended";

/// The writer has ended before its time.
fn gone() -> StoreError {
    StoreError::Stopped(ENDED.into())
}
