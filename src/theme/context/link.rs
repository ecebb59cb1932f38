//! Links as templates receive them; all addresses are ready to stand in `href`.

use serde::Serialize;

use crate::text::Phone;
use crate::theme::Phrase;

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What it says.
    pub name: Phrase,
    /// Where it leads.
    pub href: String,
}

/// A link to a list, with the length of the list.
#[derive(Debug, Clone, Serialize)]
pub struct CountedLink {
    /// What it says.
    pub name: Phrase,
    /// Where it leads.
    pub href: String,
    /// How many entries the list has, with its noun: "12 thủ tục".
    pub count: String,
}

/// A procedure in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ProcedureRow {
    /// Its name for lists.
    pub name: Phrase,
    /// Its page.
    pub href: String,
    /// Its code.
    pub code: String,
    /// Whether it can be filed online.
    pub online: bool,
}

/// One part of a list that is split.
#[derive(Debug, Clone, Serialize)]
pub struct PartLink {
    /// Its number, from 1.
    pub number: usize,
    /// Where it is.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// A telephone number to call.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// Who answers; absent where the place says it.
    pub name: Option<Phrase>,
    /// The number as people read it.
    pub number: String,
    /// The number after `tel:`.
    pub tel: String,
}

impl Call {
    /// A number without a name.
    pub fn to(phone: &Phone) -> Self {
        Self { name: None, number: phone.written().into(), tel: phone.dialled() }
    }

    /// A number with the name of who answers.
    pub fn named(name: Phrase, phone: &Phone) -> Self {
        Self { name: Some(name), ..Self::to(phone) }
    }
}
