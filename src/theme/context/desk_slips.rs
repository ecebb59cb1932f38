//! The page on which paper slips are keyed in.

use serde::Serialize;

use super::{DeskHead, Fact};
use crate::theme::Page;

/// A pile under way.
#[derive(Debug, Clone, Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a thing that a template asks")]
pub struct DeskSlips {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where forms are sent.
    pub action: String,
    /// Where the piles are.
    pub piles: String,
    /// The counter.
    pub about: String,
    /// The survey; empty where it is not posted as it was.
    pub survey: String,
    /// When the slips were collected.
    pub when: String,
    /// How many are keyed in.
    pub slips: u64,
    /// Whether slips can be added.
    pub open: bool,
    /// Whether the pile is done.
    pub done: bool,
    /// The number of the slip in the form.
    pub number: u32,
    /// Whether that slip is there and is corrected.
    pub corrects: bool,
    /// The number of the next slip.
    pub next: u32,
    /// Whether another slip has the number of the form.
    pub differs: bool,
    /// The line of signs.
    pub line: String,
    /// The fields for words.
    pub fields: Vec<SlipField>,
    /// The questions that the line answers.
    pub questions: Vec<SlipQuestion>,
    /// The number of the slip that is read back; nought for none.
    pub last: u32,
    /// What stands on it.
    pub answers: Vec<Fact>,
    /// Where it is corrected.
    pub correct: String,
}

/// A question that is answered in words.
#[derive(Debug, Clone, Serialize)]
pub struct SlipField {
    /// The name of the field.
    pub name: String,
    /// The question.
    pub ask: String,
    /// What was typed.
    pub value: String,
    /// The most characters.
    pub max: u16,
}

/// A question that a sign answers.
#[derive(Debug, Clone, Serialize)]
pub struct SlipQuestion {
    /// The question.
    pub ask: String,
    /// The answers with their signs.
    pub options: String,
    /// Whether several may be marked.
    pub several: bool,
    /// Whether "don't know" is offered.
    pub unknown: bool,
}

impl Page for DeskSlips {
    const TEMPLATE: &'static str = "desk-slips.html";
}
