//! The page of a counter.

use serde::Serialize;

use super::{ContactTrio, CountedLink, Door, Link, Meta, ProcedureRow};
use crate::theme::{Page, Phrase};

/// The link that opens the rating of a counter.
#[derive(Debug, Clone, Serialize)]
pub struct RateLink {
    /// Where the rating page is.
    pub href: String,
    /// The code printed on the counter's sheet, grouped for reading.
    pub code: String,
}

/// A counter in the list of its agency.
#[derive(Debug, Clone, Serialize)]
pub struct CounterRow {
    /// Its name.
    pub name: Phrase,
    /// Its page.
    pub href: String,
    /// Floor or room.
    pub floor: Option<Phrase>,
    /// The fields it handles, as one text.
    pub fields: Option<Phrase>,
    /// Where to rate it.
    pub rate: Option<RateLink>,
}

/// The page of a counter.
#[derive(Debug, Clone, Serialize)]
pub struct Counter {
    /// The head.
    pub meta: Meta,
    /// Its name.
    pub name: Phrase,
    /// Its agency.
    pub agency: Link,
    /// Floor or room.
    pub floor: Option<Phrase>,
    /// The service point it stands in.
    pub point: Option<Phrase>,
    /// Where it is and when it is open.
    pub door: Door,
    /// The three contacts.
    pub contacts: ContactTrio,
    /// Where to rate it.
    pub rate: Option<RateLink>,
    /// Surveys besides the one that rates it.
    pub surveys: Vec<Link>,
    /// Procedures in all, with their noun.
    pub total: String,
    /// The procedures, in the order of the alphabet; empty where they are too many to list.
    pub procedures: Vec<ProcedureRow>,
    /// The fields with their numbers, where the procedures are too many to list.
    pub fields: Vec<CountedLink>,
    /// Where somebody reports what was asked for beyond the list; empty where no host answers.
    pub report: String,
    /// Its figures in the newest bulletin that has some.
    pub results: Option<Link>,
}

impl Page for Counter {
    const TEMPLATE: &'static str = "counter.html";
}
