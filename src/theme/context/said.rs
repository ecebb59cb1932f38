//! What is said of a part, in the site's own words or in those of the announcing decision.

use serde::Serialize;

use crate::theme::Phrase;

/// A phrase, and whose it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// The words; a quotation where `quoted` says so.
    pub text: Phrase,
    /// Whether these are the announcing decision's own words, which leave the part open.
    pub quoted: bool,
}

impl Said {
    /// In the site's own words.
    pub fn own(text: Phrase) -> Self {
        Self { text, quoted: false }
    }

    /// In the words of the decision.
    pub fn quoted(text: Phrase) -> Self {
        Self { text, quoted: true }
    }
}
