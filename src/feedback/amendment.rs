//! What is sent later under the key of a rating that is kept: another tap because the first was a slip,
//! the optional questions of the next page, or the one-time code that proves the visit. How it changes the rating is decided here, once for all
//! stores.

use super::{AnswerValue, Key, Mark, Submission, Ticket};
use crate::catalogue::PrintedCode;
use crate::text::Slug;

/// How long answers may be replaced, in milliseconds from the receipt of the rating.
pub const REPLACE_WINDOW: i64 = 2 * 60 * 1_000;

/// How long answers and a one-time code may be added, in milliseconds from the receipt of the rating.
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
    /// The one-time code that proves the visit; an open rating with it is verified from then on. Whether it
    /// has proved another rating before is for the store to say.
    pub ticket: Option<Ticket>,
    /// The printed code under which it came: a one-time code proves nothing at another counter.
    pub code: PrintedCode,
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
    /// The one-time code is for another counter than that of the rating.
    OtherCounter,
    /// The window is over.
    TooLate,
}

impl Amendment {
    /// The one-time code, if the rating has none yet: one that is verified needs no second.
    pub fn new_ticket(&self, rating: &Submission) -> Option<Ticket> {
        self.ticket.filter(|_| rating.ticket.is_none())
    }

    /// Changes a rating and says whether anything is different now. The same amendment sent again
    /// changes nothing and is well, however late it comes. A clock that was set back closes no window.
    pub fn apply(&self, rating: &mut Submission) -> Result<bool, NotAmended> {
        if (&self.survey, self.version) != (&rating.survey, rating.version) {
            return Err(NotAmended::OtherSurvey);
        }
        let ticket = self.new_ticket(rating);
        let answered = self.answers.iter().all(|answer| rating.answers.contains(answer));
        let said = answered && self.marks.iter().all(|mark| rating.marks.contains(mark));
        if said && ticket.is_none() {
            return Ok(false);
        }
        if ticket.is_some() && self.code != rating.code {
            return Err(NotAmended::OtherCounter);
        }
        let window = match self.how {
            How::Replace if !said => REPLACE_WINDOW,
            How::Replace | How::Add => ADD_WINDOW,
        };
        if self.at.saturating_sub(rating.received_at) > window {
            return Err(NotAmended::TooLate);
        }
        let before = (rating.answers.clone(), rating.marks.clone());
        rating.ticket = rating.ticket.or(ticket);
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
        Ok(ticket.is_some() || (&rating.answers, &rating.marks) != (&before.0, &before.1))
    }
}

#[cfg(test)]
#[path = "amendment_tests.rs"]
mod tests;
