//! What citizens tell an agency: surveys as data, the answers to them, and what comes back.
//!
//! Pure: a form's fields become a [`Submission`] or a [`Rejection`]; where it is kept and over which
//! wire it came are the business of `store` and `host`. Nothing here knows who answered, and nothing
//! here asks for the time or for randomness: both are handed in.

pub mod alert;
mod amending;
mod amendment;
mod answer_value;
pub mod apology;
mod asked;
mod claim;
pub mod field;
pub mod form;
mod gathered;
mod hex;
mod key;
mod mark;
pub mod matter;
mod mode;
pub mod officer;
pub mod one_time_code;
pub mod personal;
mod reason;
mod receipt;
mod rejection;
mod retention;
#[cfg(test)]
pub(crate) mod sample;
pub mod satisfaction;
mod secret;
mod stamp;
mod submission;
mod survey;
mod survey_parts;
mod survey_versions;
mod ticket;
mod typed_answer;
mod typed_text;

pub use amending::read_amendment;
pub use amendment::{ADD_WINDOW, Amendment, How, NotAmended, REPLACE_WINDOW};
pub use answer_value::AnswerValue;
pub use asked::Asked;
pub use claim::Claim;
pub use field::written_edition;
pub use key::Key;
pub use mark::Mark;
pub use mode::Mode;
pub use one_time_code::{OneTimeCode, TicketError};
pub use personal::is_suspected as is_suspected_personal;
pub use reason::Reason;
pub use receipt::Receipt;
pub use rejection::Rejection;
pub use retention::{Period, Retention};
pub use secret::Secret;
pub use stamp::{Stamp, StampError};
pub use submission::{About, Submission};
pub use survey::{Answer, Factor, Question, QuestionKind, Scale, Survey, SurveyStatus};
pub use survey_parts::Part;
pub use survey_versions::{QuestionsMark, SurveyVersion};
pub use ticket::Ticket;
pub use typed_text::clean as clean_words;
