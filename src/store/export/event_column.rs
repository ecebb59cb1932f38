//! The columns of a table of what was done with matters: one row an event.

use super::cell::Cell;
use super::disclosed::Disclosed;
use super::matter_column::{day, settled_word, word};
use crate::feedback::matter::{Act, ActKind, By, Dues, Event};
use crate::store::stored_rating::digits;
use crate::store::tally::LocalTime;
use crate::store::utc;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EventColumn {
    Matter,
    Agency,
    Number,
    At,
    Day,
    By,
    Account,
    Act,
    Settled,
    Words,
    Body,
    BodyContact,
    To,
    NationalNumber,
    ReopenUntil,
    HandledBy,
    AnsweredBy,
}

impl EventColumn {
    /// All columns, from left to right.
    pub(super) const ALL: [Self; 17] = [
        Self::Matter,
        Self::Agency,
        Self::Number,
        Self::At,
        Self::Day,
        Self::By,
        Self::Account,
        Self::Act,
        Self::Settled,
        Self::Words,
        Self::Body,
        Self::BodyContact,
        Self::To,
        Self::NationalNumber,
        Self::ReopenUntil,
        Self::HandledBy,
        Self::AnsweredBy,
    ];

    /// Its heading.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Matter => "matter",
            Self::Agency => "agency",
            Self::Number => "number",
            Self::At => "at",
            Self::Day => "day",
            Self::By => "by",
            Self::Account => "account",
            Self::Act => "act",
            Self::Settled => "settled",
            Self::Words => "words",
            Self::Body => "body",
            Self::BodyContact => "body_contact",
            Self::To => "to",
            Self::NationalNumber => "national_number",
            Self::ReopenUntil => "reopen_until",
            Self::HandledBy => "handled_by",
            Self::AnsweredBy => "answered_by",
        }
    }

    /// What stands in it, of the event with this number.
    pub(super) fn cell(self, one: &Disclosed<'_>, number: u32, event: &Event) -> Cell {
        let act = &event.act;
        match self {
            Self::Matter => Cell::Text(digits(&one.stored.id)),
            Self::Agency => Cell::Text(one.stored.matter.agency.to_string()),
            Self::Number => Cell::Number(number),
            Self::At => Cell::Text(utc::written(event.at)),
            Self::Day => Cell::Number(LocalTime::of(event.at).day),
            Self::By => word(event.by.word()),
            Self::Account => event.by.account().map(str::to_owned).into(),
            Self::Act => word(act.kind().word()),
            Self::Settled => match act {
                Act::Answer { settled, .. } => word(settled_word(*settled)),
                _ => Cell::Blank,
            },
            Self::Words => match act {
                Act::Refuse { reason: words, .. }
                | Act::Answer { words, .. }
                | Act::Reopen { words, .. }
                | Act::Note { words } => Cell::Text(one.words(words)),
                _ => Cell::Blank,
            },
            Self::Body => match act {
                Act::PassOn { body, .. } => Cell::Text(body.to_string()),
                _ => Cell::Blank,
            },
            Self::BodyContact => match act {
                Act::PassOn { contact, .. } => Cell::Text(contact.to_string()),
                _ => Cell::Blank,
            },
            Self::To => match act {
                Act::Assign { to } => to.as_deref().map(str::to_owned).into(),
                _ => Cell::Blank,
            },
            Self::NationalNumber => match act {
                Act::Register { number } => Cell::Text(number.to_string()),
                _ => Cell::Blank,
            },
            Self::ReopenUntil => match act {
                Act::PassOn { reopen_until, .. }
                | Act::Refuse { reopen_until, .. }
                | Act::Answer { reopen_until, .. } => day(Some(*reopen_until)),
                _ => Cell::Blank,
            },
            Self::HandledBy => day(dues(act).map(|dues| dues.handled)),
            Self::AnsweredBy => day(dues(act).map(|dues| dues.answered)),
        }
    }

    /// The words that stand in it, where it holds words of ours.
    pub(super) fn words(self) -> Vec<&'static str> {
        match self {
            Self::By => {
                [By::Citizen, By::Officer("".into()), By::System].map(|by| by.word()).to_vec()
            }
            Self::Act => ActKind::ALL.map(ActKind::word).to_vec(),
            _ => Vec::new(),
        }
    }
}

/// The due days that an act sets.
fn dues(act: &Act) -> Option<Dues> {
    match act {
        Act::Receive { dues } | Act::Reopen { dues, .. } => Some(*dues),
        _ => None,
    }
}
