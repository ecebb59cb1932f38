//! Ratings for programs: one JSON object a line, without the key of the visit.

use std::io::Write;

use serde::Serialize;

use super::stored_rating::digits;
use super::{StoreError, StoredRating, answers_text, utc};

/// Writes ratings as JSON lines.
pub struct JsonLines<W: Write> {
    to: W,
}

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    received_at: String,
    agency: &'a str,
    counter: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    procedure: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<String>,
    survey: &'a str,
    version: u16,
    language: &'a str,
    mode: &'a str,
    verified: bool,
    held: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    amended_at: Option<String>,
    marks: Vec<&'static str>,
    receipt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket: Option<String>,
    answers: answers_text::Written<'a>,
}

impl<W: Write> JsonLines<W> {
    /// Lines to be written to `to`.
    pub fn start(to: W) -> Self {
        Self { to }
    }

    /// One line.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        let mut line =
            serde_json::to_vec(&line(rating)).map_err(|error| StoreError::Export(error.into()))?;
        line.push(b'\n');
        self.to.write_all(&line).map_err(StoreError::Export)
    }

    /// Passes on what is still held back.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.to.flush().map_err(StoreError::Export)
    }
}

/// All that a rating is, with the key of its visit, in one form: what is hashed to compare stores.
pub(super) fn everything(rating: &StoredRating) -> Result<Vec<u8>, StoreError> {
    let ticket = rating.submission.ticket.map(|ticket| digits(&ticket.id));
    let whole = Line { key: Some(digits(&rating.submission.key.0)), ticket, ..line(rating) };
    serde_json::to_vec(&whole).map_err(|error| StoreError::Export(error.into()))
}

fn line(rating: &StoredRating) -> Line<'_> {
    let sent = &rating.submission;
    let about = sent.about.as_ref();
    Line {
        id: rating.id_digits(),
        received_at: utc::written(sent.received_at),
        agency: sent.agency.as_str(),
        counter: sent.counter.as_str(),
        code: sent.code.as_str(),
        procedure: about.map(|about| about.procedure.as_str()),
        edition: about.map(|about| digits(&about.edition.0)),
        survey: sent.survey.as_str(),
        version: sent.version,
        language: sent.language.tag(),
        mode: sent.mode.word(),
        verified: sent.verified(),
        held: rating.held,
        amended_at: rating.amended_at.map(utc::written),
        marks: sent.marks.iter().map(|mark| mark.word()).collect(),
        receipt: sent.receipt.as_str(),
        key: None,
        ticket: None,
        answers: answers_text::Written(&sent.answers),
    }
}
