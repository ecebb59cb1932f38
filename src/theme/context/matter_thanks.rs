//! The page after a matter was received: the tracking code, by when there is an answer, and how to keep the code.

use serde::Serialize;

use super::{Call, Link, MatterLinks, Meta};
use crate::feedback::matter::{Dues, MatterKind};
use crate::publication::{MatterPlace, RatingDesk};
use crate::theme::{Page, Voice};

/// Thanks for a matter, with its tracking code.
#[derive(Debug, Clone, Serialize)]
pub struct MatterThanks {
    /// The head.
    pub meta: Meta,
    /// The kind: `petition`, `report` or `page_error`.
    pub kind: String,
    /// The agency.
    pub agency: Link,
    /// The tracking code, grouped for reading; empty when the page may not show it any more.
    pub code: String,
    /// The day by which it is accepted, passed on or refused.
    pub handled: String,
    /// The day by which it is answered.
    pub answered: String,
    /// Where it is looked up.
    pub track: String,
    /// The start page.
    pub start: String,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl MatterThanks {
    /// Thanks for a matter that was brought to `place`. `home` leads to the root of the site.
    pub fn new(
        desk: &RatingDesk,
        place: &MatterPlace,
        (kind, dues): (MatterKind, Dues),
        code: Option<String>,
        voice: Voice<'_>,
        home: &str,
    ) -> Self {
        let links = MatterLinks::new(desk, voice, home);
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get("matter_thanks_title")),
            kind: kind.word().into(),
            agency: links.agency(place, voice),
            code: code.unwrap_or_default(),
            handled: voice.words.date(dues.handled),
            answered: voice.words.date(dues.answered),
            track: links.track(),
            start: links.start(),
            phone: place.help_phone.as_ref().map(Call::to),
        }
    }
}

impl Page for MatterThanks {
    const TEMPLATE: &'static str = "matter-thanks.html";
}
