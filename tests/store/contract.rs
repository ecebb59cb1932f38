//! Keeping: once a key, once a ticket, all or nothing.

use std::sync::Arc;

use niemyet::feedback::{Key, Mark, Receipt, Secret, Submission};
use niemyet::store::{Health, Kept, Store, StoreError};

use crate::place::{Place, added_up, all, equal, exported, fits, keep, keep_all, make_older};
use crate::sample::{Dice, NOON, key, rating, slug, ticket};

fn new(kept: &[Result<Kept, StoreError>]) -> usize {
    kept.iter().filter(|kept| matches!(kept, Ok(Kept::New(_)))).count()
}

pub(crate) fn one_key_is_one_rating_however_often_it_is_sent(place: &impl Place) {
    let store = place.open().unwrap();
    let kept = keep_all(&*store, (0..100).map(|_| rating(1, "như nhau")).collect());
    let receipt = |kept: &Result<Kept, _>| kept.as_ref().ok().and_then(|kept| kept.receipt());
    assert!(kept.iter().all(|one| receipt(one) == Some(rating(1, "").receipt)));
    assert_eq!((new(&kept), store.count().unwrap()), (1, 1));
    assert_eq!(store.health(), Health { accepting: true, trouble: None, waiting: 0 });
    fits(&*store);
}

pub(crate) fn two_keys_with_equal_answers_are_two_ratings(place: &impl Place) {
    let store = place.open().unwrap();
    let kept = keep_all(&*store, vec![rating(1, "như nhau"), rating(2, "như nhau")]);
    assert_eq!((new(&kept), store.count().unwrap()), (2, 2));
}

pub(crate) fn the_first_receipt_stands_even_if_the_secret_changes(place: &impl Place) {
    let store = place.open().unwrap();
    keep(&*store, rating(1, ""));
    let again =
        Submission { receipt: Receipt::of(&Secret::new([2; 32]), &Key([1; 16])), ..rating(1, "") };
    let kept = keep_all(&*store, vec![again]).remove(0).unwrap();
    assert_eq!(kept, Kept::Already(rating(1, "").receipt));
}

pub(crate) fn what_was_kept_is_there_after_opening_again(place: &impl Place) {
    let mut dice = Dice::new(3);
    let sent: Vec<Submission> = (0..40).map(|number| dice.rating(number)).collect();
    keep_all(&*place.open().unwrap(), sent.clone());
    let store = place.open().unwrap();
    keep(&*store, rating(99, "Chờ lâu"));
    let all = exported(&*store);
    assert_eq!(all.len(), 41);
    for one in &sent {
        let kept = all.iter().find(|kept| kept.submission.key == one.key).unwrap();
        assert_eq!((&kept.submission, kept.held), (one, one.quarantined()));
    }
    let order = |one: &niemyet::store::StoredRating| {
        (one.submission.agency.clone(), one.submission.received_at, one.id)
    };
    assert!(all.is_sorted_by_key(order));
    // Ids begin with the time, so that new ones lie side by side.
    let times = all.iter().map(|one| (one.id[..6].to_vec(), one.submission.received_at));
    let mut times: Vec<_> = times.collect();
    times.sort();
    assert!(times.is_sorted_by_key(|(_, time)| *time));
}

pub(crate) fn the_point_is_kept_and_older_ratings_have_none(place: &impl Place) {
    let store = place.open().unwrap();
    keep(&*store, rating(1, ""));
    assert_eq!(exported(&*store)[0].submission.point, Some(slug("trung-tam")));
    drop(store);
    make_older(place);
    let store = place.open().unwrap();
    keep(&*store, rating(2, ""));
    keep(&*store, Submission { point: None, ..rating(3, "") });
    let of = |number| {
        let found = exported(&*store).into_iter().find(|one| one.submission.key == key(number));
        found.unwrap().submission
    };
    assert_eq!((of(1).point, of(3).point), (None, None));
    assert_eq!(of(2), rating(2, ""));
    fits(&*store);
    place.alter("UPDATE rating SET point = 'Trung tâm'");
    let refused = store.export(&mut |_| Ok(())).unwrap_err();
    assert!(matches!(refused, StoreError::Unreadable { column: "point", .. }), "{refused}");
}

pub(crate) fn a_ticket_proves_one_rating(place: &impl Place) {
    let store = place.open().unwrap();
    let proven = |number| Submission { ticket: Some(ticket(7)), ..rating(number, "") };
    // Fifty people send one code at once, over two hosts.
    let other = place.open().unwrap();
    let sending: Vec<_> =
        (0..50)
            .map(|number| {
                if number % 2 == 0 {
                    store.keep(proven(number))
                } else {
                    other.keep(proven(number))
                }
            })
            .collect();
    let kept = all(sending);
    let spent = kept.iter().filter(|kept| matches!(kept, Ok(Kept::Spent))).count();
    assert_eq!((new(&kept), spent, store.count().unwrap()), (1, 49, 1));
    // Whoever has it is thanked again; of another agency it is another code.
    let winner = exported(&*store).remove(0).submission;
    assert_eq!(winner.ticket, Some(ticket(7)));
    let again = keep_all(&*store, vec![winner.clone()]).remove(0).unwrap();
    assert_eq!(again, Kept::Already(winner.receipt));
    let elsewhere = Submission { agency: slug("xa-khac"), ..proven(60) };
    keep(&*store, elsewhere);
    fits(&*store);
    // A code stays spent when its rating is gone.
    place.alter("DELETE FROM rating");
    assert_eq!(keep_all(&*store, vec![proven(70)]).remove(0).unwrap(), Kept::Spent);
}

