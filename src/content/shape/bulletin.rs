//! `bulletins/<period>.yaml` and its words. Written by the program as a draft; a person adds measures and signs.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Choice, Scalar, Word, WordMap, Written};
use crate::diagnostic::Shape;
use crate::feedback::SurveyStatus;
use crate::feedback::satisfaction::{Aggregate, IntervalRule, Method, ReportingPeriod, Ways};
use crate::publication::results::{Percent, Topic, Unit};
use crate::text::{Date, Slug};

/// The reason given for each of these, known to the wording by this sentence.
const NOT_SO: &str = "it is not written so";

macro_rules! written {
    ($($type:ty => $shape:ident, $read:expr;)*) => {$(
        impl Written for $type {
            const SHAPE: Shape = Shape::$shape;
            fn read(text: &str) -> Result<Self, String> {
                let read: Option<Self> = $read(text);
                read.ok_or_else(|| NOT_SO.to_owned())
            }
        }
    )*};
}

written! {
    ReportingPeriod => Period, Self::parse;
    Ways => Ways, Self::parse;
    Percent => Percent, |text| Self::parse(text).ok();
    Topic => Topic, |text| Self::parse(text).ok();
    Unit => Unit, |text| Self::parse(text).ok();
}

impl Word for Method {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("top2", Self::Top2),
        ("mean5", Self::Mean5),
        ("linear", Self::Linear),
        ("points012", Self::Points012),
    ];
}

impl Word for Aggregate {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("criteria_mean", Self::CriteriaMean),
        ("factor_mean", Self::FactorMean),
        ("pooled", Self::Pooled),
    ];
}

impl Word for IntervalRule {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("wilson", Self::Wilson),
        ("wilson_effective", Self::WilsonEffective),
        ("wilson_bound", Self::WilsonBound),
    ];
}

/// A bulletin.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct BulletinFile {
    pub period: Scalar<ReportingPeriod>,
    /// Only in the bulletin of one agency alone.
    pub agency: Option<Scalar<Slug>>,
    /// The day on which the figures were drawn.
    pub drawn_on: Scalar<Date>,
    /// The fewest answers of a shown figure.
    pub threshold: u64,
    /// The agency's own target.
    pub target: Option<Scalar<Percent>>,
    /// Units with their names as they were then.
    pub units: Vec<NamedUnitShape>,
    pub surveys: Vec<SurveyResultsShape>,
    /// What is done about weak criteria.
    #[serde(default)]
    pub measures: Vec<MeasureShape>,
    /// Name and position of whoever answers for it.
    pub signed_by: Option<String>,
    pub signed_on: Option<Scalar<Date>>,
    /// What was signed; `niemyet results sign` writes it.
    pub content_hash: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct NamedUnitShape {
    pub id: Scalar<Unit>,
    pub name: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct SurveyResultsShape {
    pub survey: Scalar<Slug>,
    pub version: u16,
    pub name: String,
    pub status: Choice<SurveyStatus>,
    pub citation: Option<String>,
    pub method: Choice<Method>,
    pub aggregate: Choice<Aggregate>,
    #[serde(default)]
    pub factors: Vec<NamedFactorShape>,
    pub questions: Vec<AskedQuestionShape>,
    pub cells: Vec<CellShape>,
    #[serde(default)]
    pub placings: Vec<PlacingShape>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct NamedFactorShape {
    pub id: Scalar<Slug>,
    pub name: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct AskedQuestionShape {
    pub id: Scalar<Slug>,
    /// None for the overall question.
    pub factor: Option<Scalar<Slug>>,
    pub ask: String,
}

/// The figures of a unit on a way.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct CellShape {
    pub unit: Scalar<Unit>,
    pub ways: Scalar<Ways>,
    /// How many ratings; left out where that is withheld.
    pub ratings: Option<u64>,
    #[serde(default)]
    pub figures: Vec<FigureShape>,
    /// What is not shown, because too few answered or because it would tell what too few answered.
    #[serde(default)]
    pub withheld: Vec<Scalar<Topic>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct FigureShape {
    pub of: Scalar<Topic>,
    pub percent: Scalar<Percent>,
    pub low: Scalar<Percent>,
    pub high: Scalar<Percent>,
    pub rule: Choice<IntervalRule>,
    pub n: u64,
    /// Of several criteria, the answers to the one with fewest.
    pub least: Option<u64>,
    /// Of several criteria, all answers together.
    pub answers: Option<u64>,
    /// Criteria with answers.
    pub criteria: Option<usize>,
    /// Criteria that were asked.
    pub asked: Option<usize>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct PlacingShape {
    pub ways: Scalar<Ways>,
    pub comparisons: usize,
    #[serde(default)]
    pub higher: Vec<Scalar<Slug>>,
    #[serde(default)]
    pub same: Vec<Scalar<Slug>>,
    #[serde(default)]
    pub lower: Vec<Scalar<Slug>>,
}

/// A measure against a weak criterion.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::content) struct MeasureShape {
    pub id: Scalar<Slug>,
    /// `site`, an agency, or `<agency>/<counter>`.
    pub unit: Scalar<Unit>,
    pub survey: Scalar<Slug>,
    /// The weak question.
    pub criterion: Scalar<Slug>,
    pub cause: String,
    pub measure: String,
    /// The position of the head who answers for it.
    pub answerable: String,
    pub until: Scalar<Date>,
    /// What came of it; left out while it is under way.
    pub outcome: Option<String>,
    /// Words of a citizen, chosen and masked.
    pub quote: Option<String>,
}

/// Words of a bulletin. Names of units and questions come from the agencies and surveys themselves.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct BulletinWords {
    pub measures: WordMap<MeasureWords>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::content) struct MeasureWords {
    pub cause: Option<String>,
    pub measure: Option<String>,
    pub answerable: Option<String>,
    pub outcome: Option<String>,
    pub quote: Option<String>,
}
