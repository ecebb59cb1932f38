//! Pages of results: bulletins, units, official indices, files in time, dialogues. They are all made of the same
//! pieces: sections with notes, a table of figures, facts, links, measures, and questions with answers.

use serde::Serialize;

use super::{CountedLink, Link, Meta, PartLink};
use crate::theme::{Markup, Page, Phrase};

/// A page of results.
#[derive(Debug, Clone, Serialize)]
pub struct Results {
    /// The head.
    pub meta: Meta,
    /// What the page is a part of.
    pub path: Vec<Link>,
    /// Its title.
    pub title: Phrase,
    /// What must be known before the first figure is read.
    pub lead: Phrase,
    /// The sections.
    pub sections: Vec<ResultsSection>,
    /// Links to its parts.
    pub parts: Vec<PartLink>,
    /// The same figures as files to download.
    pub data: Vec<Link>,
}

/// A section.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsSection {
    /// Its title.
    pub title: Phrase,
    /// Sentences above the table.
    pub notes: Vec<Phrase>,
    /// The heads of the columns after the first; empty where there is no table.
    pub head: Vec<String>,
    /// The head of the first column.
    pub first: String,
    /// The rows of the table.
    pub rows: Vec<ResultsRow>,
    /// Facts: name and value.
    pub facts: Vec<ResultsFact>,
    /// Links.
    pub links: Vec<CountedLink>,
    /// What is done about weak criteria.
    pub measures: Vec<MeasureLines>,
    /// Questions of citizens with their answers.
    pub questions: Vec<QuestionLines>,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsRow {
    /// What it is of.
    pub name: Phrase,
    /// Where more of it stands; empty where nothing does.
    pub href: String,
    /// Whether it is a part of the row above.
    pub minor: bool,
    /// The drawing of the figure.
    pub bar: Option<Markup>,
    /// The cells after the first, each under its head.
    pub cells: Vec<ResultsCell>,
}

/// A cell with the head of its column, for screens that are too narrow for columns.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsCell {
    /// The head.
    pub head: String,
    /// What stands there.
    pub text: Phrase,
}

/// A fact.
#[derive(Debug, Clone, Serialize)]
pub struct ResultsFact {
    /// What it is.
    pub name: String,
    /// What it says.
    pub text: Phrase,
}

/// A measure against a weak criterion.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureLines {
    /// The unit and the criterion.
    pub about: Phrase,
    /// Words of a citizen.
    pub quote: Option<Phrase>,
    /// Cause, measure, who answers for it, until when, what came of it.
    pub facts: Vec<ResultsFact>,
}

/// A question and its answer.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionLines {
    /// The question.
    pub ask: Phrase,
    /// The answer; none until it is published.
    pub answer: Option<Phrase>,
    /// Who answered and when.
    pub by: Option<Phrase>,
}

impl ResultsSection {
    /// A section with a title and nothing in it yet.
    pub fn titled(title: Phrase) -> Self {
        Self {
            title,
            notes: Vec::new(),
            head: Vec::new(),
            first: String::new(),
            rows: Vec::new(),
            facts: Vec::new(),
            links: Vec::new(),
            measures: Vec::new(),
            questions: Vec::new(),
        }
    }
}

impl Page for Results {
    const TEMPLATE: &'static str = "results.html";
}
