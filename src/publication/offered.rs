//! Who offers what: the links between agencies and procedures, resolved once.

use serde::Serialize;

use super::{AgencyIndex, EditionIndex};
use crate::catalogue::agency::Offering;
use crate::catalogue::procedure::ProcedureCode;

/// A procedure at an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offered {
    /// The agency.
    pub agency: AgencyIndex,
    /// The procedure.
    pub code: ProcedureCode,
    /// What differs there; `None` when nothing does.
    pub differs: Option<Box<Offering>>,
}

/// How an agency's posting stands against its announced list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posting {
    /// Procedures on the announced list.
    pub announced: usize,
    /// Of these, posted.
    pub posted: usize,
    /// On the list but not posted.
    pub missing: Vec<ProcedureCode>,
    /// Posted but not on the list.
    pub surplus: Vec<ProcedureCode>,
}

/// The editions of one procedure as they stand on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The edition in force.
    pub in_force: Option<EditionIndex>,
    /// The next one to come.
    pub coming: Option<EditionIndex>,
}
