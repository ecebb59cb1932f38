//! The page of an agency.

use serde::Serialize;

use super::{ContactTrio, CounterRow, HotlineLines, HoursLine, Link, Meta, PartLink, ProcedureRow};
use crate::theme::{Page, Phrase};

/// What stands on the door: where it is and when it is open.
#[derive(Debug, Clone, Serialize)]
pub struct Door {
    /// What the one-stop desk is called.
    pub one_stop: Option<Phrase>,
    /// What people call it besides.
    pub one_stop_alias: Option<Phrase>,
    /// The address.
    pub address: Phrase,
    /// How to find it or get in.
    pub note: Option<Phrase>,
    /// When it is open.
    pub hours: Vec<HoursLine>,
    /// Until which hour a file counts as of that day, in words.
    pub cutoff: Option<String>,
}

/// A service point.
#[derive(Debug, Clone, Serialize)]
pub struct PointLines {
    /// Its name.
    pub name: Phrase,
    /// Its address.
    pub address: Option<Phrase>,
    /// When it is open, where that differs.
    pub hours: Vec<HoursLine>,
    /// Other agencies it receives for.
    pub receives_for: Vec<Link>,
}

/// How the agency's posting stands against the list that was announced for it.
#[derive(Debug, Clone, Serialize)]
pub struct PostingLines {
    /// "Đã niêm yết 214/214 thủ tục".
    pub line: String,
    /// Whether all are posted and none besides.
    pub complete: bool,
    /// The decision that announced the list.
    pub decision: String,
    /// On the list but not posted.
    pub missing: Vec<String>,
    /// Posted but not on the list.
    pub surplus: Vec<Link>,
}

/// Procedures of one field.
#[derive(Debug, Clone, Serialize)]
pub struct FieldGroup {
    /// The field.
    pub name: Phrase,
    /// The id of its heading.
    pub anchor: String,
    /// The procedures, in the order of the alphabet.
    pub procedures: Vec<ProcedureRow>,
}

/// The page of an agency, or a further part of its list.
#[derive(Debug, Clone, Serialize)]
pub struct Agency {
    /// The head.
    pub meta: Meta,
    /// Its name.
    pub name: Phrase,
    /// The agency above it.
    pub parent: Option<Link>,
    /// Whether this is the first part, which says all about the agency.
    pub first: bool,
    /// Where it is and when it is open.
    pub door: Door,
    /// The three contacts.
    pub contacts: ContactTrio,
    /// Numbers to call.
    pub hotlines: Vec<HotlineLines>,
    /// Service points.
    pub points: Vec<PointLines>,
    /// Counters.
    pub counters: Vec<CounterRow>,
    /// Its posting against its announced list; absent without such a list.
    pub posting: Option<PostingLines>,
    /// Procedures in all, with their noun.
    pub total: String,
    /// Changes of what it offers as an Atom feed; empty where nothing changed yet.
    pub feed: String,
    /// The procedures of this part, by field.
    pub groups: Vec<FieldGroup>,
    /// The parts; empty where the list is whole.
    pub parts: Vec<PartLink>,
    /// Where somebody reports what was asked for beyond the list; empty where no host answers.
    pub report: String,
    /// Where petitions are written; empty where no host answers.
    pub petition: String,
    /// Its figures in the newest bulletin that has some.
    pub results: Option<Link>,
}

impl Page for Agency {
    const TEMPLATE: &'static str = "agency.html";
}
