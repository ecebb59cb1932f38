//! What those who write tell the rest of the store.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::Health;
use super::failure::{Failure, Reach};

/// The state of a store, as its writers last saw it.
#[derive(Debug, Default)]
pub(super) struct Signals {
    waiting: AtomicUsize,
    trouble: Mutex<Trouble>,
}

#[derive(Debug, Default)]
struct Trouble {
    reach: Option<Reach>,
    reason: Option<String>,
}

impl Signals {
    /// The state now.
    pub(super) fn health(&self) -> Health {
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        Health {
            accepting: !matches!(trouble.reach, Some(Reach::Away | Reach::Fatal)),
            trouble: trouble.reason.clone(),
            waiting: self.waiting.load(Ordering::Relaxed),
        }
    }

    /// Whether the store has stopped for good.
    pub(super) fn stopped(&self) -> bool {
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        trouble.reach == Some(Reach::Fatal)
    }

    /// One order more waits.
    pub(super) fn enter(&self) {
        self.waiting.fetch_add(1, Ordering::Relaxed);
    }

    /// So many orders wait no more.
    pub(super) fn leave(&self, orders: usize) {
        self.waiting.fetch_sub(orders, Ordering::Relaxed);
    }

    /// What the last writing met. Once the disk has failed nothing makes it good but a new start.
    pub(super) fn report(&self, failure: Option<&Failure>) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if trouble.reach != Some(Reach::Fatal) {
            trouble.reach = failure.map(|failure| failure.reach);
            trouble.reason = failure.map(Failure::said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_and_a_failing_one_ends_the_taking() {
        let signals = Signals::default();
        let met = |reach| signals.report(Some(&Failure::new(reach, "broken")));
        met(Reach::Passing);
        assert!(signals.health().accepting && !signals.health().is_sound());
        signals.report(None);
        assert!(signals.health().is_sound());
        met(Reach::Away);
        assert!(!signals.health().accepting && !signals.stopped());
        signals.report(None);
        assert!(signals.health().is_sound());
        met(Reach::Fatal);
        signals.report(None);
        assert!(signals.stopped() && signals.health().trouble.is_some());
    }
}
