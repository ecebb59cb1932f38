//! The start page.

use serde::Serialize;

use super::{AgencyRow, CountedLink, Link, Meta, SearchField};
use crate::theme::{Page, Phrase};

/// The start page: fields first, since people know what they want done before who does it.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    /// The head.
    pub meta: Meta,
    /// The site's name.
    pub name: Phrase,
    /// The body that answers for the site.
    pub owner: Phrase,
    /// Where a procedure is looked for.
    pub search: SearchField,
    /// Procedures in all, with their noun.
    pub procedures: String,
    /// Agencies in all, with their noun.
    pub agency_count: String,
    /// Fields with their numbers of procedures.
    pub fields: Vec<CountedLink>,
    /// Procedures that the most agencies offer.
    pub widely_offered: Vec<Link>,
    /// Agencies, as long as they are few; else only those above the communes.
    pub agencies: Vec<AgencyRow>,
    /// The list of all agencies.
    pub all_agencies: String,
    /// The list of all procedures.
    pub all_procedures: String,
    /// The results; empty where none are published.
    pub results: String,
    /// The page of changes; empty where nothing changed yet.
    pub changes: String,
}

impl Page for Home {
    const TEMPLATE: &'static str = "home.html";
}
