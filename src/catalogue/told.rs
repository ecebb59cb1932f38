//! What a decision must tell and may tell unclearly: a value, or its own words. Unlike
//! [`super::Stated`] it can never be "none".

use serde::{Deserialize, Serialize};

/// A value that has to be there, or the words that leave it open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told<T> {
    /// The value.
    Clearly(T),
    /// The announcing decision's own words; they are quoted, never mended.
    AsAnnounced(Box<str>),
}

impl<T: Copy> Told<T> {
    /// The value, if it is told.
    pub fn clearly(&self) -> Option<T> {
        match self {
            Self::Clearly(value) => Some(*value),
            Self::AsAnnounced(_) => None,
        }
    }
}
