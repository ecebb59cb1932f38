//! The register of apologies of an agency, at the desk.

use serde::Serialize;

use super::{Choice, DeskHead, DeskLink};
use crate::theme::Page;

/// What is owed, what was apologised for, and the forms to go on.
#[derive(Debug, Clone, Serialize)]
pub struct DeskApologies {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where forms are sent.
    pub action: String,
    /// The agencies to choose from; empty for whoever belongs to one.
    pub agencies: Vec<DeskLink>,
    /// The name of the agency.
    pub agency: String,
    /// What is owed, a line a month, the latest first.
    pub months: Vec<OwedLine>,
    /// Late files without an apology, and files that are due soon.
    pub flagged: Vec<LateFileLine>,
    /// The register, the latest first.
    pub register: Vec<ApologyLine>,
    /// How early a letter must be written, with what sets it.
    pub rule: String,
    /// Whether the officer may draft.
    pub may_draft: bool,
    /// What stands in the form of a draft.
    pub form: ApologyForm,
    /// What was wrong with a table, a line each.
    pub faults: Vec<String>,
    /// The month that a total is keyed in for: `2026-11`.
    pub month: String,
    /// The total that came back.
    pub overdue: String,
    /// The table that came back.
    pub table: String,
}

/// What is owed for a month.
#[derive(Debug, Clone, Serialize)]
pub struct OwedLine {
    /// The month.
    pub month: String,
    /// Files overdue.
    pub overdue: String,
    /// Files apologised for.
    pub apologised: String,
    /// What is left.
    pub left: String,
    /// Where the number of overdue files comes from.
    pub source: String,
    /// Whether the figures disagree.
    pub odd: bool,
}

/// A file that is late or will be.
#[derive(Debug, Clone, Serialize)]
pub struct LateFileLine {
    /// Its number, masked.
    pub file: String,
    /// The procedure; may be empty.
    pub procedure: String,
    /// What is to be said of it: since when it is late, or by when the letter must be written.
    pub said: String,
    /// Whether it is late.
    pub late: bool,
    /// Where its apology is drafted; empty for whoever may not.
    pub draft: String,
}

/// An entry of the register.
#[derive(Debug, Clone, Serialize)]
pub struct ApologyLine {
    /// Its page.
    pub href: String,
    /// The number of the file, masked.
    pub file: String,
    /// What went wrong.
    pub failing: String,
    /// The days of the file.
    pub days: String,
    /// Draft, or who signed and when.
    pub state: String,
    /// Whether it is a draft.
    pub draft: bool,
}

/// The form of a draft.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ApologyForm {
    /// Whether it stands open.
    pub open: bool,
    /// The number of the file.
    pub file: String,
    /// What the number must look like when masked, for a file of the list.
    pub masked: String,
    /// The code of the procedure.
    pub procedure: String,
    /// What went wrong.
    pub failings: Vec<Choice>,
    /// Why.
    pub reason: String,
    /// When it was due: `2026-11-21`.
    pub due: String,
    /// The new day.
    pub new_due: String,
    /// The matter that it comes from; may be empty.
    pub matter: String,
}

impl Page for DeskApologies {
    const TEMPLATE: &'static str = "desk-apologies.html";
}
