//! One cell of a table, before it becomes text or a number of some format.

use std::borrow::Cow;

use super::formula::defuse;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// A word of ours or a citizen's words.
    Text(String),
    /// A number.
    Number(u32),
}

impl Cell {
    /// As it may be written where everything is text: what a spreadsheet would run is defused.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) => defuse(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
        }
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Blank, Self::Text)
    }
}
