//! The page for a one-time code that proves nothing here: all that was typed is still there, to be sent
//! with the code put right, or openly without it. After a rating that was kept openly the same page asks
//! for the code that verifies it.

use serde::Serialize;

use super::{Call, HiddenField, Meta, Rating};
use crate::publication::{RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// A one-time code that was refused.
#[derive(Debug, Clone, Serialize)]
pub struct TicketRefused {
    /// The head.
    pub meta: Meta,
    /// Why, and what to do; empty if no code has been typed yet.
    pub message: String,
    /// Whether the rating is kept already, so that the code only verifies it.
    pub is_kept: bool,
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

/// What the page asks for.
#[derive(Debug, Clone)]
pub struct TicketAsked<'a> {
    /// All fields of the form but the code, in order.
    pub fields: Vec<HiddenField>,
    /// The code as it was typed.
    pub ticket: &'a str,
    /// Why it proves nothing; empty if none has been typed yet.
    pub message: String,
    /// Whether the rating is kept already.
    pub kept: bool,
}

impl TicketRefused {
    /// The page for `place`.
    pub fn new(
        desk: &RatingDesk,
        place: &RatingPlace,
        asked: TicketAsked<'_>,
        voice: Voice<'_>,
    ) -> Self {
        let TicketAsked { fields, ticket, message, kept } = asked;
        let title = if message.is_empty() { "ticket" } else { "ticket_title" };
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get(title)),
            message,
            is_kept: kept,
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
