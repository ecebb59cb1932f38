//! The page with piles of paper slips.

use serde::Serialize;

use super::{DeskHead, DeskLink, RatingFilter};
use crate::theme::Page;

/// The piles of an agency.
#[derive(Debug, Clone, Serialize)]
pub struct DeskSlipPiles {
    /// What all pages of the desk have.
    pub desk: DeskHead,
    /// The pages about ratings.
    pub parts: Vec<DeskLink>,
    /// Where the form is sent.
    pub action: String,
    /// The id of the agency.
    pub agency: String,
    /// The id of the pile that the form would begin.
    pub id: String,
    /// The counters and surveys to choose from.
    pub choose: RatingFilter,
    /// The first day of collecting, `2026-11-21`.
    pub from: String,
    /// The last day.
    pub until: String,
    /// The first day that is taken.
    pub oldest: String,
    /// The last day that is taken.
    pub today: String,
    /// The piles, the last begun first.
    pub piles: Vec<PileLine>,
}

/// A pile.
#[derive(Debug, Clone, Serialize)]
pub struct PileLine {
    /// Where it is gone on with.
    pub href: String,
    /// The counter.
    pub counter: String,
    /// The survey.
    pub survey: String,
    /// When the slips were collected.
    pub when: String,
    /// How many are keyed in.
    pub slips: u64,
    /// Who began it.
    pub account: String,
    /// Whether it is done.
    pub done: bool,
}

impl Page for DeskSlipPiles {
    const TEMPLATE: &'static str = "desk-slip-piles.html";
}
