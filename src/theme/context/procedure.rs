//! The page of a procedure: what is common to all agencies, and where it is offered.

use serde::Serialize;

use super::{Call, EditionNotes, Link, Meta, Particulars};
use crate::theme::Page;

/// An agency that offers the procedure.
#[derive(Debug, Clone, Serialize)]
pub struct OffererRow {
    /// The agency, leading to its own page of this procedure where something differs.
    pub agency: Link,
    /// Whether something differs there.
    pub differs: bool,
    /// The counters that handle it; left out where the agencies are many.
    pub counters: Vec<Link>,
    /// Help with files; left out where the agencies are many.
    pub phone: Option<Call>,
}

/// Who offers the procedure.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Offerers {
    /// How many, with their noun.
    pub count: String,
    /// Whether they are so many that only names are listed.
    pub many: bool,
    /// Their own page, where they are too many for this one.
    pub apart: Option<String>,
    /// The agencies; empty where they stand apart.
    pub agencies: Vec<OffererRow>,
}

/// The page of a procedure, or of one of its past or coming editions.
#[derive(Debug, Clone, Serialize)]
pub struct Procedure {
    /// The head.
    pub meta: Meta,
    /// Everything that is said about it.
    pub about: Particulars,
    /// What is to be known about its editions.
    pub editions: EditionNotes,
    /// Who offers it.
    pub offered: Offerers,
    /// The numbers at the end of the page.
    pub hotlines: Vec<Call>,
    /// Where somebody reports what was asked for beyond the list; empty where no host answers.
    pub report: String,
}

impl Page for Procedure {
    const TEMPLATE: &'static str = "procedure.html";
}
