//! Papers to bring.

use serde::Serialize;

use crate::theme::Phrase;

/// A paper.
#[derive(Debug, Clone, Serialize)]
pub struct PaperLine {
    /// Its name.
    pub name: Phrase,
    /// What to do with it and in how many copies: "Nộp · 1 bản chính · 2 bản sao".
    pub hand_in: String,
    /// A form to download: its file name in `forms/`.
    pub form: Option<String>,
    /// What else must be known.
    pub note: Option<Phrase>,
}

/// A situation and its papers.
#[derive(Debug, Clone, Serialize)]
pub struct Case {
    /// The id of its section.
    pub anchor: String,
    /// Its name; absent where there is one case.
    pub name: Option<Phrase>,
    /// Where its papers are: on this page or on one of their own.
    pub href: String,
    /// How many papers, with their noun.
    pub count: String,
    /// The papers.
    pub papers: Vec<PaperLine>,
}
