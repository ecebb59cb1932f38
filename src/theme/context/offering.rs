//! The page of a procedure as one agency offers it, written only where something differs there.

use serde::Serialize;

use super::{Call, ContactTrio, Door, Link, Meta, Particulars};
use crate::theme::{Page, Phrase};

/// A procedure as one agency offers it.
#[derive(Debug, Clone, Serialize)]
pub struct Offering {
    /// The head.
    pub meta: Meta,
    /// Everything that is said about it, with the agency's own fees and limits in place.
    pub about: Particulars,
    /// The agency.
    pub agency: Link,
    /// The page of the procedure that is common to all agencies.
    pub common: String,
    /// What differs here, in words.
    pub note: Option<Phrase>,
    /// Where files are received, if not at the agency.
    pub place: Option<Phrase>,
    /// The local decision behind it.
    pub decision: Option<Phrase>,
    /// The day somebody compared the differences with their source.
    pub checked_on: Option<String>,
    /// The counters that handle it here.
    pub counters: Vec<Link>,
    /// Where the agency is and when it is open.
    pub door: Door,
    /// The three contacts.
    pub contacts: ContactTrio,
    /// The numbers at the end of the page.
    pub hotlines: Vec<Call>,
    /// Where somebody reports what was asked for beyond the list; empty where no host answers.
    pub report: String,
}

impl Page for Offering {
    const TEMPLATE: &'static str = "offering.html";
}
