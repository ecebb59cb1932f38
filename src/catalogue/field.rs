//! A field of administration (lĩnh vực): the folder a procedure lies in.

use serde::Serialize;

use crate::text::{Slug, Text};

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its id and folder name.
    pub id: Slug,
    /// Its name.
    pub name: Text,
}
