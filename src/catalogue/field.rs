//! A field of administration (lĩnh vực): the folder a procedure lies in.

use serde::{Deserialize, Serialize};

use crate::text::{Slug, Text};

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its id and folder name.
    pub id: Slug,
    /// Its name.
    pub name: Text,
}
