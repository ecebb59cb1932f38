//! Words that were decided to be hidden stay hidden in what an agency writes about itself.

use crate::feedback::AnswerValue;
use crate::feedback::secrecy::{DecidedWords, WordsReview};
use crate::store::cells::Reading;
use crate::store::snapshot::{Snapshot, Value};
use crate::store::stored_rating::digits;
use crate::store::{StoreError, answers_text};
use crate::text::Slug;

const DECIDED: &str = "SELECT words_review.rating, words_review.question, words_review.verdict, words_review.words, \
     rating.answers FROM words_review JOIN rating ON rating.agency = words_review.agency \
     AND rating.id = words_review.rating WHERE words_review.agency = $1";

/// What was decided of words that were written about an agency and are there still.
pub(super) fn decided(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
) -> Result<Vec<DecidedWords>, StoreError> {
    let mut all = Vec::new();
    snapshot.rows(DECIDED, &[Value::Text(agency.as_str())], &mut |row| {
        let bytes = row.bytes(0).map_err(StoreError::Read)?.unwrap_or_default();
        let cells = Reading { row, whose: digits(&bytes) };
        let question = cells.slug(1, "question")?;
        let words = row.text(3).map_err(StoreError::Read)?.unwrap_or_default();
        let review = cells.parse(2, "verdict", |verdict| WordsReview::parse(verdict, words))?;
        let answers = cells.parse(4, "answers", answers_text::read)?;
        let written = answers.into_iter().find(|(of, _)| *of == question);
        if let Some((_, AnswerValue::Text(written))) = written {
            all.push(DecidedWords { written, review });
        }
        Ok(())
    })?;
    Ok(all)
}
