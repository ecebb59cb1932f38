//! What an agency does about what citizens found weak, and which of their words it chose, at the desk.

use serde::Serialize;

use super::{Choice, DeskHead, DeskLink};
use crate::theme::Page;

/// Measures and chosen words of an agency for a period.
#[derive(Debug, Clone, Serialize)]
pub struct DeskMeasures {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// Where forms are sent.
    pub action: String,
    /// The agencies to choose from; empty for whoever belongs to one.
    pub agencies: Vec<DeskLink>,
    /// The period: `2026-q4`.
    pub period: String,
    /// The measures.
    pub measures: Vec<MeasureLine>,
    /// The chosen words.
    pub quotes: Vec<QuoteLine>,
    /// Whether the officer may keep them.
    pub may_keep: bool,
    /// The questions that can be weak.
    pub criteria: Vec<Choice>,
    /// What stands in the form of a measure.
    pub form: MeasureForm,
    /// What stands in the form of chosen words.
    pub quote: String,
}

/// A measure.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureLine {
    /// Its id.
    pub id: String,
    /// The weak question.
    pub criterion: String,
    /// Why.
    pub cause: String,
    /// What is done.
    pub measure: String,
    /// Who answers for it, and until when.
    pub answerable: String,
    /// What came of it; may be empty.
    pub outcome: String,
    /// Words of a citizen; may be empty.
    pub quote: String,
    /// Where it is changed.
    pub edit: String,
}

/// Chosen words.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteLine {
    /// Their id.
    pub id: String,
    /// The words.
    pub words: String,
}

/// The form of a measure.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MeasureForm {
    /// Whether it stands open.
    pub open: bool,
    /// The id of the measure that is changed; empty for a new one.
    pub id: String,
    /// The chosen question.
    pub criterion: String,
    /// Why.
    pub cause: String,
    /// What is done.
    pub measure: String,
    /// Who answers for it.
    pub answerable: String,
    /// Until when: `2026-12-31`.
    pub until: String,
    /// What came of it.
    pub outcome: String,
    /// Words of a citizen.
    pub quote: String,
}

impl Page for DeskMeasures {
    const TEMPLATE: &'static str = "desk-measures.html";
}
