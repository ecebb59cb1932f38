//! The sections of a procedure's page that can stand on pages of their own, where the page would be
//! too heavy with them.

use serde::{Deserialize, Serialize};

use crate::text::Slug;

/// A section. What is not named here always stays on the procedure's own page: who, where, how long,
/// how much, the bodies, the decision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Section {
    /// The papers of one case, by its id.
    Case(Slug),
    /// The ways to file with their time limits and fees.
    Channels,
    /// The steps.
    Steps,
    /// The requirements.
    Conditions,
    /// The results.
    Results,
    /// The longer guidance.
    Guidance,
    /// The acts that it rests on.
    Acts,
}

/// A section that stands apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// The section.
    pub section: Section,
    /// On how many pages, the same in every language.
    pub parts: u16,
}

/// Some of what a section lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Which of its entries, from 0.
    pub entry: usize,
    /// Which piece of the entry's text, from 0, of how many; `(0, 1)` for a whole entry.
    pub piece: (u16, u16),
}
