//! A rating as it will be kept. There is no place in it for a name, an address, a device or a session.

use super::{AnswerValue, Key, Mark, Mode, Receipt, Ticket};
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::text::{Language, Slug};

/// The procedure that a rating is about, in the wording that the citizen saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The procedure.
    pub procedure: ProcedureCode,
    /// The edition, by its content.
    pub edition: EditionMark,
}

/// A rating whose every part has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The key of the visit; one key counts once.
    pub key: Key,
    /// What the citizen may keep to prove that it was received.
    pub receipt: Receipt,
    /// The survey that was answered.
    pub survey: Slug,
    /// Its version.
    pub version: u16,
    /// The agency.
    pub agency: Slug,
    /// The service point where the counter stood; none where the agency names none, and in ratings from
    /// before it was kept.
    pub point: Option<Slug>,
    /// The counter.
    pub counter: Slug,
    /// The printed code under which the page was opened.
    pub code: PrintedCode,
    /// The procedure, if the page was about one; claimed by the form and checked in shape only.
    pub about: Option<About>,
    /// The language of the page.
    pub language: Language,
    /// The way on which it came.
    pub mode: Mode,
    /// The one-time code that proved a visit, if one did.
    pub ticket: Option<Ticket>,
    /// The answers, in the order of the survey, at least one.
    pub answers: Vec<(Slug, AnswerValue)>,
    /// When it was received, in milliseconds UTC.
    pub received_at: i64,
    /// Why to look twice, ascending.
    pub marks: Vec<Mark>,
}

impl Submission {
    /// Whether a one-time code proved a visit. Verified and open ratings are counted apart.
    pub fn verified(&self) -> bool {
        self.ticket.is_some()
    }

    /// Whether a mark calls for a look before the rating is counted with the others.
    pub fn quarantined(&self) -> bool {
        self.marks.iter().any(|mark| mark.quarantines())
    }
}
