//! An offering: a shared procedure at one agency, and only what differs there.

use serde::{Deserialize, Serialize};

use super::Contacts;
use crate::catalogue::Stated;
use crate::catalogue::procedure::{Decision, Fee, ProcedureCode, TimeLimit};
use crate::text::{Date, Slug, Text};

/// What differs at one agency from the shared procedure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offering {
    /// Fees by channel id, in place of the shared ones.
    pub fees: Vec<(Slug, Stated<Vec<Fee>>)>,
    /// Time limits by channel id, in place of the shared ones.
    pub limits: Vec<(Slug, TimeLimit)>,
    /// Where files are received, if not at the agency.
    pub place: Option<Text>,
    /// Contacts, in place of the agency's.
    pub contacts: Option<Contacts>,
    /// What else differs.
    pub note: Option<Text>,
    /// The local decision behind it.
    pub decision: Option<Decision>,
    /// The day somebody compared this with its source.
    pub checked_on: Option<Date>,
}

/// A bundle of procedures that many agencies offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureSet {
    /// Its id and file name.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// The procedures.
    pub procedures: Vec<ProcedureCode>,
}
