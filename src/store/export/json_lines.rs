//! Ratings for programs: one JSON object a line, without the key of the visit.

use std::io::Write;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::column::state;
use super::masking::{Masking, Shown};
use crate::feedback::AnswerValue;
use crate::store::stored_rating::digits;
use crate::store::{StoreError, StoredRating, utc};
use crate::text::Slug;

/// Writes ratings as JSON lines.
pub struct JsonLines<W: Write> {
    to: W,
    masking: Masking,
}

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    received_at: String,
    agency: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<&'a str>,
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
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    amended_at: Option<String>,
    marks: Vec<&'static str>,
    receipt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ticket: Option<String>,
    answers: Answers<'a>,
}

impl<W: Write> JsonLines<W> {
    /// Lines to be written to `to`.
    pub fn start(to: W, masking: Masking) -> Self {
        Self { to, masking }
    }

    /// One line.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        let mut line = serde_json::to_vec(&line(rating, self.masking))
            .map_err(|error| StoreError::Export(error.into()))?;
        line.push(b'\n');
        self.to.write_all(&line).map_err(StoreError::Export)
    }

    /// Passes on what is still held back.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.to.flush().map_err(StoreError::Export)
    }
}

/// All that a rating is, with the key of its visit, in one form: what is hashed to compare stores.
pub(in crate::store) fn everything(rating: &StoredRating) -> Result<Vec<u8>, StoreError> {
    let ticket = rating.submission.ticket.map(|ticket| digits(&ticket.id));
    let whole = Line {
        key: Some(digits(&rating.submission.key.0)),
        ticket,
        ..line(rating, Masking::Everything)
    };
    serde_json::to_vec(&whole).map_err(|error| StoreError::Export(error.into()))
}

fn line(rating: &StoredRating, masking: Masking) -> Line<'_> {
    let sent = &rating.submission;
    let about = sent.about.as_ref();
    Line {
        id: rating.id_digits(),
        received_at: utc::written(sent.received_at),
        agency: sent.agency.as_str(),
        point: sent.point.as_ref().map(Slug::as_str),
        counter: sent.counter.as_str(),
        code: sent.code.as_str(),
        procedure: about.map(|about| about.procedure.as_str()),
        edition: about.map(|about| digits(&about.edition.0)),
        survey: sent.survey.as_str(),
        version: sent.version,
        language: sent.language.tag(),
        mode: sent.mode.word(),
        verified: sent.verified(),
        state: state(rating.held),
        amended_at: rating.amended_at.map(utc::written),
        marks: sent.marks.iter().map(|mark| mark.word()).collect(),
        receipt: sent.receipt.as_str(),
        key: None,
        ticket: None,
        answers: Answers { rating, masking },
    }
}

/// Answers in the order of the survey, as an object; masked words are `"masked"`.
struct Answers<'a> {
    rating: &'a StoredRating,
    masking: Masking,
}

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let answers = &self.rating.submission.answers;
        let mut map = serializer.serialize_map(Some(answers.len()))?;
        for (question, answer) in answers {
            match self.masking.shown(self.rating, question, answer) {
                Shown::Whole(answer) => map.serialize_entry(question.as_str(), answer)?,
                Shown::Quoted(words) => {
                    let words = AnswerValue::Text(words.to_owned());
                    map.serialize_entry(question.as_str(), &words)?;
                }
                Shown::Masked => map.serialize_entry(question.as_str(), "masked")?,
            }
        }
        map.end()
    }
}
