//! A service point (điểm phục vụ): a place of an agency that may also receive for another body.

use serde::{Deserialize, Serialize};

use super::OpeningHours;
use crate::text::{Slug, Text};

/// A place where files are received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePoint {
    /// Its id, unique in the agency.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// Its address.
    pub address: Option<Text>,
    /// Its hours, where they differ from the agency's.
    pub hours: Vec<OpeningHours>,
    /// Other agencies it receives for.
    pub receives_for: Vec<Slug>,
}
