//! The page after a rating was kept.

use serde::Serialize;

use super::{Call, Link, Meta, Rating};
use crate::publication::{RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// Thanks for a rating, with the receipt.
#[derive(Debug, Clone, Serialize)]
pub struct Thanks {
    /// The head.
    pub meta: Meta,
    /// The receipt code, grouped for reading.
    pub receipt: String,
    /// The counter.
    pub counter: Phrase,
    /// The agency.
    pub agency: Link,
    /// The counter's page.
    pub counter_href: String,
    /// The start page.
    pub start: String,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl Thanks {
    /// Thanks for a rating of `place`. `home` leads to the root of the site.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        receipt: &str,
        voice: Voice<'_>,
        home: &str,
    ) -> Self {
        let links = Rating::links(place, voice, home);
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get("thanks_title")),
            receipt: receipt.into(),
            phone: place.help_phone.as_ref().map(Call::to),
            counter: voice.phrase(&place.counter_name),
            agency: links.agency,
            counter_href: links.counter,
            start: links.start,
        }
    }
}

impl Page for Thanks {
    const TEMPLATE: &'static str = "thanks.html";
}
