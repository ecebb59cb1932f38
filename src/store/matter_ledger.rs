//! What a batch of orders changes in matters and their logs, worked out from what the database holds. Pure, like
//! the ledger of ratings, which it is a part of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Appended, LogEntry, Received};
use crate::feedback::matter::{Act, By, Event, Life, Matter, TrackingHash};
use crate::text::Slug;

/// An agency and the id of a matter.
pub(super) type MatterId = (Slug, [u8; 16]);

/// What must be read of matters before a batch can be worked out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct MattersWanted {
    /// Matters that may be there already.
    pub(super) tracked: BTreeSet<(Slug, TrackingHash)>,
    /// Matters with their logs.
    pub(super) logged: BTreeSet<MatterId>,
}

/// What a batch changes in matters.
#[derive(Debug, Default)]
pub(super) struct MatterChanges {
    /// Matters to be added, with their contacts.
    pub(super) added: Vec<Standing>,
    /// Matters of which the life is other than before.
    pub(super) changed: Vec<Standing>,
    /// Lines of logs, each with its number from 1.
    pub(super) logged: Vec<(MatterId, u32, Event)>,
    /// Matters whose contacts are deleted.
    pub(super) forgotten: Vec<MatterId>,
}

/// A matter and what its log amounts to.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) id: [u8; 16],
    pub(super) matter: Matter,
    pub(super) life: Life,
}

/// The state of a batch being worked out.
#[derive(Debug, Default)]
pub(super) struct MatterLedger {
    tracked: BTreeSet<(Slug, TrackingHash)>,
    matters: BTreeMap<MatterId, Entry>,
    logged: Vec<(MatterId, u32, Event)>,
}

#[derive(Debug)]
struct Entry {
    is_new: bool,
    /// How many events the database has.
    before: u32,
    now: Standing,
}

impl Standing {
    /// Whether it seems to come from a program and no officer has looked at it.
    pub(super) fn held(&self) -> bool {
        self.matter.is_suspect() && !self.life.touched
    }
}

impl MatterLedger {
    /// Takes in that a tracking code is known.
    pub(super) fn found_tracking(&mut self, agency: Slug, tracking: TrackingHash) {
        self.tracked.insert((agency, tracking));
    }

    /// Takes in a matter that the database has, with what its log amounts to.
    pub(super) fn found(&mut self, id: [u8; 16], matter: Matter, life: Life) {
        let (place, before) = ((matter.agency.clone(), id), life.events);
        let now = Standing { id, matter, life };
        self.matters.insert(place, Entry { is_new: false, before, now });
    }

    pub(super) fn receive(&mut self, id: [u8; 16], matter: &Matter) -> Received {
        let tracking = (matter.agency.clone(), matter.tracking);
        if !self.tracked.insert(tracking) {
            return Received::Already;
        }
        let act = Act::Receive { dues: matter.dues };
        let first = Event { at: matter.received_at, by: By::Citizen, act };
        // Every life begins with such an event.
        if let Some(life) = Life::begin(matter.kind, &first) {
            let place = (matter.agency.clone(), id);
            self.logged.push((place.clone(), 1, first));
            let now = Standing { id, matter: matter.clone(), life };
            self.matters.insert(place, Entry { is_new: true, before: 0, now });
        }
        Received::New
    }

    pub(super) fn append(&mut self, entry: &LogEntry) -> Appended {
        let place = (entry.agency.clone(), entry.matter);
        let Some(Entry { now, .. }) = self.matters.get_mut(&place) else {
            return Appended::Unknown;
        };
        if now.life.events != entry.expected {
            return Appended::Overtaken { events: now.life.events };
        }
        match now.life.follow(&entry.event) {
            Err(reason) => Appended::NotAllowed(reason),
            Ok(life) => {
                if life.forgotten && !now.life.forgotten {
                    now.matter.forget();
                }
                let (state, events) = (life.state, life.events);
                now.life = life;
                self.logged.push((place, events, entry.event.clone()));
                Appended::Done { state, events }
            }
        }
    }

    pub(super) fn changes(self) -> MatterChanges {
        let mut changes = MatterChanges { logged: self.logged, ..MatterChanges::default() };
        for (place, Entry { is_new, before, now }) in self.matters {
            if is_new {
                changes.added.push(now);
            } else if now.life.events != before {
                if now.life.forgotten {
                    changes.forgotten.push(place);
                }
                changes.changed.push(now);
            }
        }
        changes
    }
}

#[cfg(test)]
#[path = "matter_ledger_tests.rs"]
mod tests;
