//! Ways to file, each with its own time limits and fees.

use serde::Serialize;

use super::{FilingRule, Said};
use crate::theme::Phrase;

/// An act that is cited.
#[derive(Debug, Clone, Serialize)]
pub struct ActLink {
    /// Its number.
    pub number: String,
    /// Its title, if somebody has read it.
    pub title: Option<Phrase>,
}

/// A time limit.
#[derive(Debug, Clone, Serialize)]
pub struct LimitLine {
    /// In which situation; absent for the usual one.
    pub when: Option<Phrase>,
    /// The limit; a quotation where `quoted` says so.
    pub text: Phrase,
    /// Whether these are the announcing decision's own words, which leave the limit open.
    pub quoted: bool,
}

/// A fee. Phí and lệ phí are different in law and never summed.
#[derive(Debug, Clone, Serialize)]
pub struct FeeLine {
    /// "Phí" or "Lệ phí", or how the decision calls it.
    pub kind: Said,
    /// What is to be paid; a quotation where `quoted` says so.
    pub price: Phrase,
    /// Whether these are the announcing decision's own words, which name no sum.
    pub quoted: bool,
    /// For each what: "bản".
    pub per: Option<Phrase>,
    /// A share of what.
    pub of: Option<Phrase>,
    /// On which condition.
    pub when: Option<Phrase>,
    /// From when to when, in words.
    pub validity: Option<String>,
    /// The act that sets it.
    pub act: Option<ActLink>,
    /// What else must be known.
    pub note: Option<Phrase>,
}

/// What a channel costs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FeeList {
    /// In place of a list: that it costs nothing, that nothing is said of it, or that the lines
    /// follow on the next page.
    pub told: Option<String>,
    /// The announcing decision's own words in place of a list.
    pub quote: Option<Phrase>,
    /// The lines.
    pub lines: Vec<FeeLine>,
}

/// A way to file.
#[derive(Debug, Clone, Serialize)]
pub struct Channel {
    /// "Tại quầy", "Trực tuyến", "Qua bưu chính".
    pub kind: String,
    /// For online filing: "toàn trình" or "một phần".
    pub level: Option<Said>,
    /// For online filing: where.
    pub address: Option<String>,
    /// For online filing without an address: what is said of it.
    pub no_address: Option<Said>,
    /// Its time limits, the usual one first; empty where none is said.
    pub limits: Vec<LimitLine>,
    /// From when the time counts, in words.
    pub starts: Option<String>,
    /// Until which hour a file counts as of that day, in words.
    pub cutoff: Option<String>,
    /// From which the day to expect is reckoned; absent for limits that name no day.
    pub rule: Option<FilingRule>,
    /// What it costs.
    pub fees: FeeList,
    /// What else must be known.
    pub note: Option<Phrase>,
}
