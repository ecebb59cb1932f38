//! `official/<id>.yaml`, `performance/<period>.yaml`, `dialogues/<id>.yaml`, and their words.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Scalar, WordMap};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::publication::results::Percent;
use crate::text::{Date, Hour, Slug};

/// An index that others measured.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct OfficialFile {
    pub name: String,
    /// Of which area or body.
    pub area: String,
    /// Who measures and publishes it.
    pub publisher: String,
    pub about: Option<String>,
    #[serde(default)]
    pub targets: Vec<TargetShape>,
    pub methods: Vec<MethodShape>,
    pub years: Vec<YearShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct TargetShape {
    pub id: Scalar<Slug>,
    pub value: Scalar<Percent>,
    /// For whom and until when.
    pub text: String,
    pub citation: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct MethodShape {
    pub id: Scalar<Slug>,
    pub name: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct YearShape {
    pub year: u16,
    pub value: Scalar<Percent>,
    /// The place, and among how many.
    pub rank: Option<u16>,
    pub of: Option<u16>,
    /// The mean of the country.
    pub national: Option<Scalar<Percent>>,
    #[serde(default)]
    pub factors: Vec<OfficialFactorShape>,
    /// Who was asked, in words.
    pub sample: Option<String>,
    /// One of `methods`; lines break where it changes.
    pub method: Scalar<Slug>,
    /// Where it was published.
    pub source: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct OfficialFactorShape {
    pub id: Scalar<Slug>,
    pub name: String,
    pub value: Scalar<Percent>,
}

/// Words of an official index; factors go by their ids, in all years.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct OfficialWords {
    pub name: Option<String>,
    pub area: Option<String>,
    pub publisher: Option<String>,
    pub about: Option<String>,
    pub targets: WordMap,
    pub methods: WordMap,
    pub factors: WordMap,
    /// Year → who was asked.
    pub samples: WordMap,
}

/// Files in time, of a period.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PerformanceFile {
    pub period: Scalar<ReportingPeriod>,
    /// Where the numbers come from.
    pub source: Option<String>,
    pub rows: Vec<PerformanceShape>,
    /// Totals as reported; each must be the sum of its rows.
    #[serde(default)]
    pub totals: Vec<PerformanceTotalShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PerformanceShape {
    pub agency: Scalar<Slug>,
    /// Left out where the numbers are not split by field.
    pub field: Option<Scalar<Slug>>,
    /// Received, with what was carried over.
    pub received: u64,
    pub early: u64,
    pub on_time: u64,
    pub late: u64,
    pub in_progress: u64,
    /// Of those in progress, past the day they are due.
    #[serde(default)]
    pub overdue: u64,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PerformanceTotalShape {
    /// Left out for the sum of all.
    pub agency: Option<Scalar<Slug>>,
    pub received: u64,
    pub early: u64,
    pub on_time: u64,
    pub late: u64,
    pub in_progress: u64,
    #[serde(default)]
    pub overdue: u64,
}

/// A dialogue with citizens.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct DialogueFile {
    pub date: Scalar<Date>,
    pub hour: Option<Scalar<Hour>>,
    pub agency: Scalar<Slug>,
    pub place: String,
    pub topic: String,
    /// Who answers: a position.
    pub chair: Option<String>,
    #[serde(default)]
    pub questions: Vec<DialogueQuestionShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct DialogueQuestionShape {
    pub id: Scalar<Slug>,
    /// Without who asked it.
    pub ask: String,
    pub answer: Option<String>,
    pub answered_by: Option<String>,
    pub answered_on: Option<Scalar<Date>>,
}

/// Words of a dialogue.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct DialogueWords {
    pub place: Option<String>,
    pub topic: Option<String>,
    pub chair: Option<String>,
    pub questions: WordMap<DialogueQuestionWords>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct DialogueQuestionWords {
    pub ask: Option<String>,
    pub answer: Option<String>,
    pub answered_by: Option<String>,
}
