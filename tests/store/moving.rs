//! A store that moves to another engine and back says the same everywhere, and what has been kept long
//! enough is taken out of both alike.

use niemyet::feedback::matter::{Act, By, Matter};
use niemyet::feedback::officer::Role;
use niemyet::feedback::{AnswerValue, How, Retention};
use niemyet::store::{
    DataFolder, Database, Place, PurgePlan, Store, StoredRating, Verdict, audit_head, copy, purge,
};

use crate::matters::{append, matter, receive};
use crate::office::{settle, sign_in, token, work};
use crate::place::{PostgresPlace, all, amend, exported, keep, randomness};
use crate::sample::{NOON, amendment, judgement, level, rating, slug, ticket};

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Ratings of six years: some with a one-time code, one amended, one put aside by a person.
fn fill(place: &Place) {
    let store = place.open(randomness()).unwrap();
    for number in 0..24_u32 {
        let mut one = rating(number, "Chờ lâu");
        one.ticket = number.is_multiple_of(3).then(|| ticket(number));
        one.received_at = NOON - i64::from(number) * 90 * DAY;
        if number.is_multiple_of(2) {
            one.marks.clear();
        }
        keep(&*store, one);
    }
    for number in 0..6_u32 {
        let received_at = NOON - i64::from(number) * 400 * DAY;
        receive(&*store, Matter { received_at, ..matter(number, "số 0912 345 678") });
    }
    append(&*store, 0, By::Officer("lan".into()), Act::Accept);
    let lan = settle(&*store, 1, "lan", Role::Leader(slug("phuong-vi-du")));
    work(&*store, sign_in(&lan, 11, None, NOON));
    settle(&*store, 2, "minh", Role::Administrator);
    let change = amendment(0, How::Replace, vec![level("hai-long", 1)], 1_000);
    amend(&*store, change);
    let judged = ratings(&*store).into_iter().find(|one| !one.held).unwrap();
    all([store.judge(judgement(&judged, Verdict::Hold))]).remove(0).unwrap();
}

/// Every rating, in an order that both engines share.
fn ratings(store: &dyn Store) -> Vec<StoredRating> {
    let mut ratings = exported(store);
    ratings.sort_by_key(|rating| rating.id);
    ratings
}

#[test]
fn sqlite_to_postgres_and_back_is_equal() {
    let dir = tempfile::tempdir().unwrap();
    let folder = |name: &str| Place::Folder(DataFolder::prepare(&dir.path().join(name)).unwrap());
    let (from, back) = (folder("a"), folder("b"));
    let server = PostgresPlace::new();
    let there = Place::Database(Box::new(Database::parse(server.address()).unwrap()));
    fill(&from);
    let copied = copy(&from, &there, false, &randomness()).unwrap();
    let rows = |name| copied.iter().find(|table| table.table == name).map(|table| table.rows);
    let rows =
        ["rating", "matter", "matter_event", "contact", "officer", "officer_session"].map(rows);
    assert_eq!(rows, [24, 6, 7, 6, 2, 1].map(Some));
    let plan = PurgePlan::of(&Retention::default(), NOON);
    let purged = purge(&from, &plan, false, false).unwrap();
    assert_eq!(purge(&there, &plan, false, false).unwrap(), purged);
    let returned = copy(&there, &back, false, &randomness()).unwrap();
    assert_eq!(returned.len(), copied.len());
    let stores = [&from, &there, &back].map(|place| place.open(randomness()).unwrap());
    let [here, moved, again] = stores.each_ref().map(|store| ratings(&**store));
    assert_eq!(here, moved);
    assert_eq!(moved, again);
    // Sixty months are kept, words half as long; the oldest are gone and the latest still speak.
    assert!(here.len() < 24 && !here.is_empty(), "{}", here.len());
    let words = (slug("gop-y"), AnswerValue::Text("Chờ lâu".into()));
    assert!(here.iter().any(|one| one.submission.answers.contains(&words)));
    assert!(stores.iter().all(|store| store.compare_tallies().unwrap().is_empty()));
    // Matters with logs and contacts, officers and the chain of the desk's log are the same in all three.
    let whole = stores.each_ref().map(|store| {
        let mut matters = Vec::new();
        let exported = store.export_matters(&mut |stored| {
            matters.push(stored);
            Ok(())
        });
        exported.unwrap();
        assert!(store.check_matters().unwrap().is_empty());
        let log = store.audit(None, i64::MAX, 100).unwrap();
        (matters, store.officers().unwrap(), log)
    });
    assert_eq!((whole[0].1.len(), whole[0].0.is_empty()), (2, false));
    assert_eq!(whole[0], whole[1]);
    assert_eq!(whole[1], whole[2]);
    let heads = [&from, &there, &back].map(|place| audit_head(place).unwrap().unwrap());
    assert!(heads[0].number > 4 && heads.iter().all(|head| *head == heads[0]), "{heads:?}");
    // Whoever is signed in stays so on the other engine.
    assert!(stores[1].session(&token(11), NOON).unwrap().is_some());
}
