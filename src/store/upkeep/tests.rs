//! Copying and purging, on files; `tests/store/moving.rs` moves a store to a database server and back.

use std::path::Path;

use super::table::TABLES;
use super::*;
use crate::feedback::matter::{Act, By, Matter};
use crate::feedback::sample::{self, RECEIVED as NOW, key, level, slug, text};
use crate::feedback::{Amendment, AnswerValue, How, Mark, Retention, Submission, Ticket};
use crate::store::sample::{exported, judgement, keep_all, random, wait};
use crate::store::snapshot::{self, Value};
use crate::store::{DataFolder, Store, StoredMatter, TableHolds, TallySpan, Verdict};

const DAY: i64 = 24 * 60 * 60 * 1_000;

fn folder(path: &Path) -> Place {
    Place::Folder(DataFolder::prepare(path).unwrap())
}

fn rating(number: u8, days_ago: i64, words: &str, marks: Vec<Mark>) -> Submission {
    Submission {
        agency: slug(if number.is_multiple_of(2) { "phuong-vi-du" } else { "xa-dong-mau" }),
        ticket: number.is_multiple_of(3).then_some(Ticket { id: [number; 16] }),
        received_at: NOW - days_ago * DAY,
        marks,
        ..sample::rating_with(key(number), words)
    }
}

fn keep(store: &dyn Store, ratings: Vec<Submission>) {
    assert!(keep_all(store, ratings).iter().all(Result::is_ok));
}

/// Ratings of five years, one of them judged, one in quarantine.
fn filled(place: &Place) -> Box<dyn Store> {
    let store = place.open(random()).unwrap();
    let ratings = vec![
        rating(1, 0, "hôm nay 0912 345 678", vec![Mark::Personal]),
        rating(2, 0, "hôm nay", vec![]),
        rating(3, 200, "gọi 0912 345 678", vec![Mark::Personal]),
        // Written before its pattern was known.
        rating(4, 200, "a@b.example", vec![]),
        rating(5, 200, "nửa năm trước", vec![Mark::Honeypot]),
        rating(6, 1_000, "ba năm trước", vec![]),
        rating(7, 2_500, "bảy năm trước", vec![]),
        rating(8, 2_600, "bảy năm trước", vec![]),
    ];
    keep(store.as_ref(), ratings);
    let judged = exported(store.as_ref()).into_iter().find(|one| one.submission.key.0[0] == 8);
    let judged = judged.unwrap();
    let judgement = judgement(judged.submission.agency, judged.id, Verdict::Hold);
    wait(store.judge(judgement)).unwrap();
    // Brought today, two years ago, and six years ago.
    for (number, days_ago) in [(1, 0), (2, 730), (3, 2_200)] {
        wait(store.receive(matter(number, days_ago))).unwrap();
    }
    store
}

fn matter(number: u8, days_ago: i64) -> Matter {
    Matter {
        received_at: NOW - days_ago * DAY,
        ..sample::petition(number, "số nhà kia là 0912 345 999")
    }
}

fn tracked(store: &dyn Store, number: u8) -> Option<StoredMatter> {
    store.tracked(&matter(number, 0).tracking).unwrap()
}

fn contents(place: &Place) -> Vec<TableHolds> {
    let mut snapshot = place.snapshot().unwrap();
    let read = |table: table::Table| {
        let mut content = TableHolds::default();
        snapshot
            .rows(&table.select(), &[], &mut |row| {
                content.add(&table.row(row)?);
                Ok(())
            })
            .unwrap();
        content
    };
    TABLES.into_iter().map(read).collect()
}

#[test]
fn a_copy_is_equal_in_every_table() {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (folder(&dir.path().join("a")), folder(&dir.path().join("b")));
    // The host goes on writing meanwhile.
    let store = filled(&from);
    purge(&from, &PurgePlan::of(&Retention::default(), NOW), false, false).unwrap();
    let copied = copy(&from, &to, false, &random()).unwrap();
    assert_eq!(contents(&from), contents(&to));
    let rows: Vec<u64> = copied.iter().map(|table| table.rows).collect();
    assert_eq!(rows[..3], [6, 2, 0], "{copied:?}");
    assert!(rows.iter().all(|rows| *rows > 0) || rows[2] == 0);
    let there = to.open(random()).unwrap();
    assert_eq!(exported(there.as_ref()), exported(store.as_ref()));
    let all = TallySpan::all();
    assert_eq!(there.tallies(&all).unwrap(), store.tallies(&all).unwrap());
    assert!(there.compare_tallies().unwrap().is_empty());
}

