//! "Ý kiến người dân – việc cơ quan đã làm": what citizens found weak, why it was so, what is done about it, who
//! answers for it, until when, and what came of it.

use super::Unit;
use crate::text::{Date, Slug, Text};

/// A measure against a weak criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectiveMeasure {
    /// Its id within the bulletin.
    pub id: Slug,
    /// Of whom: an agency or a counter; the site for a measure of all.
    pub unit: Unit,
    /// The survey that asked.
    pub survey: Slug,
    /// The weak question.
    pub criterion: Slug,
    /// Why it was so.
    pub cause: Text,
    /// What is done.
    pub measure: Text,
    /// The position of the head who answers for it, never a private person.
    pub answerable: Text,
    /// Until when.
    pub until: Date,
    /// What came of it; none while it is under way.
    pub outcome: Option<Text>,
    /// Words of a citizen, chosen and masked by an officer.
    pub quote: Option<Text>,
}
