//! Why an index cannot be made of a sheet. Each is a mistake of whoever put the two together, or a sheet whose
//! totals disagree with their parts; no figure is made of either.

use crate::text::Slug;

/// Why there is no index.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// The sheet counts another survey or version.
    #[error("the sheet is of survey {sheet}, the questions of {instrument}")]
    OtherSurvey {
        /// What was counted.
        sheet: String,
        /// What was asked.
        instrument: String,
    },
    /// The method cannot count the answers to a question.
    #[error("method {method} does not fit the answers to question {question}")]
    Unfit {
        /// The method's id.
        method: &'static str,
        /// The question.
        question: Slug,
    },
    /// An answer was counted that the question does not have.
    #[error("question {question} has no answer {answer}")]
    UnknownAnswer {
        /// The question.
        question: Slug,
        /// The answer.
        answer: String,
    },
    /// A question was answered more often than there are ratings.
    #[error("question {question} has {answers} answers of {ratings} ratings")]
    TooManyAnswers {
        /// The question.
        question: Slug,
        /// How many answers.
        answers: u64,
        /// How many ratings.
        ratings: u64,
    },
    /// The sums of a question are not those of its counted answers.
    #[error("the sums of question {question} are not those of its answers")]
    Disagrees {
        /// The question.
        question: Slug,
    },
}
