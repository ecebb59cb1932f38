//! `procedures/<field>/<code>.yaml` and the words beside it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Choice, LimitShape, ListOrNone, Listed, Scalar, StatedNumber, StatedText, ToldWord, Word,
    WordMap,
};
use crate::catalogue::procedure::{
    Applicant, ChannelKind, FeeKind, HandIn, OnlineLevel, ProcedureKind, ProcedureLevel,
    StartEvent, TimeLimit,
};
use crate::diagnostic::Doubt;
use crate::text::{Date, Hour, Money, Slug};

impl Word for ProcedureLevel {
    const WORDS: &'static [(&'static str, Self)] =
        &[("province", Self::Province), ("commune", Self::Commune), ("ministry", Self::Ministry)];
}

impl Word for ProcedureKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("detailed_by_law", Self::DetailedByLaw),
        ("not_delegated", Self::NotDelegated),
        ("local", Self::Local),
        ("other", Self::Other),
    ];
}

impl Word for Applicant {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("citizen", Self::Citizen),
        ("overseas_vietnamese", Self::OverseasVietnamese),
        ("foreigner", Self::Foreigner),
        ("enterprise", Self::Enterprise),
        ("foreign_enterprise", Self::ForeignEnterprise),
        ("cooperative", Self::Cooperative),
        ("organisation", Self::Organisation),
        ("foreign_organisation", Self::ForeignOrganisation),
        ("official", Self::Official),
        ("party_member", Self::PartyMember),
        ("party_organisation", Self::PartyOrganisation),
    ];
}

impl Word for ChannelKind {
    const WORDS: &'static [(&'static str, Self)] =
        &[("counter", Self::Counter), ("online", Self::Online), ("post", Self::Post)];
}

impl Word for OnlineLevel {
    const WORDS: &'static [(&'static str, Self)] =
        &[("full", Self::Full), ("partial", Self::Partial)];
}

impl Word for StartEvent {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("receipt", Self::Receipt),
        ("complete_file", Self::CompleteFile),
        ("payment", Self::Payment),
    ];
}

impl Word for FeeKind {
    const WORDS: &'static [(&'static str, Self)] = &[("fee", Self::Fee), ("charge", Self::Charge)];
}

impl Word for Doubt {
    const WORDS: &'static [(&'static str, Self)] = &Self::WORDS;
}

impl Word for HandIn {
    const WORDS: &'static [(&'static str, Self)] =
        &[("submit", Self::Submit), ("show", Self::Show), ("online_data", Self::OnlineRecord)];
}

/// The facts of one edition of a procedure, and its binding words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ProcedureFile {
    /// Tên thủ tục: the official name.
    pub name: Option<String>,
    /// A name of at most 80 characters; mandatory when the official one is longer than 250.
    pub short_name: Option<String>,
    /// What people call it; [] if nothing else.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// One plain sentence.
    pub summary: Option<String>,
    /// Cấp thực hiện.
    pub level: Option<Vec<Choice<ProcedureLevel>>>,
    /// Loại thủ tục.
    pub kind: Option<Choice<ProcedureKind>>,
    /// Đối tượng thực hiện.
    pub applicants: Option<Vec<Choice<Applicant>>>,
    /// Cơ quan giải quyết.
    pub bodies: Option<BodiesShape>,
    /// The one position answerable for the whole, never a person's name.
    pub answerable: Option<String>,
    /// Trình tự thực hiện.
    pub steps: Option<Vec<StepShape>>,
    /// Cách thức thực hiện: each with its own time limit and fees.
    pub channels: Option<Vec<ChannelShape>>,
    /// Số lượng hồ sơ (bộ): a number, or none.
    pub file_sets: Option<StatedNumber>,
    /// Thành phần hồ sơ: none, or one list of papers a situation.
    pub cases: Option<Listed<CaseShape>>,
    /// Yêu cầu, điều kiện: none, or a list.
    pub conditions: Option<Listed<ConditionShape>>,
    /// Kết quả: none, or a list.
    pub results: Option<Listed<OutcomeShape>>,
    /// Căn cứ pháp lý: numbers of acts in law/.
    #[serde(default)]
    pub acts: Vec<String>,
    /// Quyết định công bố.
    pub decision: Option<DecisionShape>,
    /// In force from this day; only in the first edition, later ones say it in the file name.
    pub effective_from: Option<Scalar<Date>>,
    /// In force to this day, inclusive.
    pub effective_to: Option<Scalar<Date>>,
    /// The day somebody compared this with its source.
    pub checked_on: Option<Scalar<Date>>,
    /// What an import could not read with certainty; each line goes when somebody has decided.
    #[serde(default)]
    pub to_decide: Vec<ToDecideShape>,
}

