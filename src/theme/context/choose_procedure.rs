//! The procedures of a counter, each a way to a rating of that procedure. Nobody must choose: the page
//! leads back as well.

use serde::Serialize;

use super::rating::alternates_of;
use super::{Link, Meta, Rating};
use crate::publication::{RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// A choice of procedure before a rating.
#[derive(Debug, Clone, Serialize)]
pub struct ChooseProcedure {
    /// The head.
    pub meta: Meta,
    /// The counter.
    pub counter: Phrase,
    /// The agency.
    pub agency: Phrase,
    /// The procedures in the order of the counter's page, each with its way to the rating.
    pub procedures: Vec<Link>,
    /// The rating without a procedure.
    pub back: String,
}

impl ChooseProcedure {
    /// The page of `place`.
    pub fn new(desk: &RatingDesk, place: &RatingPlace, voice: Voice<'_>, home: &str) -> Self {
        let mut meta = Meta::of_desk(desk, voice, voice.words.get("choose_title"));
        meta.alternates = alternates_of(desk, place.code, voice, home);
        let below = Rating::below(desk, place, voice);
        let procedures = desk.listings_of(place).map(|listing| Link {
            name: voice.phrase(&listing.name),
            href: format!("{below}/thu-tuc/{}", listing.code.as_str()),
        });
        Self {
            meta,
            counter: voice.phrase(&place.counter_name),
            agency: voice.phrase(&place.agency_name),
            procedures: procedures.collect(),
            back: below,
        }
    }
}

impl Page for ChooseProcedure {
    const TEMPLATE: &'static str = "choose-procedure.html";
}
