//! What a form is read against: the page that was handed out, and the moment of its return.

use super::{QuestionKind, Secret, Survey};
use crate::catalogue::PrintedCode;
use crate::text::{Language, Slug};

/// The place, the survey and the moment.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The survey that is open under this code.
    pub survey: &'a Survey,
    /// The printed code.
    pub code: PrintedCode,
    /// The agency where it stands.
    pub agency: &'a Slug,
    /// The service point where the counter stands, if the agency names one.
    pub point: Option<&'a Slug>,
    /// The counter where it stands.
    pub counter: &'a Slug,
    /// The languages of the site; the first is taken where the form names none.
    pub languages: &'a [Language],
    /// What signed the page.
    pub secret: &'a Secret,
    /// The time, in milliseconds UTC.
    pub now: i64,
}

/// Seven hours, by which Vietnam is ahead of UTC all the year.
const AHEAD: i64 = 7 * 60 * 60 * 1_000;

const DAY: i64 = 24 * 60 * 60 * 1_000;

impl Asked<'_> {
    /// The day it is in Vietnam, counted from 1970-01-01.
    pub(super) fn today(&self) -> i32 {
        let day = self.now.saturating_add(AHEAD).div_euclid(DAY);
        i32::try_from(day).unwrap_or_default()
    }
}

/// Room for everything that is not typed words: names, options, key and stamp.
const FIXED_BYTES: usize = 8 * 1024;

/// The most bytes of one typed character in a form: three UTF-8 bytes, each as `%XX`, and half as much
/// again for letters that a keyboard sends with their marks apart.
const BYTES_A_CHARACTER: usize = 14;

/// The longest honest body of a form with this survey, in bytes.
pub(super) fn longest_form(survey: &Survey) -> usize {
    let room = |kind: &QuestionKind| match kind {
        QuestionKind::Text { max } => usize::from(*max) * BYTES_A_CHARACTER,
        QuestionKind::Points(options)
        | QuestionKind::Choice(options)
        | QuestionKind::Choices(options) => options.len() * 140,
        QuestionKind::Scale(_) | QuestionKind::Number { .. } => 140,
    };
    FIXED_BYTES + survey.questions.iter().map(|question| room(&question.kind)).sum::<usize>()
}
