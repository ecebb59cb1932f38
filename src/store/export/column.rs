//! The columns of a table of ratings: one row an answer, because surveys differ in their questions and a
//! pivot table turns rows into any shape. The key of the visit is left out: it proves nothing to a
//! reader and would let a rating be sent again.

use super::cell::Cell;
use super::masking::{Masking, Shown};
use crate::feedback::AnswerValue;
use crate::store::stored_rating::digits;
use crate::store::tally::LocalTime;
use crate::store::{StoredRating, marks_text, utc};
use crate::text::Slug;

/// A column. The tables, the JSON lines' neighbours and the dictionary all go by this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Rating,
    ReceivedAt,
    Day,
    Agency,
    Point,
    Counter,
    Code,
    Procedure,
    Edition,
    Survey,
    Version,
    Language,
    Mode,
    Verified,
    State,
    Marks,
    AmendedAt,
    Receipt,
    Question,
    Kind,
    Answer,
    Points,
}

/// One answer and its rating: a row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    rating: &'a StoredRating,
    question: &'a Slug,
    answer: Shown<'a>,
}

/// The rows of a rating.
pub(super) fn rows(rating: &StoredRating, masking: Masking) -> impl Iterator<Item = Row<'_>> {
    let answers = rating.submission.answers.iter();
    answers.map(move |(question, answer)| Row {
        rating,
        question,
        answer: masking.shown(rating, question, answer),
    })
}

/// The word for a rating that counts or lies in quarantine.
pub(super) fn state(held: bool) -> &'static str {
    if held { "quarantined" } else { "counted" }
}

impl Column {
    /// All columns, from left to right.
    pub(super) const ALL: [Self; 22] = [
        Self::Rating,
        Self::ReceivedAt,
        Self::Day,
        Self::Agency,
        Self::Point,
        Self::Counter,
        Self::Code,
        Self::Procedure,
        Self::Edition,
        Self::Survey,
        Self::Version,
        Self::Language,
        Self::Mode,
        Self::Verified,
        Self::State,
        Self::Marks,
        Self::AmendedAt,
        Self::Receipt,
        Self::Question,
        Self::Kind,
        Self::Answer,
        Self::Points,
    ];

    /// Its heading.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::ReceivedAt => "received_at",
            Self::Day => "day",
            Self::Agency => "agency",
            Self::Point => "point",
            Self::Counter => "counter",
            Self::Code => "code",
            Self::Procedure => "procedure",
            Self::Edition => "edition",
            Self::Survey => "survey",
            Self::Version => "version",
            Self::Language => "language",
            Self::Mode => "mode",
            Self::Verified => "verified",
            Self::State => "state",
            Self::Marks => "marks",
            Self::AmendedAt => "amended_at",
            Self::Receipt => "receipt",
            Self::Question => "question",
            Self::Kind => "kind",
            Self::Answer => "answer",
            Self::Points => "points",
        }
    }

    /// What stands in it.
    pub(super) fn cell(self, row: &Row<'_>) -> Cell {
        let sent = &row.rating.submission;
        let about = sent.about.as_ref();
        match self {
            Self::Rating => Cell::Text(row.rating.id_digits()),
            Self::ReceivedAt => Cell::Text(utc::written(sent.received_at)),
            Self::Day => Cell::Number(LocalTime::of(sent.received_at).day),
            Self::Agency => Cell::Text(sent.agency.to_string()),
            Self::Point => sent.point.as_ref().map(Slug::to_string).into(),
            Self::Counter => Cell::Text(sent.counter.to_string()),
            Self::Code => Cell::Text(sent.code.to_string()),
            Self::Procedure => about.map(|about| about.procedure.to_string()).into(),
            Self::Edition => about.map(|about| digits(&about.edition.0)).into(),
            Self::Survey => Cell::Text(sent.survey.to_string()),
            Self::Version => Cell::Number(sent.version.into()),
            Self::Language => Cell::Text(sent.language.to_string()),
            Self::Mode => Cell::Text(sent.mode.word().to_owned()),
            Self::Verified => Cell::Number(sent.verified().into()),
            Self::State => Cell::Text(state(row.rating.held).to_owned()),
            Self::Marks => {
                Some(marks_text::write(&sent.marks)).filter(|words| !words.is_empty()).into()
            }
            Self::AmendedAt => row.rating.amended_at.map(utc::written).into(),
            Self::Receipt => Cell::Text(sent.receipt.to_string()),
            Self::Question => Cell::Text(row.question.to_string()),
            Self::Kind => Cell::Text(kind(row.answer).to_owned()),
            Self::Answer => answer(row.answer),
            Self::Points => match row.answer {
                Shown::Whole(AnswerValue::Points { points, .. }) => Cell::Number((*points).into()),
                _ => Cell::Blank,
            },
        }
    }
}

/// All words for kinds of answers.
pub(super) const KINDS: [&str; 9] =
    ["level", "points", "choice", "choices", "number", "text", "dont_know", "masked", "erased"];

/// The word for the kind of an answer.
pub(super) fn kind(answer: Shown<'_>) -> &'static str {
    match answer {
        Shown::Masked => "masked",
        Shown::Whole(AnswerValue::Level(_)) => "level",
        Shown::Whole(AnswerValue::Points { .. }) => "points",
        Shown::Whole(AnswerValue::Choice(_)) => "choice",
        Shown::Whole(AnswerValue::Choices(_)) => "choices",
        Shown::Whole(AnswerValue::Number(_)) => "number",
        Shown::Whole(AnswerValue::Text(_)) | Shown::Quoted(_) => "text",
        Shown::Whole(AnswerValue::DontKnow) => "dont_know",
        Shown::Whole(AnswerValue::ErasedText) => "erased",
    }
}

fn answer(answer: Shown<'_>) -> Cell {
    let answer = match answer {
        Shown::Whole(answer) => answer,
        Shown::Quoted(words) => return Cell::Text(words.to_owned()),
        Shown::Masked => return Cell::Blank,
    };
    match answer {
        AnswerValue::Level(level) => Cell::Number((*level).into()),
        AnswerValue::Points { option, .. } | AnswerValue::Choice(option) => {
            Cell::Text(option.to_string())
        }
        AnswerValue::Choices(options) => {
            Cell::Text(options.iter().map(Slug::as_str).collect::<Vec<_>>().join(" "))
        }
        AnswerValue::Number(number) => Cell::Number(*number),
        AnswerValue::Text(words) => Cell::Text(words.clone()),
        AnswerValue::DontKnow | AnswerValue::ErasedText => Cell::Blank,
    }
}
