//! What is written: one shape for each kind of content file.
//!
//! Everything that the law lets be missing is optional here, so that its absence is reported by the
//! check that knows the citation, not by the YAML reader. Unknown keys are refused. Each shape gives
//! its JSON Schema, which editors use and which the second reading holds a failed file against.

mod agency;
mod apology;
mod bulletin;
mod law;
mod listed;
mod offering;
mod printed_sheets;
mod procedure;
mod published;
mod scalar;
mod site;
mod survey;
mod words;

pub(super) use agency::{
    AgencyFile, AgencyWords, AnnouncedShape, ContactShape, ContactWords, ContactsShape,
    ContactsWords, CountersFile, CountersWords, HotlineShape, HoursShape, OffersShape, PointShape,
};
pub(super) use apology::{ApologiesFile, ApologyShape};
pub(super) use bulletin::{
    BulletinFile, BulletinWords, CellShape, FigureShape, MeasureShape, SurveyResultsShape,
};
pub(super) use law::{AbolishedFile, ActsFile, ActsWords, CalendarFile, RequiredPartsFile};
pub(super) use listed::{
    LimitShape, ListOrNone, Listed, StatedNumber, StatedText, TextOrNone, ToldWord,
};
pub(super) use offering::{OfferingFile, OfferingWords};
pub(super) use printed_sheets::PrintedSheetsFile;
pub(super) use procedure::{
    BodiesShape, BodiesWords, CaseShape, CaseWords, ChannelShape, ChannelWords, ConditionShape,
    DecisionShape, FeeShape, FeeWords, OutcomeShape, PaperShape, PaperWords, ProcedureFile,
    ProcedureWords, StepShape,
};
pub(super) use published::{
    DialogueFile, DialogueWords, OfficialFile, OfficialWords, PerformanceFile,
};
use scalar::Choice;
pub(super) use scalar::{Scalar, Word, Written};
pub(super) use site::{
    ApologyRuleShape, FieldsFile, FieldsWords, PeriodShape, PrintedCodesFile, ReplyShape,
    RetentionShape, SetFile, SetWords, SiteFile, SiteWords, TargetsShape, TimeLimitShape,
    TimeLimitsShape,
};
pub(super) use survey::{
    KindWord, MeasuresWord, OptionShape, QuestionShape, QuestionWords, SurveyFile,
    SurveyVersionsFile, SurveyWords, WordingWord,
};
pub(super) use words::WordMap;
