//! A fee line: phí and lệ phí are different in law and are never summed silently.

use serde::{Deserialize, Serialize};

use crate::catalogue::Told;
use crate::text::{Date, Money, Slug, Text};

/// Phí or lệ phí.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FeeKind {
    /// Phí: pays for a service.
    Fee,
    /// Lệ phí: a charge fixed by law.
    Charge,
}

/// What is to be paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Price {
    /// An amount.
    Amount(Money),
    /// The decision's own words, which name none.
    AsAnnounced(Box<str>),
}

/// One line of what a channel costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// Its id, the same from edition to edition.
    pub id: Slug,
    /// Phí or lệ phí, where the decision says which.
    pub kind: Told<FeeKind>,
    /// What is to be paid.
    pub price: Price,
    /// For each what: `trang`, `bản`.
    pub per: Option<Text>,
    /// A share of what, for a percentage.
    pub of: Option<Text>,
    /// On which condition.
    pub when: Option<Text>,
    /// From this day.
    pub from: Option<Date>,
    /// To this day, inclusive.
    pub to: Option<Date>,
    /// The number of the act that sets it.
    pub act: Option<Box<str>>,
    /// What else must be known.
    pub note: Option<Text>,
}
