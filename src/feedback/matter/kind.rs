//! The kinds of matters. Each has a form, time limits and readers of its own, and they are never mixed.

use serde::{Deserialize, Serialize};

/// A kind of matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MatterKind {
    /// Phản ánh, kiến nghị: on rules or on how they are applied; with a name and a way to answer.
    Petition,
    /// Báo tin: something was asked for that is not on the list; anonymous or with a contact.
    Report,
    /// Something on a page is wrong.
    PageError,
}

impl MatterKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Petition, Self::Report, Self::PageError];

    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Petition => "petition",
            Self::Report => "report",
            Self::PageError => "page_error",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether a name and a way to answer must be given.
    pub fn needs_contact(self) -> bool {
        self == Self::Petition
    }
}
