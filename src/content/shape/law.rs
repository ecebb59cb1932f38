//! `law/`: acts, required parts, abolished terms, calendars.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Choice, Scalar, Word, WordMap};
use crate::catalogue::agency::Weekday;
use crate::catalogue::law::{AbolishedKind, Certainty, DayOffKind, Part, Requirement};
use crate::text::Date;

impl Word for Part {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("steps", Self::Steps),
        ("channels", Self::Channels),
        ("cases", Self::Cases),
        ("file_sets", Self::FileSets),
        ("limit", Self::Limit),
        ("applicants", Self::Applicants),
        ("bodies", Self::Bodies),
        ("results", Self::Results),
        ("conditions", Self::Conditions),
        ("fees", Self::Fees),
        ("forms", Self::Forms),
        ("acts", Self::Acts),
        ("decision", Self::Decision),
        ("answerable", Self::Answerable),
    ];
}

impl Word for Requirement {
    const WORDS: &'static [(&'static str, Self)] =
        &[("true", Self::Stated), ("or_none", Self::OrNone)];
}

impl Word for AbolishedKind {
    const WORDS: &'static [(&'static str, Self)] =
        &[("body", Self::Body), ("paper", Self::Paper), ("label", Self::Label)];
}

impl Word for DayOffKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("holiday", Self::Holiday),
        ("compensatory", Self::Compensatory),
        ("swapped_off", Self::SwappedOff),
    ];
}

impl Word for Certainty {
    const WORDS: &'static [(&'static str, Self)] =
        &[("announced", Self::Announced), ("law", Self::Law), ("estimated", Self::Estimated)];
}

impl Word for Weekday {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("mon", Self::Mon),
        ("tue", Self::Tue),
        ("wed", Self::Wed),
        ("thu", Self::Thu),
        ("fri", Self::Fri),
        ("sat", Self::Sat),
        ("sun", Self::Sun),
    ];
}

/// Acts that procedures cite.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ActsFile {
    pub acts: Vec<ActShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ActShape {
    /// Its official number.
    pub id: String,
    pub title: Option<String>,
    pub issuer: Option<String>,
    pub issued: Option<Scalar<Date>>,
    pub from: Option<Scalar<Date>>,
    /// The first day on which it is no longer in force.
    pub to: Option<Scalar<Date>>,
}

/// Words of acts.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ActsWords {
    pub acts: WordMap,
}

/// What a posted procedure must state.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct RequiredPartsFile {
    pub citation: Box<str>,
    pub parts: Vec<PartShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PartShape {
    pub part: Choice<Part>,
    /// true = must be there; `or_none` = must be there or be said to be none.
    pub stated: Choice<Requirement>,
    pub from: Option<Scalar<Date>>,
    pub to: Option<Scalar<Date>>,
}

/// Bodies, papers and labels that no longer exist.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct AbolishedFile {
    pub terms: Vec<TermShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct TermShape {
    pub id: Box<str>,
    pub words: Vec<Box<str>>,
    pub kind: Choice<AbolishedKind>,
    pub since: Scalar<Date>,
    pub act: Option<Box<str>>,
    pub instead: Box<str>,
}

/// A year of the working calendar.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct CalendarFile {
    /// Where the dates come from; for whoever maintains the file.
    #[serde(rename = "citation")]
    pub _citation: Option<String>,
    pub weekend: Option<Vec<Choice<Weekday>>>,
    #[serde(default)]
    pub days_off: Vec<DayOffShape>,
    #[serde(default)]
    pub make_up_workdays: Vec<MakeUpShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct DayOffShape {
    pub date: Scalar<Date>,
    pub name: String,
    pub kind: Choice<DayOffKind>,
    pub status: Choice<Certainty>,
    /// For whoever maintains the file.
    #[serde(rename = "note")]
    pub _note: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct MakeUpShape {
    pub date: Scalar<Date>,
    #[serde(rename = "for")]
    pub instead_of: Option<Scalar<Date>>,
    /// For whoever maintains the file.
    #[serde(rename = "status")]
    pub _status: Option<Choice<Certainty>>,
}
