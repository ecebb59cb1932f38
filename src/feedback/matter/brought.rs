//! A matter as it was brought. What becomes of it is not here but in its events.

use super::{Contact, Demand, Dues, MatterKind, Posted, TrackingHash};
use crate::feedback::{Mark, personal};
use crate::text::{Language, Slug};

/// A matter whose every part has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The agency that handles it.
    pub agency: Slug,
    /// What is kept of its tracking code. The code comes from the key of the visit, so a form that is sent twice is
    /// one matter.
    pub tracking: TrackingHash,
    /// Its kind.
    pub kind: MatterKind,
    /// The listing that it is about, if it is about one; claimed by the form and checked in shape only.
    pub posted: Option<Posted>,
    /// The counter that it is about, if it is about one.
    pub counter: Option<Slug>,
    /// The address of the page that is wrong, below the root of the site.
    pub page: Option<Box<str>>,
    /// What was asked for beyond the list, ascending; of a report only.
    pub demands: Vec<Demand>,
    /// What was written; may be empty where a demand is ticked.
    pub words: Box<str>,
    /// Who brought it; kept apart.
    pub contact: Option<Contact>,
    /// The language of the page.
    pub language: Language,
    /// When it was received, in milliseconds UTC.
    pub received_at: i64,
    /// By when it is due.
    pub dues: Dues,
    /// Why to look twice, ascending.
    pub marks: Vec<Mark>,
}

impl Matter {
    /// Whether a mark calls for a look before anybody spends time on it: it seems to come from a program.
    pub fn is_suspect(&self) -> bool {
        self.marks.iter().any(|mark| mark.quarantines())
    }

    /// Takes out who brought it: the contact, and in the words what seems to be a number or an address of somebody.
    pub fn forget(&mut self) {
        self.contact = None;
        let mut kept = String::with_capacity(self.words.len());
        let mut from = 0;
        for span in personal::spans(&self.words) {
            kept.push_str(&self.words[from..span.start]);
            kept.push('…');
            from = span.end;
        }
        kept.push_str(&self.words[from..]);
        self.words = kept.into();
    }
}