#[test]
fn nothing_is_copied_over_what_is_there_unless_it_is_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (folder(&dir.path().join("a")), folder(&dir.path().join("b")));
    drop(filled(&from));
    copy(&from, &to, false, &random()).unwrap();
    let refused = copy(&from, &to, false, &random()).unwrap_err();
    assert!(matches!(refused, CopyError::NotEmpty { table: "rating", rows: 8, .. }), "{refused}");
    // Cut off in the middle, it goes on.
    let mut hand = to.hand().unwrap();
    let sql = "DELETE FROM rating WHERE agency = $1";
    hand.carry_out(&[Step { sql, values: vec![Held::Text("xa-dong-mau".into())] }]).unwrap();
    copy(&from, &to, true, &random()).unwrap();
    assert_eq!(contents(&from), contents(&to));
    // What is not of the first is found.
    keep(to.open(random()).unwrap().as_ref(), vec![rating(99, 0, "thêm", vec![])]);
    let differs = copy(&from, &to, true, &random()).unwrap_err();
    assert!(matches!(differs, CopyError::Differs { table: "rating", from: 8, to: 9 }), "{differs}");
}

#[test]
fn each_class_goes_when_its_time_is_over_and_counts_stay() {
    let dir = tempfile::tempdir().unwrap();
    let place = folder(&dir.path().join("a"));
    let store = filled(&place);
    let before = store.tallies(&TallySpan::all()).unwrap();
    let plan = PurgePlan::of(&Retention::default(), NOW);
    let expected = Purged {
        marked_words: 2,
        words: 1,
        ratings: 2,
        contacts: 1,
        matters: 1,
        log: 0,
        sealed: vec![slug("phuong-vi-du"), slug("xa-dong-mau")],
    };
    let untouched = contents(&place);
    assert_eq!(purge(&place, &plan, true, false).unwrap(), expected);
    assert_eq!(contents(&place), untouched, "a dry run changes nothing");
    assert_eq!(purge(&place, &plan, false, false).unwrap(), expected);
    let left: Vec<(u8, bool)> = exported(store.as_ref())
        .iter()
        .map(|one| {
            let erased = one.submission.answers[1].1 == AnswerValue::ErasedText;
            (one.submission.key.0[0], erased)
        })
        .collect();
    let mut sorted = left;
    sorted.sort_unstable();
    assert_eq!(sorted, [(1, false), (2, false), (3, true), (4, true), (5, false), (6, true)]);
    assert_eq!(store.tallies(&TallySpan::all()).unwrap(), before);
    assert!(store.compare_tallies().unwrap().is_empty());
    assert!(store.rebuild_tallies().unwrap().is_empty());
    assert_eq!(store.tallies(&TallySpan::all()).unwrap(), before);
    assert!(purge(&place, &plan, false, false).unwrap().is_empty());
    // Who brought something goes before what was brought, and the log says so.
    assert!(tracked(store.as_ref(), 1).unwrap().matter.contact.is_some());
    let left = tracked(store.as_ref(), 2).unwrap();
    assert_eq!((left.matter.contact, &*left.matter.words), (None, "số nhà kia là …"));
    let last = left.events.last().unwrap();
    assert_eq!((&last.act, &last.by, left.life.events), (&Act::Forget, &By::System, 2));
    assert!(left.life.forgotten && tracked(store.as_ref(), 3).is_none());
    // Not a word of it is left in the files.
    drop(store);
    for name in ["niemyet.db", "niemyet.db-wal"] {
        let bytes = std::fs::read(dir.path().join("a").join(name)).unwrap_or_default();
        for gone in ["bảy năm", "ba năm", "a@b.example", "gọi 0912"] {
            let found = bytes.windows(gone.len()).any(|window| window == gone.as_bytes());
            assert!(!found, "{gone} in {name}");
        }
    }
}

