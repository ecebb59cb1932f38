//! The list of agencies.

use serde::Serialize;

use super::{Call, Meta, PartLink};
use crate::theme::{Page, Phrase};

/// An agency in a list.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyRow {
    /// Its name.
    pub name: Phrase,
    /// Its page.
    pub href: String,
    /// How many procedures it offers, with their noun; empty if none.
    pub count: String,
    /// Its address.
    pub address: Phrase,
    /// Help with files.
    pub phone: Option<Call>,
}

/// Agencies of one level.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyGroup {
    /// The level, in words.
    pub level: String,
    /// The agencies.
    pub agencies: Vec<AgencyRow>,
}

/// All agencies.
#[derive(Debug, Clone, Serialize)]
pub struct Agencies {
    /// Where apologies are read; empty if there are none.
    pub apologies: String,
    /// The head.
    pub meta: Meta,
    /// Agencies in all, with their noun.
    pub total: String,
    /// The agencies of this part, by level.
    pub groups: Vec<AgencyGroup>,
    /// The parts; empty where the list is whole.
    pub parts: Vec<PartLink>,
}

impl Page for Agencies {
    const TEMPLATE: &'static str = "agencies.html";
}
