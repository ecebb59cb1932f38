//! `agencies/<id>/offerings/<code>.yaml`: only what differs from the shared procedure.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    ContactsShape, ContactsWords, DecisionShape, FeeShape, FeeWords, Listed, Scalar, WordMap,
};
use crate::catalogue::procedure::TimeLimit;
use crate::text::Date;

/// What differs at one agency.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct OfferingFile {
    /// Fees by channel id, in place of the shared ones: none, or a list.
    pub fees: WordMap<Listed<FeeShape>>,
    /// Time limits by channel id, in place of the shared ones.
    pub limits: WordMap<Scalar<TimeLimit>>,
    /// Where files are received, if not at the agency.
    pub place: Option<String>,
    pub contacts: Option<ContactsShape>,
    pub note: Option<String>,
    pub decision: Option<DecisionShape>,
    pub checked_on: Option<Scalar<Date>>,
}

/// Words of an offering.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct OfferingWords {
    pub fees: WordMap<WordMap<FeeWords>>,
    pub place: Option<String>,
    pub contacts: ContactsWords,
    pub note: Option<String>,
}
