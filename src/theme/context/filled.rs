//! A form that came back: what was typed and what is wrong with it, so that nobody types twice.

use std::collections::BTreeMap;

use crate::theme::Words;

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The question must be answered.
    Missing,
    /// Not one of the answers.
    NotAnAnswer,
    /// Not a whole number between these bounds.
    OutOfRange {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// Longer than so many characters.
    TooLong {
        /// The most characters.
        max: u16,
    },
}

impl Fault {
    /// The fault in words, with what to do.
    pub fn say(self, words: &Words) -> String {
        match self {
            Self::Missing => words.get("fault_missing").to_owned(),
            Self::NotAnAnswer => words.get("fault_not_an_answer").to_owned(),
            Self::OutOfRange { min, max } => {
                let (min, max) = (words.whole(min as usize), words.whole(max as usize));
                words.fill("fault_out_of_range", &[("min", &min), ("max", &max)])
            }
            Self::TooLong { max } => {
                words.fill("fault_too_long", &[("max", &words.whole(usize::from(max)))])
            }
        }
    }
}

/// A form that came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// What was typed, by question id; several values for a question with several answers.
    pub values: BTreeMap<String, Vec<String>>,
    /// What is wrong, by question id.
    pub faults: BTreeMap<String, Fault>,
    /// The key that the form carried, to be carried on.
    pub key: String,
    /// The stamp that the form carried or a fresh one.
    pub stamp: String,
    /// The way on which the page was opened: `qr`, `web` or `kiosk`.
    pub mode: String,
    /// The one-time code as it was typed; empty if there was none.
    pub ticket: String,
    /// Whether somebody answers for somebody else.
    pub helped: bool,
}
