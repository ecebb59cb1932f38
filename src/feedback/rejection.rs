//! The answer to a form that cannot be taken: what is wrong beside which field, and all that was typed,
//! so that nobody has to type it again.

use super::{Reason, field};

/// A form that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Field names with what is wrong there, in the order of the form; none only if the fault was ours.
    pub fields: Vec<(String, Reason)>,
    /// Every field as it was sent, in order.
    pub filled: Vec<(String, String)>,
}

impl Rejection {
    /// What is wrong with a field, if anything.
    pub fn reason(&self, field: &str) -> Option<Reason> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, reason)| *reason)
    }

    /// What is wrong with the one-time code, if that is all that is wrong.
    pub fn ticket_alone(&self) -> Option<Reason> {
        match self.fields.as_slice() {
            [(name, reason)] if name == field::TICKET => Some(*reason),
            _ => None,
        }
    }

    /// What is wrong with the form as a whole: with fields that are no question.
    pub fn beyond_questions(&self) -> impl Iterator<Item = &(String, Reason)> {
        self.fields.iter().filter(|(name, _)| field::question_of(name).is_none())
    }
}
