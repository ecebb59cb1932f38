//! A step of a procedure (trình tự thực hiện): who does what by when. A position, never a person.

use serde::{Deserialize, Serialize};

use super::TimeLimit;
use crate::catalogue::Stated;
use crate::text::{Slug, Text};

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id, the same from edition to edition.
    pub id: Slug,
    /// The position answerable; none where the decision names none.
    pub position: Stated<Text>,
    /// What is done.
    pub action: Text,
    /// How long it may take.
    pub time: Option<TimeLimit>,
}
