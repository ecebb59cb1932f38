//! A store that does with a rating what a test says, and holds nothing.

use std::sync::Arc;

use crate::feedback::{Amendment, Submission};
use crate::store::{
    Amended, Amending, Difference, Health, Judged, Judgement, Judging, Keeping, Store, StoreError,
    StoredRating, Tallies, TallySpan,
};

type Keep = Box<dyn Fn(Submission) -> Keeping + Send + Sync>;

/// A store of that kind.
pub(super) struct FeignedStore {
    keep: Keep,
    health: Health,
}

impl FeignedStore {
    /// A store that says of itself that it is in this health.
    pub(super) fn shared(
        health: Health,
        keep: impl Fn(Submission) -> Keeping + Send + Sync + 'static,
    ) -> Arc<dyn Store> {
        Arc::new(Self { keep: Box::new(keep), health })
    }
}

impl Store for FeignedStore {
    fn keep(&self, submission: Submission) -> Keeping {
        (self.keep)(submission)
    }

    fn amend(&self, _: Amendment) -> Amending {
        Box::pin(async { Ok(Amended::Unknown) })
    }

    fn judge(&self, _: Judgement) -> Judging {
        Box::pin(async { Ok(Judged::Unknown) })
    }

    fn export(
        &self,
        _: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        Ok(())
    }

    fn count(&self) -> Result<u64, StoreError> {
        Ok(0)
    }

    fn tallies(&self, _: &TallySpan) -> Result<Tallies, StoreError> {
        Ok(Tallies::default())
    }

    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        Ok(Vec::new())
    }

    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        Ok(Vec::new())
    }

    fn health(&self) -> Health {
        self.health.clone()
    }
}
