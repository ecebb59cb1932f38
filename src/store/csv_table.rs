//! Ratings as a table for spreadsheets: one row an answer, because surveys differ in their questions
//! and a pivot table turns rows into any shape. The key of the visit is left out: it proves nothing to a
//! reader and would let one be sent again.

use std::io::Write;

use super::formula::defuse;
use super::stored_rating::digits;
use super::{StoreError, StoredRating, marks_text, utc};
use crate::feedback::AnswerValue;
use crate::text::Slug;

const HEADINGS: [&str; 18] = [
    "rating",
    "received_at",
    "agency",
    "counter",
    "code",
    "procedure",
    "edition",
    "survey",
    "version",
    "language",
    "mode",
    "verified",
    "marks",
    "receipt",
    "question",
    "kind",
    "answer",
    "points",
];

/// Writes ratings as CSV in UTF-8 with a byte order mark, without which spreadsheets garble Vietnamese.
pub struct CsvTable<W: Write> {
    rows: csv::Writer<W>,
}

impl<W: Write> CsvTable<W> {
    /// A table with its headings.
    pub fn start(mut to: W) -> Result<Self, StoreError> {
        to.write_all("\u{feff}".as_bytes()).map_err(StoreError::Export)?;
        let mut rows =
            csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(to);
        rows.write_record(HEADINGS).map_err(export_error)?;
        Ok(Self { rows })
    }

    /// One row for each answer of a rating.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        let shared = shared_cells(rating);
        for (question, answer) in &rating.submission.answers {
            let (kind, words, points) = answer_cells(answer);
            let own = [question.to_string(), kind.to_owned(), words, points];
            let cells = shared.iter().chain(&own).map(|cell| defuse(cell).into_owned());
            self.rows.write_record(cells.collect::<Vec<_>>()).map_err(export_error)?;
        }
        Ok(())
    }

    /// Ends the table and passes on what is still held back.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.rows.flush().map_err(StoreError::Export)
    }
}

fn shared_cells(rating: &StoredRating) -> [String; 14] {
    let sent = &rating.submission;
    let about = sent.about.as_ref();
    [
        rating.id_digits(),
        utc::written(sent.received_at),
        sent.agency.to_string(),
        sent.counter.to_string(),
        sent.code.to_string(),
        about.map(|about| about.procedure.to_string()).unwrap_or_default(),
        about.map(|about| digits(&about.edition.0)).unwrap_or_default(),
        sent.survey.to_string(),
        sent.version.to_string(),
        sent.language.to_string(),
        sent.mode.word().to_owned(),
        u8::from(sent.verified()).to_string(),
        marks_text::write(&sent.marks),
        sent.receipt.to_string(),
    ]
}

/// The kind of an answer, the answer, and its points.
fn answer_cells(answer: &AnswerValue) -> (&'static str, String, String) {
    let plain = |kind, words| (kind, words, String::new());
    match answer {
        AnswerValue::Level(level) => plain("level", level.to_string()),
        AnswerValue::Points { option, points } => {
            ("points", option.to_string(), points.to_string())
        }
        AnswerValue::Choice(option) => plain("choice", option.to_string()),
        AnswerValue::Choices(options) => {
            plain("choices", options.iter().map(Slug::as_str).collect::<Vec<_>>().join(" "))
        }
        AnswerValue::Number(number) => plain("number", number.to_string()),
        AnswerValue::Text(words) => plain("text", words.clone()),
        AnswerValue::DontKnow => plain("dont_know", String::new()),
    }
}

fn export_error(error: csv::Error) -> StoreError {
    StoreError::Export(error.into())
}
