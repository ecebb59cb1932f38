//! Words that should be looked at before they are quoted.

use super::DisclosureQuery;
use super::disclosing::words;
use crate::feedback::{AnswerValue, is_suspected_personal};
use crate::store::StoreError;
use crate::store::snapshot::Snapshot;
use crate::text::Slug;

/// Words that may hold personal data, as they were written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PendingWords {
    /// The words; first, so that they give the order.
    pub words: String,
    /// The question.
    pub question: Slug,
    /// The id of the rating. It tells when the rating came, so it is shown to nobody.
    pub rating: [u8; 16],
}

/// Those of a month.
pub(super) fn pending(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
) -> Result<Vec<PendingWords>, StoreError> {
    let mut pending = Vec::new();
    for found in words(snapshot, query)?.into_iter().flatten() {
        for (question, answer) in found.heard.answers {
            let AnswerValue::Text(words) = answer else { continue };
            let decided = found.heard.reviews.iter().any(|(of, _)| *of == question);
            if !decided && is_suspected_personal(&words) {
                pending.push(PendingWords { words, question, rating: found.id });
            }
        }
    }
    pending.sort();
    Ok(pending)
}
