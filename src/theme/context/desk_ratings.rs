//! The page with what citizens answered at a counter.

use serde::Serialize;

use super::{Choice, DeskHead, DeskLink, Fact};
use crate::theme::Page;

/// A month of a counter.
#[derive(Debug, Clone, Serialize)]
pub struct DeskRatings {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// The pages about ratings.
    pub parts: Vec<DeskLink>,
    /// What is chosen.
    pub filter: RatingFilter,
    /// The last day that is read.
    pub until: String,
    /// What was gathered, the latest first.
    pub gatherings: Vec<GatheredLines>,
    /// Where the next page is; empty after the last.
    pub next: String,
    /// Piles of paper slips.
    pub slips: Vec<GatheredLines>,
    /// Words, without any time.
    pub words: Vec<WordsLine>,
    /// Where more words are; empty if these are all.
    pub more_words: String,
    /// Where words are reviewed; empty for those who may not.
    pub review: String,
}

/// The form above a list of ratings.
#[derive(Debug, Clone, Serialize)]
pub struct RatingFilter {
    /// Where it is sent.
    pub action: String,
    /// The agencies to choose from; empty where there is one.
    pub agencies: Vec<Choice>,
    /// The counters.
    pub counters: Vec<Choice>,
    /// The surveys.
    pub surveys: Vec<Choice>,
    /// The months.
    pub months: Vec<Choice>,
}

/// Ratings that are shown together.
#[derive(Debug, Clone, Serialize)]
pub struct GatheredLines {
    /// From when until when.
    pub when: String,
    /// How many.
    pub n: u64,
    /// What they said, equal ones as one.
    pub lines: Vec<AnswerLine>,
}

/// Ratings that said the same.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerLine {
    /// How many.
    pub n: u64,
    /// Questions and answers; empty where only words were written.
    pub answers: Vec<Fact>,
}

/// Words of somebody.
#[derive(Debug, Clone, Serialize)]
pub struct WordsLine {
    /// The question.
    pub question: String,
    /// The words, as they may be shown.
    pub words: String,
    /// Whether a person decided that they may be quoted like this.
    pub reviewed: bool,
    /// Whether somebody has yet to look at them.
    pub pending: bool,
}

impl Page for DeskRatings {
    const TEMPLATE: &'static str = "desk-ratings.html";
}
