//! The columns of a table of matters: one row a matter. The hash of the tracking code is left out: it proves nothing to
//! a reader.

use super::cell::Cell;
use super::disclosed::Disclosed;
use crate::feedback::matter::{Act, ActKind, Demand, Event, MatterKind, Settled, State};
use crate::store::stored_rating::digits;
use crate::store::tally::LocalTime;
use crate::store::{marks_text, utc};
use crate::text::{Date, Slug};

/// A column. Both the table and the dictionary go by this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatterColumn {
    Matter,
    ReceivedAt,
    Day,
    Agency,
    Kind,
    Procedure,
    EditionFrom,
    Edition,
    Counter,
    Page,
    Demands,
    Language,
    Words,
    State,
    HandledBy,
    AnsweredBy,
    Due,
    HandledAt,
    DecidedAt,
    Settled,
    Body,
    Answer,
    Reopened,
    ReopenUntil,
    Assigned,
    Number,
    Events,
    ChangedAt,
    Marks,
    Held,
    Contact,
    Name,
    Phone,
    Email,
    Address,
}

impl MatterColumn {
    /// All columns, from left to right.
    pub(super) const ALL: [Self; 35] = [
        Self::Matter,
        Self::ReceivedAt,
        Self::Day,
        Self::Agency,
        Self::Kind,
        Self::Procedure,
        Self::EditionFrom,
        Self::Edition,
        Self::Counter,
        Self::Page,
        Self::Demands,
        Self::Language,
        Self::Words,
        Self::State,
        Self::HandledBy,
        Self::AnsweredBy,
        Self::Due,
        Self::HandledAt,
        Self::DecidedAt,
        Self::Settled,
        Self::Body,
        Self::Answer,
        Self::Reopened,
        Self::ReopenUntil,
        Self::Assigned,
        Self::Number,
        Self::Events,
        Self::ChangedAt,
        Self::Marks,
        Self::Held,
        Self::Contact,
        Self::Name,
        Self::Phone,
        Self::Email,
        Self::Address,
    ];

