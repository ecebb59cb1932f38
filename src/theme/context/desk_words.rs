//! The page on which words that may hold personal data are looked at one by one.

use serde::Serialize;

use super::{DeskHead, DeskLink, RatingFilter};
use crate::theme::Page;

/// Words of a month of a counter.
#[derive(Debug, Clone, Serialize)]
pub struct DeskWords {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// The pages about ratings.
    pub parts: Vec<DeskLink>,
    /// What is chosen.
    pub filter: RatingFilter,
    /// Where forms are sent.
    pub action: String,
    /// How many wait.
    pub waiting: usize,
    /// The first of them.
    pub words: Vec<PendingLine>,
}

/// Words that wait.
#[derive(Debug, Clone, Serialize)]
pub struct PendingLine {
    /// What names them in a form.
    pub name: String,
    /// The question.
    pub question: String,
    /// The words as the program masks them.
    pub masked: String,
    /// The words as the officer would have them masked.
    pub proposed: String,
    /// The words as they were written; empty unless they were opened.
    pub whole: String,
}

impl Page for DeskWords {
    const TEMPLATE: &'static str = "desk-words.html";
}
