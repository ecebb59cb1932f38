//! What is sent later under the key of a rating that is kept: another tap because the first was a slip,
//! or the optional questions of the next page. How it changes the rating is decided here, once for all
//! stores.

use super::{AnswerValue, Key, Mark, Submission};
use crate::text::Slug;

/// How long answers may be replaced, in milliseconds from the receipt of the rating.
pub const REPLACE_WINDOW: i64 = 2 * 60 * 1_000;

/// How long answers may be added, in milliseconds from the receipt of the rating.
pub const ADD_WINDOW: i64 = 30 * 60 * 1_000;

/// What to do with the answers of an amendment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// They take the place of those that are kept for the same questions.
    Replace,
    /// They are kept for questions that have no answer yet; an answer that is there stands.
    Add,
}

/// A change to a rating that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The agency of the rating.
    pub agency: Slug,
    /// The key of the rating.
    pub key: Key,
    /// The survey that was answered; the same as that of the rating, else there is nothing to change.
    pub survey: Slug,
    /// Its version; the same as that of the rating.
    pub version: u16,
    /// What to do with the answers.
    pub how: How,
    /// The answers, in the order of the survey.
    pub answers: Vec<(Slug, AnswerValue)>,
    /// Why to look twice; united with the marks of the rating.
    pub marks: Vec<Mark>,
    /// When it came, in milliseconds UTC.
    pub at: i64,
}

/// Why an amendment changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAmended {
    /// The rating answers another survey or another version.
    OtherSurvey,
    /// The window is over.
    TooLate,
}

impl Amendment {
    /// Changes a rating and says whether anything is different now. The same amendment sent again
    /// changes nothing and is well, however late it comes. A clock that was set back closes no window.
    pub fn apply(&self, rating: &mut Submission) -> Result<bool, NotAmended> {
        if (&self.survey, self.version) != (&rating.survey, rating.version) {
            return Err(NotAmended::OtherSurvey);
        }
        let answers = self.answers.iter().all(|answer| rating.answers.contains(answer));
        if answers && self.marks.iter().all(|mark| rating.marks.contains(mark)) {
            return Ok(false);
        }
        let window = match self.how {
            How::Replace => REPLACE_WINDOW,
            How::Add => ADD_WINDOW,
        };
        if self.at.saturating_sub(rating.received_at) > window {
            return Err(NotAmended::TooLate);
        }
        let before = (rating.answers.clone(), rating.marks.clone());
        for (question, answer) in &self.answers {
            match rating.answers.iter_mut().find(|(known, _)| known == question) {
                Some((_, kept)) if self.how == How::Replace => kept.clone_from(answer),
                Some(_) => {}
                None => rating.answers.push((question.clone(), answer.clone())),
            }
        }
        rating.marks.extend(&self.marks);
        rating.marks.sort_unstable();
        rating.marks.dedup();
        Ok((&rating.answers, &rating.marks) != (&before.0, &before.1))
    }
}

#[cfg(test)]
#[path = "amendment_tests.rs"]
mod tests;
