//! The printed sheet of a counter.

use serde::Serialize;

use super::Call;
use crate::theme::{Markup, Page, Phrase};

/// The printed sheet of a counter: a page of its own, printed from the browser.
#[derive(Debug, Clone, Serialize)]
pub struct CounterCard {
    /// The title of the document, plain text.
    pub title: String,
    /// The agency above, if any.
    pub parent: Option<Phrase>,
    /// The agency.
    pub agency: Phrase,
    /// The counter, large.
    pub counter: Phrase,
    /// How small its letters must be: nothing, `long` or `longer`.
    pub size: &'static str,
    /// Floor or room.
    pub floor: Option<Phrase>,
    /// How to scan, step by step.
    pub steps: Vec<Phrase>,
    /// The symbol, an SVG element with its quiet zone.
    pub symbol: Markup,
    /// The address in words, without its scheme.
    pub address: String,
    /// The domain alone, to be checked on the telephone.
    pub domain: String,
    /// The code, grouped for reading.
    pub code: String,
    /// The numbers to call.
    pub hotlines: Vec<Call>,
    /// Where the paper box is; the agency's name of its desk.
    pub desk: Option<Phrase>,
    /// Whether the sheet is only for a trial and says so loudly.
    pub trial: bool,
    /// The day the code was minted.
    pub since: String,
}

impl Page for CounterCard {
    const TEMPLATE: &'static str = "counter-card.html";
}
