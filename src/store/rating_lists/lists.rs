//! What a store promises to the desk about ratings.

use super::{
    Disclosure, DisclosureQuery, HeldCount, HeldGroup, KeyIn, KeyedIn, PendingWords, SlipBatch,
    SlipCount,
};
use crate::feedback::AnswerValue;
use crate::feedback::secrecy::Horizon;
use crate::store::backed::Backed;
use crate::store::{Promise, StoreError};
use crate::text::Slug;

/// The ratings as the desk has them. What is looked up must not be asked from an async thread.
pub trait RatingLists: Send + Sync {
    /// A page of the ratings of a counter, as far as the rater's secrecy allows.
    fn disclosed(&self, query: &DisclosureQuery) -> Result<Disclosure, StoreError>;

    /// Words that are disclosed in the whole month, may hold personal data, and that nobody has decided about. In an
    /// order that tells nothing of when they came.
    fn pending_words(&self, query: &DisclosureQuery) -> Result<Vec<PendingWords>, StoreError>;

    /// What waits in quarantine at an agency, the oldest first, as far as it may be read.
    fn held_groups(&self, agency: &Slug, horizon: Horizon) -> Result<Vec<HeldGroup>, StoreError>;

    /// How many ratings of each counter of an agency lie in quarantine, as far as they may be read.
    fn held_counts(&self, agency: &Slug, horizon: Horizon) -> Result<Vec<HeldCount>, StoreError>;

    /// The ids of a group of [`RatingLists::held_groups`], at most a thousand.
    fn held_ids(&self, agency: &Slug, group: &HeldGroup) -> Result<Vec<[u8; 16]>, StoreError>;

    /// Keeps a slip of paper, or replaces what was kept of it.
    fn key_in(&self, slip: KeyIn) -> Promise<KeyedIn>;

    /// A pile of slips, and how far it is keyed in.
    fn slip_batch(&self, agency: &Slug, id: &[u8; 16]) -> Result<Option<SlipCount>, StoreError>;

    /// The piles of an agency, the last begun first, at most fifty.
    fn slip_batches(&self, agency: &Slug) -> Result<Vec<SlipCount>, StoreError>;

    /// What was keyed in under a number.
    fn slip(
        &self,
        batch: &SlipBatch,
        number: u32,
    ) -> Result<Option<Vec<(Slug, AnswerValue)>>, StoreError>;
}

impl<B: Backed> RatingLists for B {
    fn disclosed(&self, query: &DisclosureQuery) -> Result<Disclosure, StoreError> {
        self.look(|moment| super::disclosing::disclosed(moment, query))
    }

    fn pending_words(&self, query: &DisclosureQuery) -> Result<Vec<PendingWords>, StoreError> {
        self.look(|moment| super::reviewing::pending(moment, query))
    }

    fn held_groups(&self, agency: &Slug, horizon: Horizon) -> Result<Vec<HeldGroup>, StoreError> {
        self.look(|moment| super::setting_aside::groups(moment, agency, horizon))
    }

    fn held_counts(&self, agency: &Slug, horizon: Horizon) -> Result<Vec<HeldCount>, StoreError> {
        self.look(|moment| super::setting_aside::counts(moment, agency, horizon))
    }

    fn held_ids(&self, agency: &Slug, group: &HeldGroup) -> Result<Vec<[u8; 16]>, StoreError> {
        self.look(|moment| super::setting_aside::ids(moment, agency, group))
    }

    fn key_in(&self, slip: KeyIn) -> Promise<KeyedIn> {
        self.desk().key_in(slip)
    }

    fn slip_batch(&self, agency: &Slug, id: &[u8; 16]) -> Result<Option<SlipCount>, StoreError> {
        self.look(|moment| super::slips::batch(moment, agency, id))
    }

    fn slip_batches(&self, agency: &Slug) -> Result<Vec<SlipCount>, StoreError> {
        self.look(|moment| super::slips::batches(moment, agency))
    }

    fn slip(
        &self,
        batch: &SlipBatch,
        number: u32,
    ) -> Result<Option<Vec<(Slug, AnswerValue)>>, StoreError> {
        self.look(|moment| super::slips::slip(moment, batch, number))
    }
}