pub(crate) fn a_poisoned_row_does_not_take_its_neighbours_along(place: &impl Place) {
    let store = place.open().unwrap();
    place.poison();
    let mut ratings: Vec<_> = (1..=9).map(|number| rating(number, "lành")).collect();
    ratings[4] = rating(5, "doc");
    let hold = place.hold();
    let keeping: Vec<_> = ratings.into_iter().map(|rating| store.keep(rating)).collect();
    drop(hold);
    let kept = all(keeping);
    let refused: Vec<usize> = (0..9).filter(|at| kept[*at].is_err()).collect();
    assert_eq!((refused, store.count().unwrap()), (vec![4], 8));
    assert!(store.health().accepting);
    keep(&*store, rating(10, "lành"));
    assert_eq!(store.health().trouble, None);
    fits(&*store);
}

pub(crate) fn a_newer_database_and_a_changed_migration_are_refused(place: &impl Place) {
    drop(place.open().unwrap());
    place.alter("INSERT INTO migration (number, checksum) VALUES (99, '')");
    assert!(matches!(place.open().err(), Some(StoreError::Newer { found: 99, .. })));
    place.alter("DELETE FROM migration WHERE number = 99");
    drop(place.open().unwrap());
    place.alter("UPDATE migration SET checksum = 'x' WHERE number = 2");
    assert!(matches!(place.open().err(), Some(StoreError::OtherMigration { number: 2, .. })));
}

pub(crate) fn a_row_edited_by_hand_is_named_and_harms_no_other(place: &impl Place) {
    let store = place.open().unwrap();
    keep(&*store, rating(1, ""));
    place.alter("UPDATE rating SET mode = 'fax'");
    let refused = store.export(&mut |_| Ok(())).unwrap_err();
    assert!(matches!(refused, StoreError::Unreadable { column: "mode", .. }), "{refused}");
    // Its own rating cannot be looked up any more, but those that come with it are kept.
    let hold = place.hold();
    let keeping: Vec<_> = (1..=5).map(|number| store.keep(rating(number, ""))).collect();
    drop(hold);
    let kept = all(keeping);
    assert_eq!((kept[0].is_err(), new(&kept)), (true, 4));
}

pub(crate) fn a_full_queue_says_busy_and_nothing_that_was_answered_is_lost(place: &impl Place) {
    let store = place.open().unwrap();
    let hold = place.hold();
    // Batches in hand, a full queue, and a few more.
    let keeping: Vec<_> =
        (0..4096 + 2 * 1024 + 50).map(|number| store.keep(rating(number, ""))).collect();
    assert!(store.health().waiting >= 4096);
    drop(hold);
    let (mut kept, mut busy) = (0, 0);
    for one in all(keeping) {
        match one {
            Ok(_) => kept += 1,
            Err(StoreError::Busy) => busy += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(busy >= 50, "{busy}");
    assert_eq!((store.count().unwrap(), store.health().waiting), (kept, 0));
    fits(&*store);
}

pub(crate) fn two_stores_on_one_database(place: &impl Place) {
    let stores: Vec<Arc<dyn Store>> = (0..2).map(|_| place.open().unwrap()).collect();
    // Each host is sent every rating, in another order, some with tickets that two of them share.
    let sent = |number: u32| {
        let ticket = number.is_multiple_of(3).then(|| ticket(number / 6));
        Submission { ticket, ..rating(number, "") }
    };
    let kept: Vec<Vec<_>> = std::thread::scope(|scope| {
        let hosts: Vec<_> = stores
            .iter()
            .enumerate()
            .map(|(host, store)| {
                scope.spawn(move || {
                    let order = |at: u32| if host == 0 { at } else { 299 - at };
                    keep_all(&**store, (0..300).map(|at| sent(order(at))).collect())
                })
            })
            .collect();
        hosts.into_iter().map(|host| host.join().unwrap()).collect()
    });
    assert!(
        kept.iter().flatten().all(Result::is_ok),
        "{:?}",
        kept.iter().flatten().find(|one| one.is_err())
    );
    // Of 100 ratings with tickets every two share one.
    assert_eq!(new(&kept[0]) + new(&kept[1]), 250);
    assert_eq!(stores[0].count().unwrap(), 250);
    equal(&stores[1].tallies(&niemyet::store::TallySpan::all()).unwrap(), &added_up(&*stores[0]));
}

pub(crate) fn a_clock_that_goes_backwards(place: &impl Place) {
    let store = place.open().unwrap();
    let at = |number: u32, received_at| Submission { received_at, ..rating(number, "") };
    // Two months back, to before the clocks of computers began, and far ahead.
    for (number, time) in
        [(1, NOON), (2, NOON - 5_000_000_000), (3, -1), (4, NOON * 10), (5, i64::MIN), (6, NOON)]
    {
        keep(&*store, at(number, time));
    }
    let fast = Submission { marks: vec![Mark::Stale], ..at(7, NOON - 1) };
    keep(&*store, fast);
    assert_eq!(store.count().unwrap(), 7);
    assert!(exported(&*store).iter().any(|one| one.submission.key == key(5)));
    fits(&*store);
}