/// One place that waits for a decision.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ToDecideShape {
    /// The key path it is about, such as `channels[0].limit`.
    pub at: String,
    /// What the source says there.
    pub found: String,
    /// Why it is doubtful.
    pub why: Choice<Doubt>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct BodiesShape {
    /// Cơ quan có thẩm quyền.
    pub decides: StatedText,
    /// Cơ quan thực hiện.
    pub handles: Option<StatedText>,
    /// Cơ quan phối hợp: none, or a text.
    pub coordinates: Option<StatedText>,
    /// Cơ quan được ủy quyền: none, or a text.
    pub delegated: Option<StatedText>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct StepShape {
    pub id: Scalar<Slug>,
    /// The position answerable, never a person's name; none where the decision names none.
    pub position: StatedText,
    pub action: String,
    pub time: Option<Scalar<TimeLimit>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ChannelShape {
    pub id: Scalar<Slug>,
    pub kind: Choice<ChannelKind>,
    /// Toàn trình or một phần; only for online.
    pub level: Option<ToldWord<OnlineLevel>>,
    /// Where to file, or none; only for online.
    pub url: Option<StatedText>,
    /// Thời hạn giải quyết.
    pub limit: Option<LimitShape>,
    /// What starts the clock.
    pub starts: Option<Choice<StartEvent>>,
    /// Files received after this hour count from the next working day.
    pub cutoff: Option<Scalar<Hour>>,
    /// Limits in other situations.
    #[serde(default)]
    pub limit_cases: Vec<LimitCaseShape>,
    /// Phí, lệ phí: none, or a list.
    pub fees: Option<Listed<FeeShape>>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct LimitCaseShape {
    pub id: Scalar<Slug>,
    pub when: String,
    pub limit: LimitShape,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct FeeShape {
    pub id: Scalar<Slug>,
    /// fee = phí, charge = lệ phí.
    pub kind: ToldWord<FeeKind>,
    /// 8000 VND, 10.5 USD, 0.15 %.
    pub amount: Option<Scalar<Money>>,
    /// The amount is right although it is under 1000 đồng.
    #[serde(default)]
    pub exact: bool,
    /// In place of amount: the decision's own words.
    pub as_announced: Option<Box<str>>,
    /// For each what: trang, bản.
    pub per: Option<String>,
    /// For a percentage: a share of what.
    pub of: Option<String>,
    /// On which condition.
    pub when: Option<String>,
    pub from: Option<Scalar<Date>>,
    pub to: Option<Scalar<Date>>,
    /// The number of an act in law/.
    pub act: Option<Box<str>>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct CaseShape {
    pub id: Scalar<Slug>,
    /// Mandatory when there is more than one case.
    pub name: Option<String>,
    /// What this case must bring, or none.
    pub papers: ListOrNone<PaperShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PaperShape {
    pub id: Scalar<Slug>,
    pub name: String,
    /// Bản chính.
    #[serde(default)]
    pub originals: u8,
    /// Bản sao.
    #[serde(default)]
    pub copies: u8,
    /// `submit` = nộp, `show` = xuất trình, `online_data` = found in a database.
    pub hand_in: Option<Choice<HandIn>>,
    /// A file in forms/.
    pub form: Option<Box<str>>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct ConditionShape {
    pub id: Scalar<Slug>,
    pub text: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct OutcomeShape {
    pub id: Scalar<Slug>,
    pub name: String,
    /// none (no end date), or a text.
    pub validity: Option<StatedText>,
    pub returned: Option<String>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct DecisionShape {
    pub number: Box<str>,
    pub issued: Option<Scalar<Date>>,
    pub body: Option<String>,
}

/// The words of a procedure in another language: the same keys, lists as maps by id.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ProcedureWords {
    pub name: Option<String>,
    pub short_name: Option<String>,
    pub aliases: Vec<String>,
    pub summary: Option<String>,
    pub bodies: BodiesWords,
    pub answerable: Option<String>,
    pub steps: WordMap<StepWords>,
    pub channels: WordMap<ChannelWords>,
    pub cases: WordMap<CaseWords>,
    pub conditions: WordMap,
    pub results: WordMap<OutcomeWords>,
    pub decision: DecisionWords,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct BodiesWords {
    pub decides: Option<String>,
    pub handles: Option<String>,
    pub coordinates: Option<String>,
    pub delegated: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct StepWords {
    pub position: Option<String>,
    pub action: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct ChannelWords {
    pub note: Option<String>,
    pub limit_cases: WordMap,
    pub fees: WordMap<FeeWords>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct FeeWords {
    pub per: Option<String>,
    pub of: Option<String>,
    pub when: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct CaseWords {
    pub name: Option<String>,
    pub papers: WordMap<PaperWords>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct PaperWords {
    pub name: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct OutcomeWords {
    pub name: Option<String>,
    pub validity: Option<String>,
    pub returned: Option<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct DecisionWords {
    pub body: Option<String>,
}
