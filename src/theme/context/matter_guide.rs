//! Which way is the right one: before anybody writes anything, since what is sent the wrong way is refused today.

use serde::Serialize;

use super::{Call, ContactLines, Link, MatterLinks, Meta, ReceptionLines};
use crate::catalogue::agency::PetitionPath;
use crate::feedback::matter::MatterKind;
use crate::publication::{MatterPlace, RatingDesk};
use crate::theme::{Page, Phrase, Voice};

/// The ways to turn to an agency, or to any.
#[derive(Debug, Clone, Serialize)]
pub struct MatterGuide {
    /// The head.
    pub meta: Meta,
    /// The agency, where one is chosen.
    pub agency: Option<Link>,
    /// Where an agency is chosen.
    pub agencies: String,
    /// The procedure for which an agency is to be chosen.
    pub procedure: Option<Phrase>,
    /// The agencies to choose from, to report about that procedure.
    pub choices: Vec<Link>,
    /// Where a matter is looked up.
    pub track: String,
    /// Where a report is written; only with an agency.
    pub report: String,
    /// The body that receives petitions about the agency.
    pub official: Option<ContactLines>,
    /// Where complaints and denunciations are brought.
    pub complaints: Option<ReceptionLines>,
    /// Whom to call.
    pub phone: Option<Call>,
}

impl MatterGuide {
    /// The ways to turn to `place`, which takes petitions elsewhere; or to any agency.
    pub fn new(
        desk: &RatingDesk,
        place: Option<&MatterPlace>,
        voice: Voice<'_>,
        home: &str,
    ) -> Self {
        let links = MatterLinks::new(desk, voice, home);
        Self {
            meta: Meta::of_desk(desk, voice, voice.words.get("petition_title")),
            agency: place.map(|place| links.agency(place, voice)),
            agencies: links.agencies(),
            procedure: None,
            choices: Vec::new(),
            track: links.track(),
            report: place.map_or_else(String::new, |place| {
                links.bring(MatterKind::Report, place.agency.as_str(), "")
            }),
            official: place
                .filter(|place| place.petitions == PetitionPath::Link)
                .map(|place| ContactLines::of(&place.official, voice)),
            complaints: place
                .and_then(|place| place.complaints.as_ref())
                .map(|reception| ReceptionLines::of(reception, voice)),
            phone: place.and_then(|place| place.help_phone.as_ref()).map(Call::to),
        }
    }
}

impl Page for MatterGuide {
    const TEMPLATE: &'static str = "matter-guide.html";
}

/// The listing that a matter is about.
#[derive(Debug, Clone, Serialize)]
pub struct PostedLine {
    /// Its name.
    pub name: Phrase,
    /// Its code.
    pub procedure: String,
    /// The mark of the edition that is in force; 32 hexadecimal digits.
    pub edition: String,
    /// The day from which it is in force, `2026-07-01`; empty where none is named.
    pub from: String,
}
