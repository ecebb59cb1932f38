//! What is said about a procedure, both on its own page and on the page of one agency's offering.

use serde::Serialize;

use super::{Case, Channel, DayTable, Link, Said};
use crate::theme::{Markup, Phrase};

/// One line of the summary box; several channels may say different things.
#[derive(Debug, Clone, Serialize)]
pub struct GlanceLine {
    /// Which channel; absent where all say the same.
    pub label: Option<String>,
    /// What it says.
    pub text: Phrase,
    /// Whether these are the announcing decision's own words.
    pub quoted: bool,
}

/// The summary box: who, where, how long, how much, what to bring.
#[derive(Debug, Clone, Serialize)]
pub struct Glance {
    /// Who may apply; empty where it is not said.
    pub who: String,
    /// The body that handles it.
    pub handled_by: Said,
    /// In which ways it can be filed.
    pub ways: String,
    /// How long it takes.
    pub time: Vec<GlanceLine>,
    /// What it costs.
    pub cost: Vec<GlanceLine>,
    /// How many papers, in words.
    pub bring: Said,
}

/// The button that leads to online filing.
#[derive(Debug, Clone, Serialize)]
pub struct OnlineButton {
    /// Where to file, an absolute address.
    pub href: String,
    /// "Toàn trình" or "Một phần".
    pub level: Option<String>,
}

/// A list that the law lets an agency answer with "none".
#[derive(Debug, Clone, Serialize)]
pub struct Listing<T: Serialize> {
    /// Said to be none.
    pub none: bool,
    /// The announcing decision's own words in place of a list.
    pub quote: Option<Phrase>,
    /// The entries.
    pub items: Vec<T>,
}

/// A step: a position, what it does, by when.
#[derive(Debug, Clone, Serialize)]
pub struct StepLine {
    /// The position answerable; absent where the decision names none.
    pub position: Option<Said>,
    /// What is done.
    pub action: Phrase,
    /// How long it may take.
    pub time: Option<String>,
}

/// A result.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeLine {
    /// Its name.
    pub name: Phrase,
    /// How long it is valid.
    pub validity: Option<Said>,
    /// How it is returned.
    pub returned: Option<Phrase>,
}

/// A legal act that a procedure rests on.
#[derive(Debug, Clone, Serialize)]
pub struct ActLine {
    /// Its number.
    pub number: String,
    /// Its title, if somebody has read it.
    pub title: Option<Phrase>,
    /// The body that issued it.
    pub issuer: Option<Phrase>,
    /// The day it was issued.
    pub issued: Option<String>,
}

/// A body that takes part, with its part.
#[derive(Debug, Clone, Serialize)]
pub struct BodyLine {
    /// Its part: "Cơ quan có thẩm quyền".
    pub role: String,
    /// The body.
    pub name: Said,
}

/// Everything that is said about a procedure, as it holds for this page.
#[derive(Debug, Clone, Serialize)]
pub struct Particulars {
    /// Its code.
    pub code: String,
    /// The name for headings.
    pub name: Phrase,
    /// The official name, where the heading is shorter.
    pub full_name: Option<Phrase>,
    /// Its field.
    pub field: Link,
    /// What people call it.
    pub aliases: Option<Phrase>,
    /// One plain sentence.
    pub summary: Option<Phrase>,
    /// The summary box.
    pub glance: Glance,
    /// Where to file online.
    pub online: Option<OnlineButton>,
    /// Papers by situation; absent where nothing is said about them.
    pub cases: Option<Listing<Case>>,
    /// Whether the papers are on pages of their own, one for each case.
    pub cases_apart: bool,
    /// Other sections that are on pages of their own.
    pub apart: Vec<Link>,
    /// The number of the first paper or step, where earlier ones stand on an earlier part.
    pub start: usize,
    /// How many sets of papers, in words.
    pub file_sets: Option<Said>,
    /// Ways to file.
    pub channels: Vec<Channel>,
    /// The working calendar; absent where no day is to be reckoned from it.
    pub days: Option<DayTable>,
    /// Steps, in order.
    pub steps: Vec<StepLine>,
    /// Requirements; absent where nothing is said about them.
    pub conditions: Option<Listing<Phrase>>,
    /// Results; absent where nothing is said about them.
    pub results: Option<Listing<OutcomeLine>>,
    /// Bodies that take part.
    pub bodies: Vec<BodyLine>,
    /// The one position answerable for the whole.
    pub answerable: Option<Phrase>,
    /// At which level it is carried out, in words.
    pub level: String,
    /// Its legal kind, in words.
    pub kind: Option<String>,
    /// Acts that it rests on.
    pub acts: Vec<ActLine>,
    /// Longer guidance.
    pub guidance: Option<Markup>,
    /// The decision that announced it.
    pub decision: Option<Phrase>,
    /// From when to when it is in force, in words.
    pub in_force: Option<String>,
    /// The day somebody compared this with its source.
    pub checked_on: Option<String>,
}
