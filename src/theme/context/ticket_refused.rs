//! The page for a one-time code that proves nothing here: all that was typed is still there, to be sent
//! with the code put right, or openly without it.

use serde::Serialize;

use super::{Call, HiddenField, Meta, Rating};
use crate::publication::{RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// A one-time code that was refused.
#[derive(Debug, Clone, Serialize)]
pub struct TicketRefused {
    /// The head.
    pub meta: Meta,
    /// Why, and what to do.
    pub message: String,
    /// Where the form goes.
    pub action: String,
    /// The counter.
    pub counter: Phrase,
    /// The agency.
    pub agency: Phrase,
    /// Everything else that was typed.
    pub fields: Vec<HiddenField>,
    /// The code as it was typed.
    pub ticket: String,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl TicketRefused {
    /// The page for `place`; `fields` are all fields of the form but the code, in order.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        fields: Vec<HiddenField>,
        ticket: &str,
        message: String,
        voice: Voice<'_>,
    ) -> Self {
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get("ticket_title")),
            message,
            action: Rating::action(desk, place, voice),
            counter: voice.phrase(&place.counter_name),
            agency: voice.phrase(&place.agency_name),
            fields,
            ticket: ticket.into(),
            phone: place.help_phone.as_ref().map(Call::to),
        }
    }
}

impl Page for TicketRefused {
    const TEMPLATE: &'static str = "ticket-refused.html";
}
