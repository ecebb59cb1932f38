//! What a batch changes, without a database.

use super::*;
use crate::feedback::sample::{self, key, level, slug};
use crate::feedback::{AnswerValue, How, Mark};
use crate::store::sample::judgement;

fn rating(number: u8) -> Submission {
    sample::rating(key(number))
}

fn keep(key: u8) -> Order {
    Order::Keep { id: [key; 16], submission: Box::new(rating(key)) }
}

fn amendment(number: u8) -> Amendment {
    let Submission { agency, key, survey, version, code, received_at, .. } = rating(number);
    Amendment {
        agency,
        key,
        survey,
        version,
        how: How::Replace,
        answers: Vec::new(),
        ticket: None,
        code,
        marks: Vec::new(),
        at: received_at + 5,
    }
}

fn replace(key: u8, better: u8) -> Order {
    let answers = vec![level("hai-long", better)];
    Order::Amend(Box::new(Amendment { answers, ..amendment(key) }))
}

fn judge(key: u8, verdict: Verdict) -> Order {
    let judgement = judgement(slug("phuong-vi-du"), [key; 16], verdict);
    Order::Judge { id: [99; 16], judgement: Box::new(judgement) }
}

#[test]
fn what_comes_first_in_a_batch_is_there_for_what_comes_next() {
    let orders = [replace(1, 3), keep(1), keep(1), replace(1, 2), judge(1, Verdict::Hold)];
    let (outcomes, changes) = Ledger::default().settle(&orders);
    let receipt = rating(1).receipt;
    assert_eq!(
        outcomes,
        [
            Outcome::Amended(Amended::Unknown),
            Outcome::Kept(Kept::New(receipt)),
            Outcome::Kept(Kept::Already(receipt)),
            Outcome::Amended(Amended::Done(receipt)),
            Outcome::Judged(Judged::Done),
        ]
    );
    // One row, as it is in the end, and counted once.
    assert_eq!((changes.added.len(), changes.changed.len(), changes.judged.len()), (1, 0, 1));
    assert_eq!(changes.added[0].submission.answers[0].1, AnswerValue::Level(2));
    let mut counted = Tallies::default();
    counted.add(&changes.added[0]);
    assert_eq!(changes.tallies, counted);
}

#[test]
fn a_rating_that_is_as_before_is_not_written() {
    let kept = StoredRating {
        id: [1; 16],
        submission: rating(1),
        amended_at: None,
        held: false,
        judged_at: None,
        reviews: Vec::new(),
    };
    let mut ledger = Ledger::default();
    ledger.found_rating(kept);
    let orders = [keep(1), replace(1, 4), judge(1, Verdict::Release), judge(2, Verdict::Hold)];
    let (outcomes, changes) = ledger.settle(&orders);
    assert_eq!(outcomes[3], Outcome::Judged(Judged::Unknown));
    assert!(changes.added.is_empty() && changes.changed.is_empty() && changes.judged.is_empty());
    assert!(changes.tallies.is_empty());
}

#[test]
fn a_person_s_word_stands_until_there_is_a_new_suspicion() {
    let suspect = Submission { marks: vec![Mark::TooFast], ..rating(1) };
    let released = StoredRating {
        id: [1; 16],
        submission: suspect,
        amended_at: None,
        held: false,
        judged_at: None,
        reviews: Vec::new(),
    };
    let with = |mark| match replace(1, 3) {
        Order::Amend(amendment) => {
            Order::Amend(Box::new(Amendment { marks: vec![mark], ..*amendment }))
        }
        other => other,
    };
    let held = |stored: &StoredRating, mark| {
        let mut ledger = Ledger::default();
        ledger.found_rating(stored.clone());
        ledger.settle(&[with(mark)]).1.changed[0].held
    };
    assert!(!held(&released, Mark::Honeypot));
    let plain = StoredRating { submission: rating(1), ..released };
    assert!(held(&plain, Mark::Honeypot) && !held(&plain, Mark::Stale));
}

#[test]
fn only_one_rebuilding_of_a_turn_counts() {
    let mut lacking = Tallies::default();
    lacking.add(&StoredRating {
        id: [1; 16],
        submission: rating(1),
        amended_at: None,
        held: false,
        judged_at: None,
        reviews: Vec::new(),
    });
    let adjust = |turn| Order::Adjust { turn, lacking: Box::new(lacking.clone()) };
    let mut ledger = Ledger::default();
    ledger.found_turn(7);
    let (outcomes, changes) = ledger.settle(&[adjust(6), adjust(7), adjust(7)]);
    let done = [false, true, false].map(Outcome::Adjusted);
    assert_eq!(outcomes, done);
    assert_eq!((changes.turn, changes.tallies), (Some(8), lacking));
}

#[test]
fn a_ticket_in_a_batch_is_spent_by_whoever_comes_first() {
    let own = Ticket { id: [7; 16] };
    let ticket = Some(own);
    let prove = |key| Order::Amend(Box::new(Amendment { ticket, ..amendment(key) }));
    let proven = |key| Order::Keep {
        id: [key; 16],
        submission: Box::new(Submission { ticket, ..rating(key) }),
    };
    let orders = [keep(1), keep(2), prove(2), prove(1), prove(2), proven(3)];
    assert!(Wanted::by(&orders).tickets.contains(&(slug("phuong-vi-du"), own)));
    let (outcomes, changes) = Ledger::default().settle(&orders);
    let (first, second) = (rating(1).receipt, rating(2).receipt);
    assert_eq!(
        outcomes[2..],
        [
            Outcome::Amended(Amended::Done(second)),
            Outcome::Amended(Amended::Spent(first)),
            Outcome::Amended(Amended::Done(second)),
            Outcome::Kept(Kept::Spent),
        ]
    );
    assert_eq!(changes.spent.values().map(|(key, _)| *key).collect::<Vec<_>>(), [key(2)]);
    assert_eq!(changes.added.iter().filter(|one| one.submission.verified()).count(), 1);
}
