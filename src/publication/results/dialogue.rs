//! A dialogue with citizens: the day and place, what is asked, and what was answered in public.

use crate::text::{Date, Hour, Slug, Text};

/// A dialogue, planned or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialogue {
    /// Its id, the name of its file.
    pub id: Slug,
    /// The day.
    pub date: Date,
    /// When it begins.
    pub hour: Option<Hour>,
    /// The agency that holds it.
    pub agency: Slug,
    /// Where.
    pub place: Text,
    /// What it is about.
    pub topic: Text,
    /// Who answers: a position.
    pub chair: Option<Text>,
    /// Questions, with the answers that were published.
    pub questions: Vec<DialogueQuestion>,
}

/// A question of citizens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialogueQuestion {
    /// Its id.
    pub id: Slug,
    /// The question, without who asked it.
    pub ask: Text,
    /// The answer; none until it is published.
    pub answer: Option<Text>,
    /// Who answered: a position.
    pub answered_by: Option<Text>,
    /// When.
    pub answered_on: Option<Date>,
}
