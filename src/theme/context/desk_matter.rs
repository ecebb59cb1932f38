//! The page of one matter.

use serde::Serialize;

use super::{Choice, DeskHead, DeskLink};
use crate::theme::Page;

/// A matter with all that can be done with it.
#[derive(Debug, Clone, Serialize)]
pub struct DeskMatter {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where every form of the page is sent.
    pub action: String,
    /// How many events the matter had when the page was made.
    pub expected: u32,
    /// What is known of it, as names and values.
    pub facts: Vec<Fact>,
    /// Whether its day is over.
    pub late: bool,
    /// What was asked for beyond the list, in words.
    pub demands: Vec<String>,
    /// What was written.
    pub words: String,
    /// Whether something in it is hidden.
    pub masked: bool,
    /// The posted listing that it is about; empty where it is about none.
    pub listing: String,
    /// Where the wording of the listing is that the citizen saw.
    pub listing_href: String,
    /// Where the listing of the agency is now; empty where it is the same.
    pub current_href: String,
    /// What that wording says of papers, time and fees; empty where it cannot be shown here.
    pub posted: Vec<PostedPart>,
    /// Whether that wording is not posted any more, not even as a past edition, so that only the link is left.
    pub posted_gone: bool,
    /// The page that is said to be wrong; empty where none is.
    pub page_href: String,
    /// Name and contact, as names and values; empty while they are hidden, or where there are none.
    pub contact: Vec<Fact>,
    /// Whether there is a contact that this officer may open.
    pub may_open: bool,
    /// Where the letter that answers is had; empty if there is nothing to write yet.
    pub letter: String,
    /// Whether the letter may carry who brought the matter.
    pub letter_opens: bool,
    /// Whether the host sets letters as PDF.
    pub letter_pdf: bool,
    /// Where an apology for a file is drafted; empty for whoever may not.
    pub apology: String,
    /// What may be done now: the words of the forms to show.
    pub may: Vec<String>,
    /// Beginnings of answers to take: what each is called, and the page with it filled in.
    pub replies: Vec<DeskLink>,
    /// To whom it can be given.
    pub officers: Vec<Choice>,
    /// The form that came back, and what was typed in it.
    pub typed: Typed,
    /// Its history, the latest first.
    pub events: Vec<EventLine>,
}

/// A part of a posted listing, as lines of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PostedPart {
    /// Its name: a case, a way to file; empty without one.
    pub name: String,
    /// What it says.
    pub lines: Vec<String>,
}

/// What was typed in a form that was not taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Typed {
    /// Which form; empty if none came back.
    pub form: String,
    /// The long field.
    pub words: String,
    /// The body that a matter is passed on to.
    pub body: String,
    /// How to reach it.
    pub contact: String,
    /// The number in the national system.
    pub number: String,
}

/// A name and a value.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A line of the history.
#[derive(Debug, Clone, Serialize)]
pub struct EventLine {
    /// When.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, in words.
    pub what: String,
    /// What was said; empty for nothing.
    pub words: String,
    /// Whether only the desk reads it.
    pub own: bool,
}

impl Page for DeskMatter {
    const TEMPLATE: &'static str = "desk-matter.html";
}
