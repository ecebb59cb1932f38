//! What was answered to one question, checked against the survey: an option here is an option there.

use serde::{Deserialize, Serialize};

use crate::text::Slug;

/// An answer. Its written form, `{"level":4}` say, is what is kept for years: variants are only added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerValue {
    /// A level of the scale, 1 (worst) to its number of levels.
    Level(u8),
    /// An option that carries points, with the points it carried when it was chosen.
    Points {
        /// The option.
        option: Slug,
        /// Its points, 0 to 2.
        points: u8,
    },
    /// One of several options.
    Choice(Slug),
    /// Any of several options, in the order of the survey, at least one.
    Choices(Vec<Slug>),
    /// A whole number within the bounds of the question.
    Number(u32),
    /// Words: NFC, without control characters other than line feeds, not blank.
    Text(String),
    /// "Không biết / không sử dụng", which is an answer.
    DontKnow,
    /// Words were written; they were erased when the time for keeping them was over.
    ErasedText,
}

impl AnswerValue {
    /// What the answer adds to a mean: its level or its points; none for what has no order.
    pub fn score(&self) -> Option<u8> {
        match self {
            Self::Level(score) | Self::Points { points: score, .. } => Some(*score),
            Self::Choice(_)
            | Self::Choices(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::DontKnow
            | Self::ErasedText => None,
        }
    }
}
