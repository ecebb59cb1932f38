//! What a batch changes in matters, without a database.

use super::*;
use crate::feedback::Mark;
use crate::feedback::matter::{MatterKind, NotAllowed, State};
use crate::feedback::sample::{self, RECEIVED, slug};

fn petition(tracking: u8) -> Matter {
    Matter { marks: vec![Mark::Honeypot], ..sample::petition(tracking, "gọi 0912 345 678") }
}

fn entry(expected: u32, by: By, act: Act) -> LogEntry {
    let event = Event { at: RECEIVED + 1, by, act };
    LogEntry { agency: slug("phuong-vi-du"), matter: [1; 16], expected, event }
}

#[test]
fn what_comes_first_in_a_batch_is_there_for_what_comes_next() {
    let mut ledger = MatterLedger::default();
    let officer = || By::Officer("lan".into());
    assert_eq!(ledger.append(&entry(1, officer(), Act::Accept)), Appended::Unknown);
    assert_eq!(ledger.receive([1; 16], &petition(1)), Received::New);
    assert_eq!(ledger.receive([2; 16], &petition(1)), Received::Already);
    let done = Appended::Done { state: State::Accepted, events: 2 };
    assert_eq!(ledger.append(&entry(1, officer(), Act::Accept)), done);
    let overtaken = Appended::Overtaken { events: 2 };
    assert_eq!(ledger.append(&entry(1, officer(), Act::Accept)), overtaken);
    let refused = ledger.append(&entry(2, By::Citizen, Act::Accept));
    assert!(matches!(refused, Appended::NotAllowed(NotAllowed::By(_))), "{refused:?}");
    let changes = ledger.changes();
    // One row, as it is in the end, and its whole log.
    assert_eq!((changes.added.len(), changes.changed.len(), changes.logged.len()), (1, 0, 2));
    assert!(!changes.added[0].held(), "an officer has looked at it");
}

#[test]
fn what_the_database_has_is_changed_once() {
    let mut ledger = MatterLedger::default();
    let act = Act::Receive { dues: petition(1).dues };
    let first = Event { at: RECEIVED, by: By::Citizen, act };
    let life = Life::begin(MatterKind::Petition, &first).unwrap();
    ledger.found([1; 16], petition(1), life.clone());
    ledger.found([3; 16], petition(3), life);
    ledger.append(&entry(1, By::Citizen, Act::Withdraw));
    let changes = ledger.changes();
    assert_eq!((changes.added.len(), changes.changed.len(), changes.logged.len()), (0, 1, 1));
    assert_eq!(changes.forgotten, [(slug("phuong-vi-du"), [1; 16])]);
    let left = &changes.changed[0];
    assert_eq!((&*left.matter.words, &left.matter.contact), ("gọi …", &None));
    assert!(left.held(), "nobody has looked at it");
}
