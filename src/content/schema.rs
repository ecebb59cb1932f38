//! JSON Schema for every file kind: what an editor completes from and what the second reading holds
//! a failed file against. Derived from the file shapes, so it cannot say anything else.

use std::sync::OnceLock;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::shape::{
    AbolishedFile, ActsFile, ActsWords, AgencyFile, AgencyWords, ApologiesFile, BulletinFile,
    BulletinWords, CalendarFile, CountersFile, CountersWords, DialogueFile, DialogueWords,
    FieldsFile, FieldsWords, OfferingFile, OfferingWords, OfficialFile, OfficialWords,
    PerformanceFile, PrintedCodesFile, PrintedSheetsFile, ProcedureFile, ProcedureWords,
    RequiredPartsFile, SetFile, SetWords, SiteFile, SiteWords, SurveyFile, SurveyVersionsFile,
    SurveyWords,
};
use super::tree::FileKind;

fn made<T: JsonSchema>() -> Value {
    // Inlined, so that the second reading follows no references; our shapes do not recurse.
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

type Kind = (&'static str, fn() -> Value);

const KINDS: [Kind; 32] = [
    ("abolished", made::<AbolishedFile>),
    ("acts", made::<ActsFile>),
    ("acts-words", made::<ActsWords>),
    ("agency", made::<AgencyFile>),
    ("agency-words", made::<AgencyWords>),
    ("apologies", made::<ApologiesFile>),
    ("bulletin", made::<BulletinFile>),
    ("bulletin-words", made::<BulletinWords>),
    ("calendar", made::<CalendarFile>),
    ("counters", made::<CountersFile>),
    ("counters-words", made::<CountersWords>),
    ("dialogue", made::<DialogueFile>),
    ("dialogue-words", made::<DialogueWords>),
    ("fields", made::<FieldsFile>),
    ("fields-words", made::<FieldsWords>),
    ("offering", made::<OfferingFile>),
    ("offering-words", made::<OfferingWords>),
    ("official", made::<OfficialFile>),
    ("official-words", made::<OfficialWords>),
    ("performance", made::<PerformanceFile>),
    ("printed-codes", made::<PrintedCodesFile>),
    ("printed-sheets", made::<PrintedSheetsFile>),
    ("procedure", made::<ProcedureFile>),
    ("procedure-words", made::<ProcedureWords>),
    ("required-parts", made::<RequiredPartsFile>),
    ("set", made::<SetFile>),
    ("set-words", made::<SetWords>),
    ("site", made::<SiteFile>),
    ("site-words", made::<SiteWords>),
    ("survey", made::<SurveyFile>),
    ("survey-versions", made::<SurveyVersionsFile>),
    ("survey-words", made::<SurveyWords>),
];

/// The file kinds that have a schema, in alphabetical order.
pub fn schema_kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(name, _)| *name)
}

/// The schema of a kind.
pub fn schema_of(kind: &str) -> Option<&'static Value> {
    static MADE: [OnceLock<Value>; KINDS.len()] = [const { OnceLock::new() }; KINDS.len()];
    let at = KINDS.iter().position(|(name, _)| *name == kind)?;
    Some(MADE[at].get_or_init(KINDS[at].1))
}

/// The kind of a content file; `None` for files that are not YAML.
pub(super) fn kind_name(kind: &FileKind, is_words: bool) -> Option<&'static str> {
    Some(match (kind, is_words) {
        (FileKind::Site, false) => "site",
        (FileKind::Site, true) => "site-words",
        (FileKind::Fields, false) => "fields",
        (FileKind::Fields, true) => "fields-words",
        (FileKind::Acts, false) => "acts",
        (FileKind::Acts, true) => "acts-words",
        (FileKind::RequiredParts, _) => "required-parts",
        (FileKind::Abolished, _) => "abolished",
        (FileKind::CalendarYear, _) => "calendar",
        (FileKind::ProcedureSet(_), false) => "set",
        (FileKind::ProcedureSet(_), true) => "set-words",
        (FileKind::Agency(_), false) => "agency",
        (FileKind::Agency(_), true) => "agency-words",
        (FileKind::Counters(_), false) => "counters",
        (FileKind::Counters(_), true) => "counters-words",
        (FileKind::Offering { .. }, false) => "offering",
        (FileKind::Offering { .. }, true) => "offering-words",
        (FileKind::Survey(_), false) => "survey",
        (FileKind::Survey(_), true) => "survey-words",
        (FileKind::Apologies(_), _) => "apologies",
        (FileKind::Bulletin(_), false) => "bulletin",
        (FileKind::Bulletin(_), true) => "bulletin-words",
        (FileKind::Official(_), false) => "official",
        (FileKind::Official(_), true) => "official-words",
        (FileKind::Performance { table: false, .. }, _) => "performance",
        (FileKind::Dialogue(_), false) => "dialogue",
        (FileKind::Dialogue(_), true) => "dialogue-words",
        (FileKind::PrintedCodes, _) => "printed-codes",
        (FileKind::PrintedSheets, _) => "printed-sheets",
        (FileKind::SurveyVersions, _) => "survey-versions",
        (FileKind::Procedure { guidance: false, .. }, false) => "procedure",
        (FileKind::Procedure { guidance: false, .. }, true) => "procedure-words",
        (
            FileKind::Procedure { guidance: true, .. }
            | FileKind::Performance { table: true, .. }
            | FileKind::Page(_)
            | FileKind::Form(_),
            _,
        ) => return None,
    })
}
