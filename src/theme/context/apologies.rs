//! The public page of apologies.

use serde::Serialize;

use super::{Link, Meta, PartLink};
use crate::theme::{Page, Phrase};

/// A part of all apologies that were published.
#[derive(Debug, Clone, Serialize)]
pub struct Apologies {
    /// What every page has.
    pub meta: Meta,
    /// The rule: how early a letter must be written, with what sets it.
    pub rule: Phrase,
    /// The registers, the latest first.
    pub groups: Vec<ApologyGroup>,
    /// The other parts.
    pub parts: Vec<PartLink>,
}

/// The register of an agency for a period, or a part of it.
#[derive(Debug, Clone, Serialize)]
pub struct ApologyGroup {
    /// The agency.
    pub agency: Link,
    /// The period.
    pub period: String,
    /// What is owed: overdue, apologised, left; empty where the number of overdue files is not known.
    pub owed: String,
    /// Who answers for it, and since when.
    pub signed: Phrase,
    /// The apologies.
    pub entries: Vec<PublicApology>,
}

/// An apology.
#[derive(Debug, Clone, Serialize)]
pub struct PublicApology {
    /// The number of the file, masked.
    pub file: String,
    /// The procedure; none if it is not known or not posted.
    pub procedure: Option<Link>,
    /// What went wrong, in words.
    pub failing: String,
    /// Why.
    pub reason: Phrase,
    /// The days of the file.
    pub days: String,
    /// When the letter was signed, and by whom.
    pub signed: Phrase,
}

impl Page for Apologies {
    const TEMPLATE: &'static str = "apologies.html";
}
