//! Which matters a list shows, and from where on.

use crate::feedback::matter::{MatterKind, State};
use crate::text::Slug;

/// A list of matters, a page at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterQuery {
    /// The agencies that whoever asks may see. Of no agency there is nothing.
    pub agencies: Vec<Slug>,
    /// Which pile.
    pub pile: Pile,
    /// Only these kinds; all of them if empty.
    pub kinds: Vec<MatterKind>,
    /// Only those that this account has taken on.
    pub assigned: Option<Box<str>>,
    /// Only those whose words hold this, however it is marked and capitalised.
    pub words: Option<Box<str>>,
    /// Only those that seem to come from programs, or only the others.
    pub held: Option<bool>,
    /// The page after this place; none for the first.
    pub after: Option<PilePlace>,
    /// The most lines of a page.
    pub limit: u16,
}

/// A pile of matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pile {
    /// Those with something left to do, by the day when it is due: what is overdue comes first.
    Open,
    /// Those in one state, the last changed first.
    In(State),
    /// All of them, the last changed first.
    All,
}

/// A place in a pile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PilePlace {
    /// The due day as a number like 20261121, or the time of the last change in milliseconds UTC.
    pub sorted_by: i64,
    /// The id of the matter.
    pub id: [u8; 16],
}

impl MatterQuery {
    /// The first page of what these agencies have to do.
    pub fn inbox(agencies: Vec<Slug>, limit: u16) -> Self {
        Self {
            agencies,
            pile: Pile::Open,
            kinds: Vec::new(),
            assigned: None,
            words: None,
            held: None,
            after: None,
            limit,
        }
    }
}
