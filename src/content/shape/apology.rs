//! `apologies/<period>@<agency>.yaml`. Written by the program as a draft; a person signs.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Choice, Scalar, Word};
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::apology::Failing;
use crate::feedback::satisfaction::ReportingPeriod;
use crate::text::{Date, Slug};

impl Word for Failing {
    const WORDS: &'static [(&'static str, Self)] =
        &[("late", Self::Late), ("wrong", Self::Wrong), ("lost", Self::Lost)];
}

/// The apologies of an agency in a period.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ApologiesFile {
    pub period: Scalar<ReportingPeriod>,
    pub agency: Scalar<Slug>,
    /// How many files were overdue in the period, where that is known.
    pub overdue: Option<u32>,
    pub entries: Vec<ApologyShape>,
    /// Name and position of whoever answers for it.
    pub signed_by: Option<String>,
    pub signed_on: Option<Scalar<Date>>,
    /// What was signed; `niemyet apologies sign` writes it.
    pub content_hash: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ApologyShape {
    /// The number of the file with only its ends readable: `000.••.••.•••-••••••-••12`.
    pub file: String,
    pub procedure: Option<Scalar<ProcedureCode>>,
    /// What went wrong.
    pub failing: Choice<Failing>,
    /// Why; names nobody.
    pub reason: String,
    pub due: Option<Scalar<Date>>,
    pub new_due: Option<Scalar<Date>>,
    /// The day on which the letter was signed.
    pub apologised: Scalar<Date>,
    /// Who signed the letter: name and position.
    pub signed_by: String,
}
