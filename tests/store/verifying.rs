//! A one-time code that is typed after the rating was kept openly: it verifies that rating, once.

use niemyet::catalogue::PrintedCode;
use niemyet::feedback::{Amendment, How, Submission};
use niemyet::store::{Amended, Kept, Store, TallySpan};

use crate::place::{Place, added_up, all, amend, equal, exported, fits, keep, keep_all};
use crate::sample::{amendment, level, rating, ticket};

const MINUTE: i64 = 60_000;

/// An amendment that brings nothing but a ticket.
fn proof(number: u32, of: u32, after: i64) -> Amendment {
    Amendment { ticket: Some(ticket(of)), ..amendment(number, How::Add, Vec::new(), after) }
}

/// How many ratings are counted as open, and as verified.
fn counted(store: &dyn Store) -> (i64, i64) {
    let tallies = store.tallies(&TallySpan::all()).unwrap();
    equal(&tallies, &added_up(store));
    let ratings = |verified| {
        let cells = tallies.scores.iter().filter(|(cell, _)| cell.pair.is_none());
        cells.filter(|(cell, _)| cell.stratum.verified == verified).map(|(_, sums)| sums.n).sum()
    };
    (ratings(false), ratings(true))
}

pub(crate) fn a_ticket_typed_later_verifies_the_rating_that_is_kept(place: &impl Place) {
    let store = place.open().unwrap();
    let (first, second) = (rating(1, "chậm"), rating(2, ""));
    keep(&*store, first.clone());
    keep(&*store, second.clone());
    assert_eq!(counted(&*store), (2, 0));
    let done = Amended::Done(first.receipt);
    assert_eq!(amend(&*store, proof(1, 7, 30 * MINUTE)), done);
    assert_eq!(counted(&*store), (1, 1));
    let kept = exported(&*store).into_iter().find(|one| one.submission.verified()).unwrap();
    assert_eq!(kept.submission, Submission { ticket: Some(ticket(7)), ..first });
    assert_eq!(kept.amended_at, Some(kept.submission.received_at + 30 * MINUTE));
    // The same again is well however late; a second code for it is not used up.
    assert_eq!(amend(&*store, proof(1, 7, 300 * MINUTE)), done);
    assert_eq!(amend(&*store, proof(1, 8, MINUTE)), done);
    // Spent, for an amendment and for a new rating; with it nothing else of the amendment is done.
    let spent = Amendment { answers: vec![level("phi", 1)], ..proof(2, 7, MINUTE) };
    assert_eq!(amend(&*store, spent), Amended::Spent(second.receipt));
    let third = Submission { ticket: Some(ticket(7)), ..rating(3, "") };
    assert_eq!(keep_all(&*store, vec![third]).remove(0).unwrap(), Kept::Spent);
    assert!(exported(&*store).iter().all(|one| one.submission.answers.len() == 2));
    // Another counter's, and too late; then in time, with an answer.
    let code = PrintedCode::mint(|| 9);
    let elsewhere = Amendment { code, ..proof(2, 8, MINUTE) };
    assert_eq!(amend(&*store, elsewhere), Amended::Unknown);
    assert_eq!(amend(&*store, proof(2, 8, 30 * MINUTE + 1)), Amended::TooLate(second.receipt));
    assert_eq!(amend(&*store, proof(9, 8, MINUTE)), Amended::Unknown);
    assert_eq!(counted(&*store), (1, 1));
    let both = Amendment { answers: vec![level("phi", 1)], ..proof(2, 8, MINUTE) };
    assert_eq!(amend(&*store, both), Amended::Done(second.receipt));
    assert_eq!(counted(&*store), (0, 2));
    fits(&*store);
    place.alter("DELETE FROM rating WHERE verified = 1 AND ticket IS NOT NULL");
    assert_eq!(store.count().unwrap(), 0);
    // A code stays spent when its rating is gone.
    keep(&*store, rating(4, ""));
    assert_eq!(amend(&*store, proof(4, 8, MINUTE)), Amended::Spent(rating(4, "").receipt));
}

pub(crate) fn fifty_ratings_with_one_ticket_are_one_verified(place: &impl Place) {
    let stores = [place.open().unwrap(), place.open().unwrap()];
    keep_all(&*stores[0], (0..50).map(|number| rating(number, "")).collect());
    let sending: Vec<_> =
        (0..50).map(|number| stores[number as usize % 2].amend(proof(number, 7, MINUTE))).collect();
    // A new rating with the same code comes in between.
    let newcomer = stores[1].keep(Submission { ticket: Some(ticket(7)), ..rating(50, "") });
    let amended = all(sending);
    let kept = all([newcomer]).remove(0).unwrap();
    let done = amended.iter().filter(|one| matches!(one, Ok(Amended::Done(_)))).count();
    let spent = amended.iter().filter(|one| matches!(one, Ok(Amended::Spent(_)))).count();
    let new = usize::from(kept != Kept::Spent);
    assert_eq!((done + new, spent), (1, 49 + new), "{amended:?}");
    let open = i64::try_from(49 + new).unwrap();
    assert_eq!(counted(&*stores[0]), (open, 1));
    assert_eq!(exported(&*stores[0]).iter().filter(|one| one.submission.verified()).count(), 1);
    // One hand that presses fifty times spends it once too.
    let sending: Vec<_> = (0..50).map(|_| stores[0].amend(proof(3, 8, MINUTE))).collect();
    let already = amended[3].as_ref().is_ok_and(|one| matches!(one, Amended::Done(_)));
    assert!(all(sending).iter().all(|one| matches!(one, Ok(Amended::Done(_)))));
    let verified = if already { 1 } else { 2 };
    assert_eq!(counted(&*stores[1]).1, verified);
    fits(&*stores[1]);
}
