//! How to reach an agency. The law keeps three contacts apart; they are never merged.

use serde::Serialize;

use super::Call;
use crate::catalogue::agency::{Contact, Reception};
use crate::theme::{Phrase, Voice};

/// Opening hours on some days.
#[derive(Debug, Clone, Serialize)]
pub struct HoursLine {
    /// The days.
    pub days: String,
    /// From hour to hour, several a day perhaps.
    pub spans: Vec<String>,
}

/// How to reach a desk.
#[derive(Debug, Clone, Serialize)]
pub struct ContactLines {
    /// What it is called.
    pub name: Option<Phrase>,
    /// Its telephone.
    pub phone: Option<Call>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its postal address.
    pub address: Option<Phrase>,
    /// Its website.
    pub website: Option<String>,
    /// When somebody answers.
    pub hours: Option<Phrase>,
}

/// Where citizens are received for khiếu nại, tố cáo.
#[derive(Debug, Clone, Serialize)]
pub struct ReceptionLines {
    /// What it is called.
    pub name: Option<Phrase>,
    /// Where.
    pub place: Phrase,
    /// On which days.
    pub days: Option<Phrase>,
    /// Its telephone.
    pub phone: Option<Call>,
}

/// The three contacts.
#[derive(Debug, Clone, Serialize)]
pub struct ContactTrio {
    /// Help with files.
    pub help: ContactLines,
    /// The receiver of phản ánh, kiến nghị.
    pub petitions: ContactLines,
    /// Reception for khiếu nại, tố cáo.
    pub complaints: Option<ReceptionLines>,
}

/// A number that people may call.
#[derive(Debug, Clone, Serialize)]
pub struct HotlineLines {
    /// The number, with the name of who answers.
    pub call: Call,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its postal address.
    pub address: Option<Phrase>,
    /// When somebody answers.
    pub hours: Option<Phrase>,
}

impl ContactLines {
    /// How to reach a desk, as a voice says it.
    pub fn of(contact: &Contact, voice: Voice<'_>) -> Self {
        Self {
            name: voice.maybe(contact.name.as_ref()),
            phone: contact.phone.as_ref().map(Call::to),
            email: contact.email.as_deref().map(Into::into),
            address: voice.maybe(contact.address.as_ref()),
            website: contact.website.as_deref().and_then(web_address),
            hours: voice.maybe(contact.hours.as_ref()),
        }
    }
}

impl ReceptionLines {
    /// Where citizens are received, as a voice says it.
    pub fn of(reception: &Reception, voice: Voice<'_>) -> Self {
        Self {
            name: voice.maybe(reception.name.as_ref()),
            place: voice.phrase(&reception.place),
            days: voice.maybe(reception.days.as_ref()),
            phone: reception.phone.as_ref().map(Call::to),
        }
    }
}

/// An address fit for a link: only the web's own schemes, whatever content says.
pub fn web_address(address: &str) -> Option<String> {
    let small = address.to_ascii_lowercase();
    let sound = small.starts_with("https://") || small.starts_with("http://");
    sound.then(|| address.to_owned())
}
