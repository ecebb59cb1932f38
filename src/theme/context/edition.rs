//! What a page of a procedure says about its editions. No word of it depends on the day the site
//! was built: a page holds for the span of days in which its standing is the same.

use serde::Serialize;

use crate::theme::Phrase;

/// An edition of the procedure.
#[derive(Debug, Clone, Serialize)]
pub struct EditionLink {
    /// From when to when it is in force, in words.
    pub span: String,
    /// Its own page, if it has one and it is not this page.
    pub href: Option<String>,
    /// Whether this page shows it.
    pub current: bool,
    /// What changed with it, a line each; empty for the first, and where the page has no room.
    pub changes: Vec<Phrase>,
}

/// What is to be known about editions.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EditionNotes {
    /// Not in force yet: the day it takes force.
    pub starts_on: Option<String>,
    /// No longer in force: the last day it was.
    pub ended_on: Option<String>,
    /// Another edition follows: the day it takes force.
    pub next_from: Option<String>,
    /// What the edition that follows changes, a line each; in the last weeks before it takes force.
    pub next_changes: Vec<Phrase>,
    /// The page of the edition that follows.
    pub next: Option<String>,
    /// On a dated page: from when to when its edition is in force, in words.
    pub span: Option<String>,
    /// On a dated page: the address where the edition in force is always found.
    pub in_force: Option<String>,
    /// All editions, oldest first; empty where there is one.
    pub all: Vec<EditionLink>,
}
