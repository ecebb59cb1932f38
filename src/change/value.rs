//! What is said in a fact.

use super::weight::alike;
use crate::catalogue::Told;
use crate::catalogue::agency::{OpeningHours, PetitionPath};
use crate::catalogue::procedure::{
    Applicant, ChannelKind, Decision, Fee, FeeKind, HandIn, OnlineLevel, Price, ProcedureKind,
    ProcedureLevel, StartEvent, TimeLimit,
};
use crate::text::{Date, Hour, Slug, Text};

/// What is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// That there is none: a statement, not silence.
    Nothing,
    /// The decision's own words.
    Quote(Box<str>),
    /// Words in which only figures are substance: names, steps, guidance.
    Prose(Text),
    /// Words that are themselves the fact: a place, a body.
    Words(Text),
    /// A number or an address, the same in every language.
    Plain(Box<str>),
    /// What is to be paid.
    Fee(Box<FeeLine>),
    /// How long it takes.
    Limit(TimeLimit),
    /// How many originals and copies.
    Copies(u8, u8),
    /// How many sets.
    Sets(u8),
    /// What happens to a paper at the counter.
    HandIn(HandIn),
    /// A way to file.
    Channel(ChannelKind),
    /// How much can be done online.
    Online(OnlineLevel),
    /// What starts the clock.
    Starts(StartEvent),
    /// An hour of the day.
    Hour(Hour),
    /// Opening hours.
    Hours(Vec<OpeningHours>),
    /// Who may apply.
    Applicants(Vec<Applicant>),
    /// On which levels.
    Levels(Vec<ProcedureLevel>),
    /// The legal kind.
    Kind(ProcedureKind),
    /// The announcing decision.
    Decision(Box<Decision>),
    /// The order in which things stand, by id.
    Order(Vec<Slug>),
    /// How petitions are taken.
    Petitions(PetitionPath),
}

/// A line of what a way to file costs, without its remark and the act that sets it, which are facts of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct FeeLine {
    /// Phí or lệ phí.
    pub kind: Told<FeeKind>,
    /// What is to be paid.
    pub price: Price,
    /// For each what.
    pub per: Option<Text>,
    /// A share of what.
    pub of: Option<Text>,
    /// On which condition.
    pub when: Option<Text>,
    /// From this day.
    pub from: Option<Date>,
    /// To this day, inclusive.
    pub to: Option<Date>,
}

impl FeeLine {
    /// The line of a fee.
    pub fn of(fee: &Fee) -> Self {
        let Fee { id: _, kind, price, per, of, when, from, to, act: _, note: _ } = fee;
        Self {
            kind: kind.clone(),
            price: price.clone(),
            per: per.clone(),
            of: of.clone(),
            when: when.clone(),
            from: *from,
            to: *to,
        }
    }

    /// Whether two lines ask for the same in other words.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let texts = |line: &Self| [line.per.clone(), line.of.clone(), line.when.clone()];
        let alike = |(one, other): (Option<Text>, Option<Text>)| match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => alike(&one, &other),
            _ => false,
        };
        (&self.kind, &self.price, self.from, self.to)
            == (&other.kind, &other.price, other.from, other.to)
            && texts(self).into_iter().zip(texts(other)).all(alike)
    }
}
