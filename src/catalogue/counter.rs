//! A counter (quầy): the place a printed code stands on and a rating belongs to.

use serde::{Deserialize, Serialize};

use super::procedure::ProcedureCode;
use crate::text::{Slug, Text};

/// A counter of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    /// Its id, unique in the agency.
    pub id: Slug,
    /// Its name, as it hangs above the desk.
    pub name: Text,
    /// The service point it stands in, if the agency has several.
    pub point: Option<Slug>,
    /// Floor or room.
    pub floor: Option<Text>,
    /// What it handles.
    pub handles: Handles,
}

/// Which of its agency's procedures a counter handles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handles {
    /// All of these fields.
    pub fields: Vec<Slug>,
    /// These besides.
    pub codes: Vec<ProcedureCode>,
    /// But not these.
    pub except: Vec<ProcedureCode>,
}

impl Handles {
    /// Whether a procedure of `field` is handled.
    pub fn includes(&self, code: &ProcedureCode, field: &Slug) -> bool {
        !self.except.contains(code) && (self.codes.contains(code) || self.fields.contains(field))
    }
}
