//! A beginning of an answer that officers write often; an officer completes it.

use serde::{Deserialize, Serialize};

/// A template, as the site's own data has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyTemplate {
    /// What it is called in the list.
    pub name: Box<str>,
    /// The words.
    pub words: Box<str>,
}

impl ReplyTemplate {
    /// The most characters of an answer, and so of a template.
    pub const LONGEST: usize = 5_000;
}
