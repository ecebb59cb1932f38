//! `agencies/<id>/agency.yaml` and `counters.yaml`, with their words.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Choice, Scalar, TextOrNone, Word, WordMap};
use crate::catalogue::agency::{AgencyKind, AgencyLevel, PetitionPath, Weekday};
use crate::catalogue::procedure::ProcedureCode;
use crate::text::{Date, Hour, Phone, Slug};

impl Word for AgencyLevel {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("province", Self::Province),
        ("department", Self::Department),
        ("commune", Self::Commune),
    ];
}

impl Word for AgencyKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("province", Self::Province),
        ("department", Self::Department),
        ("ward", Self::Ward),
        ("commune", Self::Commune),
        ("police", Self::Police),
        ("other", Self::Other),
    ];
}

impl Word for PetitionPath {
    const WORDS: &'static [(&'static str, Self)] = &[("link", Self::Link), ("desk", Self::Desk)];
}

/// An agency.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct AgencyFile {
    pub name: String,
    pub short_name: Option<String>,
    pub level: Choice<AgencyLevel>,
    pub kind: Choice<AgencyKind>,
    /// none for the top.
    pub parent: TextOrNone,
    /// The label on the door of the one-stop desk.
    pub one_stop: Option<String>,
    pub one_stop_alias: Option<String>,
    pub place: PlaceShape,
    #[serde(default)]
    pub hours: Vec<HoursShape>,
    /// Files received after this hour count from the next working day.
    pub cutoff: Option<Scalar<Hour>>,
    #[serde(default)]
    pub contacts: ContactsShape,
    #[serde(default)]
    pub hotlines: Vec<HotlineShape>,
    #[serde(default)]
    pub points: Vec<PointShape>,
    #[serde(default)]
    pub offers: OffersShape,
    /// Danh mục công bố of this agency.
    pub announced: Option<AnnouncedShape>,
    /// desk = taken here, link = guidance and the official address.
    pub petitions: Option<Choice<PetitionPath>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PlaceShape {
    pub address: String,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct HoursShape {
    pub days: Vec<Choice<Weekday>>,
    pub from: Scalar<Hour>,
    pub to: Scalar<Hour>,
}

/// The three contacts that are never merged.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ContactsShape {
    /// Help with files: the desk.
    pub help: Option<ContactShape>,
    /// The body that receives phản ánh, kiến nghị.
    pub petitions: Option<ContactShape>,
    /// Reception of citizens for khiếu nại, tố cáo.
    pub complaints: Option<ReceptionShape>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ContactShape {
    pub name: Option<String>,
    pub phone: Option<Scalar<Phone>>,
    pub email: Option<Box<str>>,
    pub address: Option<String>,
    pub website: Option<Box<str>>,
    pub hours: Option<String>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ReceptionShape {
    pub name: Option<String>,
    pub place: String,
    pub days: Option<String>,
    pub phone: Option<Scalar<Phone>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct HotlineShape {
    pub id: Scalar<Slug>,
    pub name: String,
    pub phone: Scalar<Phone>,
    pub email: Option<Box<str>>,
    pub address: Option<String>,
    pub hours: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PointShape {
    pub id: Scalar<Slug>,
    pub name: String,
    pub address: Option<String>,
    #[serde(default)]
    pub hours: Vec<HoursShape>,
    /// Other agencies it receives for.
    #[serde(default)]
    pub receives_for: Vec<Scalar<Slug>>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct OffersShape {
    /// Bundles in sets/.
    pub sets: Vec<Scalar<Slug>>,
    /// These besides.
    pub also: Vec<Scalar<ProcedureCode>>,
    /// But not these.
    pub except: Vec<Scalar<ProcedureCode>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct AnnouncedShape {
    /// The decision's number.
    pub decision: Box<str>,
    pub date: Option<Scalar<Date>>,
    pub codes: Vec<Scalar<ProcedureCode>>,
}

/// Words of an agency.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct AgencyWords {
    pub name: Option<String>,
    pub short_name: Option<String>,
    pub one_stop: Option<String>,
    pub one_stop_alias: Option<String>,
    pub place: PlaceWords,
    pub contacts: ContactsWords,
    pub hotlines: WordMap<HotlineWords>,
    pub points: WordMap<PointWords>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct PlaceWords {
    pub address: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ContactsWords {
    pub help: ContactWords,
    pub petitions: ContactWords,
    pub complaints: ReceptionWords,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ContactWords {
    pub name: Option<String>,
    pub address: Option<String>,
    pub hours: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ReceptionWords {
    pub name: Option<String>,
    pub place: Option<String>,
    pub days: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct HotlineWords {
    pub name: Option<String>,
    pub address: Option<String>,
    pub hours: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct PointWords {
    pub name: Option<String>,
    pub address: Option<String>,
}

/// The counters of an agency.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct CountersFile {
    pub counters: Vec<CounterShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct CounterShape {
    pub id: Scalar<Slug>,
    pub name: String,
    pub point: Option<Scalar<Slug>>,
    pub floor: Option<String>,
    #[serde(default)]
    pub handles: HandlesShape,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct HandlesShape {
    /// All procedures of these fields.
    pub fields: Vec<Scalar<Slug>>,
    /// These besides.
    pub codes: Vec<Scalar<ProcedureCode>>,
    /// But not these.
    pub except: Vec<Scalar<ProcedureCode>>,
}

/// Words of counters.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct CountersWords {
    pub counters: WordMap<CounterWords>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct CounterWords {
    pub name: Option<String>,
    pub floor: Option<String>,
}
