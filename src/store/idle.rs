//! Connections that read, kept between two questions: the desk asks with every request, citizens look up what became
//! of their petitions, and connecting to a server takes longer than the question.

use std::sync::{Mutex, PoisonError};

use crate::store::StoreError;
use crate::store::snapshot::Snapshot;

/// How many are kept.
const KEPT: usize = 4;

/// Connections that nobody uses just now.
pub(super) struct Idle<M>(Mutex<Vec<M>>);

impl<M> Default for Idle<M> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<M: Snapshot> Idle<M> {
    /// Looks at the database as it is now. A connection that was lost while nobody used it is made anew once.
    pub(super) fn look<T>(
        &self,
        open: impl Fn() -> Result<M, StoreError>,
        mut look: impl FnMut(&mut dyn Snapshot) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(mut kept) = self.take()
            && let Ok(found) = look(&mut kept)
        {
            self.give_back(kept);
            return Ok(found);
        }
        let mut fresh = open()?;
        let found = look(&mut fresh)?;
        self.give_back(fresh);
        Ok(found)
    }

    fn take(&self) -> Option<M> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn give_back(&self, mut moment: M) {
        if moment.renew().is_err() {
            return;
        }
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(moment);
        }
    }
}
