//! The page with what was set aside.

use serde::Serialize;

use super::{Choice, DeskHead, DeskLink};
use crate::theme::Page;

/// The quarantine of an agency.
#[derive(Debug, Clone, Serialize)]
pub struct DeskQuarantine {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// The pages about ratings.
    pub parts: Vec<DeskLink>,
    /// Where forms are sent.
    pub action: String,
    /// The id of the agency.
    pub agency: String,
    /// The agencies to choose from; empty where there is one.
    pub agencies: Vec<Choice>,
    /// The last day that is read.
    pub until: String,
    /// Whether the officer may judge.
    pub judges: bool,
    /// What waits; empty for those who may not judge.
    pub groups: Vec<HeldLine>,
    /// How many of each counter.
    pub counts: Vec<HeldCountLine>,
}

/// Ratings set aside for the same reasons in the same half day.
#[derive(Debug, Clone, Serialize)]
pub struct HeldLine {
    /// The counter.
    pub counter: String,
    /// Its id.
    pub counter_id: String,
    /// The half day, in words.
    pub when: String,
    /// Its number.
    pub half_day: i64,
    /// Why, in words.
    pub why: Vec<String>,
    /// Why, as a form sends it.
    pub marks: String,
    /// How many.
    pub n: u64,
    /// The reason that came back.
    pub reason: String,
}

/// What lies in quarantine of a counter.
#[derive(Debug, Clone, Serialize)]
pub struct HeldCountLine {
    /// The counter.
    pub counter: String,
    /// Those that nobody has decided about.
    pub waiting: u64,
    /// Those that somebody decided to keep out.
    pub kept_out: u64,
}

impl Page for DeskQuarantine {
    const TEMPLATE: &'static str = "desk-quarantine.html";
}
