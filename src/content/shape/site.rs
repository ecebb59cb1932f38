//! `site.yaml`, `fields.yaml`, `sets/<id>.yaml`, `printed-codes.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Scalar, WordMap};
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::ProcedureCode;
use crate::text::{Date, Language, Slug};

/// The site as a whole.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct SiteFile {
    pub name: String,
    pub short_name: Option<String>,
    /// The body that answers for the site.
    pub owner: String,
    /// Where the site will live: an absolute address, perhaps with a path.
    pub base_url: String,
    /// The bare https origin printed in codes; needed when `base_url` has a path.
    pub print_origin: Option<String>,
    /// Origins that the site had before and that lead on to it, such as `https://old.gov.vn`: sheets that carry them
    /// keep working.
    #[serde(default)]
    pub redirects_from: Vec<String>,
    /// The first binds.
    pub languages: Vec<Scalar<Language>>,
    /// A folder in themes/, or default.
    pub theme: Option<String>,
    /// Marks every page as sample data.
    #[serde(default)]
    pub sample: bool,
    pub surveys: Option<SurveysShape>,
    /// How to scan, step by step.
    #[serde(default)]
    pub scan_instructions: Vec<String>,
    /// The origin of the feedback endpoint, when it is not the site's own; `none` where no host answers anywhere, as for
    /// a folder on a plain web server.
    pub feedback: Option<String>,
    /// For how long what citizens send is kept.
    pub retention: Option<RetentionShape>,
    /// How long an agency may take to handle and answer petitions and reports.
    pub time_limits: Option<TimeLimitsShape>,
    /// What the agency has set itself; its officers see figures beside it.
    pub targets: Option<TargetsShape>,
    /// How early an apology for a late file must be written.
    pub apologies: Option<ApologyRuleShape>,
    /// Beginnings of answers that officers write often.
    #[serde(default)]
    pub replies: Vec<ReplyShape>,
}

/// Targets for the agency's own eyes, in per cent.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct TargetsShape {
    /// The share of satisfaction, 1 to 100.
    pub satisfaction: u16,
}

/// How early an apology must be written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ApologyRuleShape {
    /// Days before the due day, 0 to 30.
    pub days_before: u16,
    /// The act or decision that sets it.
    pub citation: Option<String>,
}

/// A reply template.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ReplyShape {
    /// What it is called in the list.
    pub name: String,
    /// The words, 1 to 5000 characters.
    pub words: String,
}

/// Periods of keeping; a class that is left out has our default.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct RetentionShape {
    /// Words that may hold personal data.
    pub marked_words: Option<PeriodShape>,
    /// All other words.
    pub words: Option<PeriodShape>,
    /// Single ratings; counts stay for good.
    pub ratings: Option<PeriodShape>,
    /// Who brought a petition or a report and how to answer, from the last act of its handling on.
    pub contacts: Option<PeriodShape>,
    /// Petitions and reports with the record of their handling, from the last act on.
    pub matters: Option<PeriodShape>,
    /// The log of the officers' desk: who signed in, opened personal data, did what.
    pub log: Option<PeriodShape>,
}

/// How long an agency may take, in working days; a kind that is left out has our default.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct TimeLimitsShape {
    /// Phản ánh, kiến nghị.
    pub petition: Option<TimeLimitShape>,
    /// Reports of what was asked for beyond the list.
    pub report: Option<TimeLimitShape>,
    /// Pages that are wrong.
    pub page_error: Option<TimeLimitShape>,
    /// Working days after a decision in which it can be reopened, 1 to 250.
    pub reopen: Option<u16>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct TimeLimitShape {
    /// Working days in which it is accepted, passed on or refused, 1 to 250.
    pub handle: u16,
    /// Working days in which it is answered, no fewer than those.
    pub answer: u16,
    /// The act or decision that sets them.
    pub citation: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PeriodShape {
    /// Whole months, 1 to 1200.
    pub months: u16,
    /// The act or decision that sets it.
    pub citation: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct SurveysShape {
    /// The survey behind a printed code.
    pub counter: Scalar<Slug>,
    /// Surveys offered besides.
    #[serde(default)]
    pub more: Vec<Scalar<Slug>>,
}

/// Words of the site.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct SiteWords {
    pub name: Option<String>,
    pub short_name: Option<String>,
    pub owner: Option<String>,
    pub scan_instructions: Vec<String>,
}

/// Fields of administration.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct FieldsFile {
    pub fields: Vec<FieldShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct FieldShape {
    pub id: Scalar<Slug>,
    pub name: String,
}

/// Words of fields.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct FieldsWords {
    pub fields: WordMap,
}

/// A bundle of procedures.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct SetFile {
    pub name: String,
    pub procedures: Vec<Scalar<ProcedureCode>>,
}

/// Words of a bundle.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct SetWords {
    pub name: Option<String>,
}

/// The ledger of printed codes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PrintedCodesFile {
    pub codes: Vec<LedgerShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct LedgerShape {
    pub code: Scalar<PrintedCode>,
    /// agency/counter
    pub counter: String,
    pub since: Scalar<Date>,
    pub retired: Option<Scalar<Date>>,
    pub successor: Option<Scalar<PrintedCode>>,
}
