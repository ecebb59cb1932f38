//! The one-button page: it repeats all that was typed. It is the first answer to a form that carried no key of its own,
//! because it came from a plain static page without script; and the answer to one of too many at once.

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
    /// How long to wait before sending, in words; empty where there is no need to wait.
    pub wait: String,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl ConfirmKey {
    /// The page for `place`; `fields` are all fields of the form in order, repeated names included; `wait` is in
    /// seconds.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        fields: Vec<HiddenField>,
        wait: Option<u64>,
        voice: Voice<'_>,
    ) -> Self {
        let title = if wait.is_some() { "wait_title" } else { "confirm_title" };
        let seconds = |seconds| usize::try_from(seconds).unwrap_or(usize::MAX);
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get(title)),
            wait: wait.map(|wait| voice.words.count("seconds", seconds(wait))).unwrap_or_default(),
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
