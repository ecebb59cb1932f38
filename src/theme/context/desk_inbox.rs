//! The page with what is to be done.

use serde::Serialize;

use super::DeskHead;
use crate::theme::Page;

/// A page of matters.
#[derive(Debug, Clone, Serialize)]
pub struct DeskInbox {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where the filter is sent.
    pub action: String,
    /// What is searched for.
    pub words: String,
    /// The piles to choose from.
    pub piles: Vec<Choice>,
    /// The kinds to choose from.
    pub kinds: Vec<Choice>,
    /// Whether only what the officer has taken on is shown.
    pub mine: bool,
    /// The matters, what is overdue first.
    pub matters: Vec<MatterRow>,
    /// Where the next page is; empty after the last.
    pub next: String,
}

/// One of several to choose from.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it says.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A matter in a list.
#[derive(Debug, Clone, Serialize)]
pub struct MatterRow {
    /// Where it is opened.
    pub href: String,
    /// Its kind, in words.
    pub kind: String,
    /// What it is about: the beginning of what was written, or what was asked for.
    pub about: String,
    /// The procedure; empty where it is about none.
    pub procedure: String,
    /// The agency, where the officer sees several; else empty.
    pub agency: String,
    /// The state, in words.
    pub state: String,
    /// When it is due; empty where nothing is left to do.
    pub due: String,
    /// Whether that day is over.
    pub late: bool,
    /// When it was received.
    pub received: String,
    /// Who has taken it on; empty for nobody.
    pub assigned: String,
    /// Whether it seems to come from a program.
    pub held: bool,
}

impl Page for DeskInbox {
    const TEMPLATE: &'static str = "desk-inbox.html";
}
