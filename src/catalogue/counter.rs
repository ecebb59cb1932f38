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
    /// These besides, as written.
    pub codes: Vec<ProcedureCode>,
    /// But not these.
    pub except: Vec<ProcedureCode>,
    /// The codes once more, in order: a province asks for every procedure at every counter.
    sorted_codes: Vec<ProcedureCode>,
}

impl Handles {
    /// All procedures of `fields`, and `codes` besides, but none of `except`.
    pub fn new(fields: Vec<Slug>, codes: Vec<ProcedureCode>, except: Vec<ProcedureCode>) -> Self {
        let mut sorted_codes = codes.clone();
        sorted_codes.sort_unstable();
        Self { fields, codes, except, sorted_codes }
    }

    /// Whether a procedure of `field` is handled.
    pub fn includes(&self, code: &ProcedureCode, field: &Slug) -> bool {
        (self.fields.contains(field) || self.sorted_codes.binary_search(code).is_ok())
            && !self.except.contains(code)
    }
}
