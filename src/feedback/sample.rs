//! A rating and a survey for tests: each says only what is other with it.

use super::matter::{Contact, Dues, Matter, MatterKind, TrackingHash};
use super::{
    Answer, AnswerValue, Key, Mode, Question, QuestionKind, Receipt, Secret, Submission, Survey,
    SurveyStatus,
};
use crate::catalogue::PrintedCode;
use crate::text::{Date, Language, Slug, Text};

/// When the sample was received: 2026-11-21 08:30 UTC, 15:30 in Vietnam, a Saturday.
pub(crate) const RECEIVED: i64 = 1_795_249_800_000;

pub(crate) fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

/// The code of the counter of the sample.
pub(crate) fn code() -> PrintedCode {
    PrintedCode::mint(|| 7)
}

/// Another secret than that of any host under test.
pub(crate) fn secret() -> Secret {
    Secret::new([1; 32])
}

/// A key of one byte over and over.
pub(crate) fn key(number: u8) -> Key {
    Key([number; 16])
}

/// A key for each number, for those who need many.
pub(crate) fn wide_key(number: u32) -> Key {
    let mut key = Key([1; 16]);
    key.0[..4].copy_from_slice(&number.to_be_bytes());
    key
}

/// An open rating with one level and nothing odd about it.
pub(crate) fn rating(key: Key) -> Submission {
    Submission {
        key,
        receipt: Receipt::of(&secret(), &key),
        survey: slug("nhanh-5"),
        version: 1,
        agency: slug("phuong-vi-du"),
        point: Some(slug("trung-tam")),
        counter: slug("quay-1"),
        code: code(),
        about: None,
        language: Language::VI,
        mode: Mode::Qr,
        ticket: None,
        answers: vec![level("hai-long", 4)],
        received_at: RECEIVED,
        marks: Vec::new(),
    }
}

/// The same with these words besides.
pub(crate) fn rating_with(key: Key, words: &str) -> Submission {
    let answers = vec![level("hai-long", 4), text("gop-y", words)];
    Submission { answers, ..rating(key) }
}

pub(crate) fn level(question: &str, level: u8) -> (Slug, AnswerValue) {
    (slug(question), AnswerValue::Level(level))
}

pub(crate) fn text(question: &str, words: &str) -> (Slug, AnswerValue) {
    (slug(question), AnswerValue::Text(words.into()))
}

/// A question that need not be answered.
pub(crate) fn question(id: &str, kind: QuestionKind) -> Question {
    Question {
        id: slug(id),
        ask: Text::new(id),
        kind,
        factor: None,
        required: false,
        dont_know: false,
        wording_read: true,
    }
}

pub(crate) fn option(id: &str, points: Option<u8>) -> Answer {
    Answer { id: slug(id), label: Text::new(id), points }
}

/// A survey of an agency's own in its first version.
pub(crate) fn survey(id: &str, questions: Vec<Question>) -> Survey {
    Survey {
        id: slug(id),
        version: 1,
        name: Text::new(id),
        intro: None,
        status: SurveyStatus::Local,
        citation: None,
        lapsed_on: None,
        factors: Vec::new(),
        questions,
        extra_trips: None,
    }
}

/// A petition of the sample's agency with these words.
pub(crate) fn petition(number: u8, words: &str) -> Matter {
    let day = |text| Date::parse(text).unwrap();
    let line = |text: &str| Some(text.into());
    Matter {
        agency: slug("phuong-vi-du"),
        tracking: TrackingHash([number; 32]),
        kind: MatterKind::Petition,
        posted: None,
        counter: None,
        page: None,
        demands: Vec::new(),
        words: words.into(),
        contact: Some(Contact {
            name: "Trần Thị Mẫu".into(),
            phone: line("0900 000 000"),
            email: None,
            address: None,
        }),
        language: Language::VI,
        received_at: RECEIVED,
        dues: Dues { handled: day("2026-12-01"), answered: day("2026-12-08") },
        marks: Vec::new(),
    }
}
