//! The page for a printed code that opens no rating: unknown, or withdrawn. Never a redirect:
//! somebody stands before a sheet that may be false, and must read what is the matter.

use serde::Serialize;

use super::rating::alternates_of;
use super::{Call, Link, Meta, Rating};
use crate::catalogue::PrintedCode;
use crate::publication::{RatingDesk, RatingPlace};
use crate::theme::{Page, Phrase, Voice};

/// Why a code opens no rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// No such code was ever printed.
    Unknown,
    /// What was typed cannot be a code: a sign is wrong.
    Mistyped,
    /// The code was withdrawn.
    Retired,
    /// No host takes ratings for this site.
    Hostless,
}

/// A code that opens no rating.
#[derive(Debug, Clone, Serialize)]
pub struct Refused {
    /// The head.
    pub meta: Meta,
    /// Why: `unknown`, `mistyped`, `retired` or `hostless`.
    pub reason: Refusal,
    /// The code as it was asked for; empty where it is too odd to repeat.
    pub code: String,
    /// The counter it stood at.
    pub counter: Option<Phrase>,
    /// The agency it stood at.
    pub agency: Option<Link>,
    /// The code in its place.
    pub successor: Option<Link>,
    /// Whom to call.
    pub phone: Option<Call>,
    /// The list of agencies.
    pub agencies: String,
}

impl Refused {
    /// A code that was withdrawn, with its way on.
    pub fn retired(desk: &RatingDesk, place: &RatingPlace, voice: Voice<'_>, home: &str) -> Self {
        let links = Rating::links(place, voice, home);
        let successor = place.successor.map(|code| Link {
            name: Phrase::plain(&code.grouped()),
            href: Rating::page_of(code, voice, home),
        });
        Self {
            code: place.code.grouped(),
            counter: Some(voice.phrase(&place.counter_name)).filter(|name| !name.is_empty()),
            agency: Some(links.agency),
            successor,
            phone: place.help_phone.as_ref().map(Call::to),
            ..Self::unknown(desk, Refusal::Retired, Some(place.code), voice, home)
        }
    }

    /// A code of a site that nobody answers for: a form would lose all that is typed.
    pub fn hostless(desk: &RatingDesk, place: &RatingPlace, voice: Voice<'_>, home: &str) -> Self {
        let retired = Self::retired(desk, place, voice, home);
        Self { reason: Refusal::Hostless, successor: None, ..retired }
    }

    /// A code that nobody printed, or that is mistyped.
    pub fn unknown(
        desk: &RatingDesk,
        reason: Refusal,
        code: Option<PrintedCode>,
        voice: Voice<'_>,
        home: &str,
    ) -> Self {
        let mut meta = Meta::of_desk(desk, voice, voice.words.get("refused_title"));
        if let Some(code) = code {
            meta.alternates = alternates_of(desk, code, voice, home);
        }
        Self {
            meta,
            reason,
            code: code.map(|code| code.grouped()).unwrap_or_default(),
            counter: None,
            agency: None,
            successor: None,
            phone: None,
            agencies: Rating::agencies(voice, home),
        }
    }
}

impl Page for Refused {
    const TEMPLATE: &'static str = "refused.html";
}