    /// Its heading.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Matter => "matter",
            Self::ReceivedAt => "received_at",
            Self::Day => "day",
            Self::Agency => "agency",
            Self::Kind => "kind",
            Self::Procedure => "procedure",
            Self::EditionFrom => "edition_from",
            Self::Edition => "edition",
            Self::Counter => "counter",
            Self::Page => "page",
            Self::Demands => "demands",
            Self::Language => "language",
            Self::Words => "words",
            Self::State => "state",
            Self::HandledBy => "handled_by",
            Self::AnsweredBy => "answered_by",
            Self::Due => "due",
            Self::HandledAt => "handled_at",
            Self::DecidedAt => "decided_at",
            Self::Settled => "settled",
            Self::Body => "body",
            Self::Answer => "answer",
            Self::Reopened => "reopened",
            Self::ReopenUntil => "reopen_until",
            Self::Assigned => "assigned",
            Self::Number => "number",
            Self::Events => "events",
            Self::ChangedAt => "changed_at",
            Self::Marks => "marks",
            Self::Held => "held",
            Self::Contact => "contact",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
        }
    }

    /// What stands in it.
    pub(super) fn cell(self, one: &Disclosed<'_>) -> Cell {
        let (matter, life) = (&one.stored.matter, &one.stored.life);
        let posted = matter.posted.as_ref();
        let contact = one.contact();
        match self {
            Self::Matter => Cell::Text(digits(&one.stored.id)),
            Self::ReceivedAt => Cell::Text(utc::written(matter.received_at)),
            Self::Day => Cell::Number(LocalTime::of(matter.received_at).day),
            Self::Agency => Cell::Text(matter.agency.to_string()),
            Self::Kind => word(matter.kind.word()),
            Self::Procedure => posted.map(|posted| posted.procedure.to_string()).into(),
            Self::EditionFrom => day(posted.and_then(|posted| posted.from)),
            Self::Edition => posted.map(|posted| digits(&posted.edition.0)).into(),
            Self::Counter => matter.counter.as_ref().map(Slug::to_string).into(),
            Self::Page => matter.page.as_deref().map(|page| one.words(page)).into(),
            Self::Demands => {
                let words: Vec<_> = matter.demands.iter().map(|demand| demand.word()).collect();
                Some(words.join(" ")).filter(|words| !words.is_empty()).into()
            }
            Self::Language => Cell::Text(matter.language.to_string()),
            Self::Words => Some(one.words(&matter.words)).filter(|words| !words.is_empty()).into(),
            Self::State => word(life.state.word()),
            Self::HandledBy => day(Some(life.dues.handled)),
            Self::AnsweredBy => day(Some(life.dues.answered)),
            Self::Due => day(life.due()),
            Self::HandledAt => {
                let handles = |event: &&Event| is_decision(event) || event.act == Act::Accept;
                one.stored.events.iter().find(handles).map(at).into()
            }
            Self::DecidedAt => decision(one).map(at).into(),
            Self::Settled => match decision(one).map(|event| &event.act) {
                Some(Act::Answer { settled, .. }) => word(settled_word(*settled)),
                _ => Cell::Blank,
            },
            Self::Body => match decision(one).map(|event| &event.act) {
                Some(Act::PassOn { body, .. }) => Cell::Text(body.to_string()),
                _ => Cell::Blank,
            },
            Self::Answer => match decision(one).map(|event| &event.act) {
                Some(Act::Answer { words, .. } | Act::Refuse { reason: words, .. }) => {
                    Cell::Text(one.words(words))
                }
                _ => Cell::Blank,
            },
            Self::Reopened => Cell::Number(life.reopened.into()),
            Self::ReopenUntil => day(life.reopen_until),
            Self::Assigned => life.assigned.as_deref().map(str::to_owned).into(),
            Self::Number => life.number.as_deref().map(str::to_owned).into(),
            Self::Events => Cell::Number(life.events),
            Self::ChangedAt => Cell::Text(utc::written(life.changed_at)),
            Self::Marks => {
                Some(marks_text::write(&matter.marks)).filter(|words| !words.is_empty()).into()
            }
            Self::Held => Cell::Number((matter.is_suspect() && !life.touched).into()),
            Self::Contact => word(contact_word(one)),
            Self::Name => contact.map(|contact| contact.name.to_string()).into(),
            Self::Phone => {
                contact.and_then(|contact| contact.phone.as_deref()).map(str::to_owned).into()
            }
            Self::Email => {
                contact.and_then(|contact| contact.email.as_deref()).map(str::to_owned).into()
            }
            Self::Address => {
                contact.and_then(|contact| contact.address.as_deref()).map(str::to_owned).into()
            }
        }
    }

    /// The words that stand in it, where it holds words of ours.
    pub(super) fn words(self) -> Vec<&'static str> {
        match self {
            Self::Kind => MatterKind::ALL.map(MatterKind::word).to_vec(),
            Self::Demands => Demand::ALL.map(Demand::word).to_vec(),
            Self::State => State::ALL.map(State::word).to_vec(),
            Self::Settled => SETTLED.map(settled_word).to_vec(),
            Self::Contact => CONTACTS.to_vec(),
            _ => Vec::new(),
        }
    }
}

const SETTLED: [Settled; 2] = [Settled::Fixed, Settled::Explained];

const CONTACTS: [&str; 3] = ["given", "none", "deleted"];

/// What became of the contact.
fn contact_word(one: &Disclosed<'_>) -> &'static str {
    match (&one.stored.matter.contact, one.stored.life.forgotten) {
        (Some(_), _) => CONTACTS[0],
        (None, false) => CONTACTS[1],
        (None, true) => CONTACTS[2],
    }
}

/// The word for how a matter was settled.
pub(super) fn settled_word(settled: Settled) -> &'static str {
    match settled {
        Settled::Fixed => "fixed",
        Settled::Explained => "explained",
    }
}

/// The last event that decided the matter.
fn decision<'a>(one: &Disclosed<'a>) -> Option<&'a Event> {
    one.stored.events.iter().rfind(|event| is_decision(event))
}

fn is_decision(event: &Event) -> bool {
    matches!(event.act.kind(), ActKind::PassOn | ActKind::Refuse | ActKind::Answer)
}

fn at(event: &Event) -> String {
    utc::written(event.at)
}

pub(super) fn word(word: &'static str) -> Cell {
    Cell::Text(word.to_owned())
}

pub(super) fn day(day: Option<Date>) -> Cell {
    day.map(|day| day.to_string()).into()
}
