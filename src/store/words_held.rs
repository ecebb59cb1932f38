//! Which words a rating holds, as the column `words` says it: whoever takes out words whose time is over finds
//! them by it without reading the others.

use crate::feedback::{AnswerValue, Mark, Submission, is_suspected_personal};
use crate::text::Slug;

/// Words in a rating; a rating without any has NULL in the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordsHeld {
    /// Nobody has looked: the row was written by a program that did not know the column.
    Unseen,
    /// Words that seem harmless.
    Plain,
    /// Words, some of which may hold personal data.
    Personal,
}

impl WordsHeld {
    /// The number that is kept.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::Unseen => 0,
            Self::Plain => 1,
            Self::Personal => 2,
        }
    }

    /// The number of a rating that is being written. Its marks say what the form reader found in the words, so
    /// they are not searched again.
    pub(super) fn when_written(sent: &Submission) -> Option<i64> {
        let has_words =
            sent.answers.iter().any(|(_, answer)| matches!(answer, AnswerValue::Text(_)));
        let personal = sent.marks.contains(&Mark::Personal);
        let held = if personal { Self::Personal } else { Self::Plain };
        has_words.then_some(held.number())
    }

    /// What answers hold by the rules of today; none without words.
    pub(super) fn found(answers: &[(Slug, AnswerValue)], marks: &[Mark]) -> Option<Self> {
        let marked = marks.contains(&Mark::Personal);
        let words = answers.iter().filter_map(|(_, answer)| match answer {
            AnswerValue::Text(words) if marked || is_suspected_personal(words) => {
                Some(Self::Personal)
            }
            AnswerValue::Text(_) => Some(Self::Plain),
            _ => None,
        });
        words.max_by_key(|held| held.number())
    }
}
