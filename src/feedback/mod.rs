//! What citizens tell an agency: surveys as data, the answers to them, and what comes back.
//!
//! Pure: a form's fields become a [`Submission`] or a [`Rejection`]; where it is kept and over which
//! wire it came are the business of `store` and `host`. Nothing here knows who answered.

mod survey;

pub use survey::{Answer, Factor, Question, QuestionKind, Scale, Survey, SurveyStatus};
