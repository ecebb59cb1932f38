//! A text as a sheet says it: plain words, marked where they are in another language than the sheet's, so that a
//! screen reader that reads the PDF changes its voice.

use serde::Serialize;

use crate::text::Language;

/// Plain words. In JSON a string, or `{"text": …, "lang": …}` where they fall back to another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Said {
    /// In the language of what surrounds them.
    Own(String),
    /// In another language.
    Other {
        /// The words.
        text: String,
        /// The tag of their language.
        lang: String,
    },
}

impl Said {
    /// Words in another language.
    pub fn other(text: &str, language: Language) -> Self {
        Self::Other { text: text.into(), lang: language.tag().into() }
    }

    /// The words alone.
    pub fn words(&self) -> &str {
        match self {
            Self::Own(text) | Self::Other { text, .. } => text,
        }
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::Own(text.into())
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::Own(text)
    }
}
