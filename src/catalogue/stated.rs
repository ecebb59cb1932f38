//! Said, said to be none, or quoted as announced. "None" is a statement of law; silence is not, and
//! a decision that itself says "không có thông tin" is neither.

use serde::{Deserialize, Serialize};

/// A part that the law lets an agency answer with "none".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stated<T> {
    /// There is none, and the content says so.
    None,
    /// The announcing decision leaves it open, in these words; they are quoted, never mended.
    AsAnnounced(Box<str>),
    /// The facts.
    Given(T),
}

impl<T> Stated<T> {
    /// The facts, if any are given.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::None | Self::AsAnnounced(_) => None,
        }
    }
}
