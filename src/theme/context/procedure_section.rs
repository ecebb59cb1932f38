//! The page of one section of a procedure, written only where the whole would be too heavy for one
//! page.

use serde::Serialize;

use super::{Call, Meta, PartLink, Particulars};
use crate::theme::{Page, Phrase};

/// A case with papers of its own.
#[derive(Debug, Clone, Serialize)]
pub struct CaseLink {
    /// Its name.
    pub name: Phrase,
    /// Its page.
    pub href: String,
    /// How many papers, with their noun.
    pub count: String,
    /// Whether it is this page.
    pub current: bool,
}

/// A section of a procedure, or one part of it.
#[derive(Debug, Clone, Serialize)]
pub struct ProcedureSection {
    /// The head.
    pub meta: Meta,
    /// What is said here: the section and nothing of the others.
    pub about: Particulars,
    /// The procedure's own page.
    pub up: String,
    /// The cases to choose from, on the page of a case.
    pub cases: Vec<CaseLink>,
    /// The numbers at the end of the page.
    pub hotlines: Vec<Call>,
    /// The parts; empty where the section is whole.
    pub parts: Vec<PartLink>,
}

impl Page for ProcedureSection {
    const TEMPLATE: &'static str = "procedure-section.html";
}
