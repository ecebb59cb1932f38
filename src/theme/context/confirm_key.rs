//! The one-button page: the first answer to a form that carried no key of its own, because it came
//! from a plain static page without script. It repeats all that was typed and carries a key.

use serde::Serialize;

use super::{Call, Meta, Rating};
use crate::publication::{RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// A field carried along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HiddenField {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// One button: send.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmKey {
    /// The head.
    pub meta: Meta,
    /// Where the form goes.
    pub action: String,
    /// The counter.
    pub counter: Phrase,
    /// The agency.
    pub agency: Phrase,
    /// Everything that was typed, and the fresh key and stamp.
    pub fields: Vec<HiddenField>,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl ConfirmKey {
    /// The page for `place`; `fields` are all fields of the form in order, repeated names included.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        fields: Vec<HiddenField>,
        voice: Voice<'_>,
    ) -> Self {
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get("confirm_title")),
            action: Rating::action(desk, place, voice),
            phone: place.help_phone.as_ref().map(Call::to),
            counter: voice.phrase(&place.counter_name),
            agency: voice.phrase(&place.agency_name),
            fields,
        }
    }
}

impl Page for ConfirmKey {
    const TEMPLATE: &'static str = "confirm-key.html";
}
