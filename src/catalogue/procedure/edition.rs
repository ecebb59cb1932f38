//! An edition: one wording of a procedure, in force from a day. This is the compact head that a
//! publication keeps in memory; the body is loaded when its page is written.

use serde::{Deserialize, Serialize};

use super::{Apart, ChannelKind, OnlineLevel, ProcedureCode, ProcedureLevel};
use crate::text::{Date, Slug, Text};

/// The first 16 bytes of the hash of an edition's content: a listing is known as (agency, code,
/// edition, mark), and ratings and reports keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EditionMark(pub [u8; 16]);

/// The head of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The procedure.
    pub code: ProcedureCode,
    /// Its field.
    pub field: Slug,
    /// In force from this day.
    pub from: Option<Date>,
    /// In force to this day, inclusive.
    pub to: Option<Date>,
    /// Whether its file name says the day (`code@date.yaml`), so that its page has a dated address.
    pub dated: bool,
    /// The hash of its content.
    pub mark: EditionMark,
    /// The name for lists.
    pub name: Text,
    /// The official name, where the name for lists is a shorter one; for search.
    pub official: Option<Text>,
    /// What people call it, for search.
    pub aliases: Vec<Text>,
    /// The level or levels.
    pub level: Vec<ProcedureLevel>,
    /// The kinds of channels it has.
    pub channels: Vec<(ChannelKind, Option<OnlineLevel>)>,
    /// The sections that stand on pages of their own, in the order of the page.
    pub apart: Vec<Apart>,
}
