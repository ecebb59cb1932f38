//! The page of changes of procedures.

use serde::Serialize;

use super::{Meta, PartLink};
use crate::theme::{Page, Phrase};

/// Changes, or one part of them, the latest first.
#[derive(Debug, Clone, Serialize)]
pub struct Changes {
    /// The head.
    pub meta: Meta,
    /// The same as an Atom feed.
    pub feed: String,
    /// The days on which something changed.
    pub days: Vec<ChangeDay>,
    /// The parts; empty where the list is whole.
    pub parts: Vec<PartLink>,
}

/// A day, and what is new from it on.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeDay {
    /// The day in words.
    pub day: String,
    /// The procedures that changed.
    pub rows: Vec<ChangeRow>,
}

/// A procedure that changed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeRow {
    /// Its name.
    pub name: Phrase,
    /// The edition that began.
    pub href: String,
    /// Its code.
    pub code: String,
    /// What changed, a line each.
    pub lines: Vec<Phrase>,
}

impl Page for Changes {
    const TEMPLATE: &'static str = "changes.html";
}
