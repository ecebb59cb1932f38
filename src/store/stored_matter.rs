//! A matter as it lies in the store, and a line of a list of them.

use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::matter::{Demand, Dues, Event, Life, Matter, MatterKind, State};
use crate::text::{Date, Slug};

/// A matter with its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMatter {
    /// Its id, made when it was received: six bytes of time, ten random ones.
    pub id: [u8; 16],
    /// What was brought; the contact is none once it is deleted.
    pub matter: Matter,
    /// Its log, at least one event.
    pub events: Vec<Event>,
    /// What the log amounts to.
    pub life: Life,
}

/// A matter in a list, without its log and its contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterLine {
    /// The agency.
    pub agency: Slug,
    /// Its id.
    pub id: [u8; 16],
    /// Its kind.
    pub kind: MatterKind,
    /// The procedure that it is about.
    pub procedure: Option<ProcedureCode>,
    /// The counter that it is about.
    pub counter: Option<Slug>,
    /// What was asked for beyond the list.
    pub demands: Vec<Demand>,
    /// What was written.
    pub words: Box<str>,
    /// When it was received, in milliseconds UTC.
    pub received_at: i64,
    /// Where its handling stands.
    pub state: State,
    /// The day by which the next thing must be done.
    pub due: Option<Date>,
    /// By when it is due since it was received or reopened.
    pub dues: Dues,
    /// How many events it has.
    pub events: u32,
    /// When the last was, in milliseconds UTC.
    pub changed_at: i64,
    /// The account that has taken it on.
    pub assigned: Option<Box<str>>,
    /// Its number in the national system.
    pub number: Option<Box<str>>,
    /// Whether it seems to come from a program and no officer has looked at it.
    pub held: bool,
}
