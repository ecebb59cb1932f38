//! Fields of administration: the list of them, and one with its procedures.

use serde::Serialize;

use super::{CountedLink, Link, Meta, PartLink, ProcedureRow, SearchField};
use crate::theme::{Page, Phrase};

/// All fields.
#[derive(Debug, Clone, Serialize)]
pub struct Fields {
    /// The head.
    pub meta: Meta,
    /// Where a procedure is looked for.
    pub search: SearchField,
    /// The fields with their numbers of procedures.
    pub fields: Vec<CountedLink>,
}

/// A field with its procedures, or one part of them.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// The head.
    pub meta: Meta,
    /// Its name.
    pub name: Phrase,
    /// The list of fields.
    pub up: Link,
    /// Procedures in all, with their noun.
    pub total: String,
    /// Its changes as an Atom feed; empty where nothing changed yet.
    pub feed: String,
    /// The procedures, in the order of the alphabet.
    pub procedures: Vec<ProcedureRow>,
    /// The parts; empty where the list is whole.
    pub parts: Vec<PartLink>,
}

impl Page for Fields {
    const TEMPLATE: &'static str = "fields.html";
}

impl Page for Field {
    const TEMPLATE: &'static str = "field.html";
}
