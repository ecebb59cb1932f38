//! `surveys/<id>.yaml` and its words.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Choice, Scalar, Word, WordMap};
use crate::feedback::{Scale, SurveyStatus};
use crate::text::{Date, Slug};

impl Word for SurveyStatus {
    const WORDS: &'static [(&'static str, Self)] =
        &[("official", Self::Official), ("reference", Self::Reference), ("local", Self::Local)];
}

impl Word for Scale {
    const WORDS: &'static [(&'static str, Self)] =
        &[("faces5", Self::Faces5), ("levels5", Self::Levels5), ("levels3", Self::Levels3)];
}

/// The kind of a question as it is written, before its details are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum KindWord {
    Scale,
    Points,
    Choice,
    Choices,
    Number,
    Text,
}

impl Word for KindWord {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("scale", Self::Scale),
        ("points", Self::Points),
        ("choice", Self::Choice),
        ("choices", Self::Choices),
        ("number", Self::Number),
        ("text", Self::Text),
    ];
}

/// Whether a wording was read in the act behind the survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum WordingWord {
    Read,
    NotRead,
}

impl Word for WordingWord {
    const WORDS: &'static [(&'static str, Self)] =
        &[("read", Self::Read), ("not_read", Self::NotRead)];
}

/// What a question measures besides satisfaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum MeasuresWord {
    ExtraTrips,
}

impl Word for MeasuresWord {
    const WORDS: &'static [(&'static str, Self)] = &[("extra_trips", Self::ExtraTrips)];
}

/// A survey.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct SurveyFile {
    pub name: String,
    /// What stands above the first question.
    pub intro: Option<String>,
    /// A change of questions is a new version.
    pub version: u16,
    pub status: Choice<SurveyStatus>,
    /// The act behind it; mandatory unless local.
    pub citation: Option<String>,
    /// The day that act lapsed.
    pub lapsed_on: Option<Scalar<Date>>,
    #[serde(default)]
    pub factors: Vec<FactorShape>,
    pub questions: Vec<QuestionShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct FactorShape {
    pub id: Scalar<Slug>,
    pub name: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct QuestionShape {
    pub id: Scalar<Slug>,
    pub kind: Choice<KindWord>,
    pub ask: String,
    /// Only for kind: scale.
    pub scale: Option<Choice<Scale>>,
    /// For points, choice and choices.
    #[serde(default)]
    pub options: Vec<OptionShape>,
    /// For number.
    pub min: Option<u32>,
    /// For number, the greatest; for text, the most characters.
    pub max: Option<u32>,
    #[serde(default)]
    pub required: bool,
    pub factor: Option<Scalar<Slug>>,
    /// Offers "không biết / không sử dụng" apart from the answers.
    #[serde(default)]
    pub dont_know: bool,
    /// Whether the wording was read in the act.
    pub wording: Option<Choice<WordingWord>>,
    /// What is reckoned from it besides satisfaction; for choice and number only.
    pub measures: Option<Choice<MeasuresWord>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct OptionShape {
    pub id: Scalar<Slug>,
    pub label: String,
    pub points: Option<u8>,
    /// How many extra trips the answer means, where the question measures them.
    pub trips: Option<u16>,
}

/// Words of a survey.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct SurveyWords {
    pub name: Option<String>,
    pub intro: Option<String>,
    pub citation: Option<String>,
    pub factors: WordMap,
    pub questions: WordMap<QuestionWords>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct QuestionWords {
    pub ask: Option<String>,
    pub options: WordMap,
}

/// `survey-versions.yaml`: the ledger of versions; `niemyet surveys record` adds to it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct SurveyVersionsFile {
    pub versions: Vec<SurveyVersionShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct SurveyVersionShape {
    pub survey: Scalar<Slug>,
    pub version: u16,
    /// The hash of its questions; 32 hexadecimal digits.
    pub questions: String,
    pub since: Scalar<Date>,
}