#[test]
fn a_clock_that_is_years_ahead_takes_nothing_out() {
    let dir = tempfile::tempdir().unwrap();
    let place = folder(&dir.path().join("a"));
    drop(filled(&place));
    let plan = PurgePlan::of(&Retention::default(), NOW + 3_000 * DAY);
    let untouched = contents(&place);
    let refused = purge(&place, &plan, false, false).unwrap_err();
    assert!(matches!(refused, PurgeError::Clock { .. }), "{refused}");
    assert_eq!(contents(&place), untouched);
    assert_eq!(purge(&place, &plan, false, true).unwrap().ratings, 8);
}

/// Changes rows behind the back of the store.
fn alter(place: &Place, sql: &str) -> u64 {
    place.hand().unwrap().carry_out(&[Step { sql, values: Vec::new() }]).unwrap()
}

/// How many rows a condition holds for.
fn rows(place: &Place, condition: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM rating WHERE {condition}");
    snapshot::number(place.snapshot().unwrap().as_mut(), &sql).unwrap()
}

#[test]
fn rows_say_which_words_they_hold() {
    let dir = tempfile::tempdir().unwrap();
    let place = folder(&dir.path().join("a"));
    let store = filled(&place);
    let silent = Submission { answers: vec![level("hai-long", 5)], ..rating(9, 200, "", vec![]) };
    keep(store.as_ref(), vec![silent.clone()]);
    let held = || [1, 2].map(|held| rows(&place, &format!("words = {held}")));
    assert_eq!((held(), rows(&place, "words IS NULL")), ([6, 2], 1));
    // Words that are added later are noted too.
    let Submission { agency, key, survey, version, code, received_at, .. } = silent;
    let more = Amendment {
        agency,
        key,
        survey,
        version,
        how: How::Add,
        answers: vec![text("gop-y", "gọi 0912 345 678")],
        ticket: None,
        code,
        marks: vec![Mark::Personal],
        at: received_at + 1,
    };
    wait(store.amend(more)).unwrap();
    assert_eq!((held(), rows(&place, "words IS NULL")), ([6, 3], 0));
    let plan = PurgePlan::of(&Retention::default(), NOW);
    assert_eq!(purge(&place, &plan, false, false).unwrap().marked_words, 3);
    assert_eq!((held(), rows(&place, "words IS NULL")), ([2, 1], 4));
}

#[test]
fn only_words_past_their_line_are_read_and_others_once() {
    let dir = tempfile::tempdir().unwrap();
    let place = folder(&dir.path().join("a"));
    let store = filled(&place);
    // Written by a program that did not know the column.
    alter(&place, "UPDATE rating SET words = 0");
    let plan = PurgePlan::of(&Retention::default(), NOW);
    let counted = purge(&place, &plan, true, false).unwrap();
    assert_eq!(
        (rows(&place, "words = 0"), counted.words),
        (8, 1),
        "a dry run looks and notes nothing"
    );
    assert_eq!(purge(&place, &plan, false, false).unwrap(), counted);
    let held = || [0, 1, 2].map(|held| rows(&place, &format!("words = {held}")));
    assert_eq!(held(), [0, 2, 1]);
    // Now a word that nobody has marked is looked at when its time is over and no sooner.
    let unmarked = rating(4, 200, "số 0912 345 678", vec![]);
    keep(store.as_ref(), vec![Submission { key: key(20), ..unmarked }]);
    assert!(purge(&place, &plan, false, false).unwrap().is_empty());
    assert_eq!(held(), [0, 3, 1]);
    // Under other rules, once more.
    alter(&place, "UPDATE lock SET turn = turn + 1 WHERE name = 'words'");
    assert_eq!(purge(&place, &plan, false, false).unwrap().marked_words, 1);
    assert_eq!(held(), [0, 2, 1]);
    assert!(purge(&place, &plan, false, false).unwrap().is_empty());
    // A search, by the line.
    let mut plans = Vec::new();
    let sql = format!("EXPLAIN QUERY PLAN {}", words_purge::HOLDING);
    let values = [Value::Text("a"), Value::Number(1), Value::Number(2), Value::Number(3)];
    let mut snapshot = place.snapshot().unwrap();
    snapshot
        .rows(&sql, &values, &mut |row| {
            plans.push(row.text(3).unwrap().unwrap_or_default());
            Ok(())
        })
        .unwrap();
    let expected = "SEARCH rating USING INDEX rating_by_words \
                    (agency=? AND words=? AND received_at>? AND received_at<?)";
    assert_eq!(plans, [expected]);
}
