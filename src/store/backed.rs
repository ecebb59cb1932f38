//! A store over a database, whichever: a desk in front of those who write, and moments for those who read. What
//! it promises is written here once.

use super::desk::Desk;
use super::snapshot::{self, Snapshot};
use super::{
    Amending, Difference, Health, Judgement, Judging, Keeping, Store, StoreError, StoredRating,
    Tallies, TallySpan, rebuilding,
};
use crate::feedback::{Amendment, Submission};

/// What a database brings to a store.
pub(super) trait Backed: Send + Sync {
    /// The database at one moment.
    type Moment: Snapshot;

    /// Where orders are taken.
    fn desk(&self) -> &Desk;

    /// Looks at the database as it is now.
    fn moment(&self) -> Result<Self::Moment, StoreError>;
}

impl<B: Backed> Store for B {
    fn keep(&self, submission: Submission) -> Keeping {
        self.desk().keep(submission)
    }

    fn amend(&self, amendment: Amendment) -> Amending {
        self.desk().amend(amendment)
    }

    fn judge(&self, judgement: Judgement) -> Judging {
        self.desk().judge(judgement)
    }

    fn export(
        &self,
        each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        snapshot::export(&mut self.moment()?, each)
    }

    fn count(&self) -> Result<u64, StoreError> {
        snapshot::count(&mut self.moment()?)
    }

    fn tallies(&self, span: &TallySpan) -> Result<Tallies, StoreError> {
        snapshot::tallies(&mut self.moment()?, span)
    }

    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        rebuilding::compare(&mut self.moment()?)
    }

    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        rebuilding::rebuild(self.desk(), || self.moment())
    }

    fn health(&self) -> Health {
        self.desk().health()
    }
}
