//! `printed-sheets.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Scalar;
use crate::catalogue::PrintedCode;
use crate::text::Date;

/// The log of what was printed; `niemyet print --record` adds to it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PrintedSheetsFile {
    pub sheets: Vec<PrintedSheetShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PrintedSheetShape {
    /// The kind of sheet.
    pub sheet: String,
    /// agency, or agency/counter, or agency/procedure
    pub of: String,
    pub code: Option<Scalar<PrintedCode>>,
    pub languages: String,
    /// The edition, as it stands at the foot of the sheet.
    pub mark: String,
    /// The host that its symbols carry.
    pub host: String,
    pub on: Scalar<Date>,
}
