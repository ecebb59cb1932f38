//! What tests of a store do again and again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Judgement, Kept, Randomness, Store, StoreError, StoredRating, Verdict};
use crate::feedback::Submission;
use crate::feedback::sample::RECEIVED;
use crate::text::Slug;

/// Bytes that are never twice the same, not even in two stores; which is all that a store asks of
/// randomness.
pub(super) fn random() -> Randomness {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Arc::new(|bytes| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(number.iter().cycle()).for_each(|(byte, chance)| *byte = *chance);
    })
}

/// A person's word on a rating.
pub(super) fn judgement(agency: Slug, rating: [u8; 16], verdict: Verdict) -> Judgement {
    Judgement {
        agency,
        rating,
        verdict,
        reason: "thử".into(),
        account: String::new(),
        at: RECEIVED,
    }
}

/// Waits for an answer.
pub(super) fn wait<T>(promise: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(promise)
}

/// Sends all at once and waits for every answer, in the order of sending.
pub(super) fn keep_all(
    store: &dyn Store,
    ratings: impl IntoIterator<Item = Submission>,
) -> Vec<Result<Kept, StoreError>> {
    let keeping: Vec<_> = ratings.into_iter().map(|rating| store.keep(rating)).collect();
    keeping.into_iter().map(wait).collect()
}

/// Every rating that is there.
pub(super) fn exported(store: &dyn Store) -> Vec<StoredRating> {
    let mut all = Vec::new();
    store
        .export(&mut |rating| {
            all.push(rating);
            Ok(())
        })
        .unwrap();
    all
}
