//! What the store promises, on a real file.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::{About, AnswerValue, Key, Mark, Mode, Receipt, Secret};
use crate::store::desk::QUEUE;
use crate::store::{CsvTable, JsonLines, Kept, Masking};
use crate::text::{Language, Slug};

/// Ids that differ, which is all that the store asks of randomness.
fn counting() -> Randomness {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Arc::new(move |bytes| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        bytes[..8].copy_from_slice(&number.to_be_bytes());
    })
}

fn folder(dir: &tempfile::TempDir) -> DataFolder {
    DataFolder::prepare(&dir.path().join("var")).unwrap()
}

fn open(dir: &tempfile::TempDir) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(&folder(dir), counting())
}

fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

fn rating(key: u8, words: &str) -> Submission {
    let key = Key([key; 16]);
    Submission {
        key,
        receipt: Receipt::of(&Secret::new([1; 32]), &key),
        survey: slug("nhanh-5"),
        version: 1,
        agency: slug("phuong-vi-du"),
        counter: slug("quay-1"),
        code: PrintedCode::mint(|| 7),
        about: Some(About {
            procedure: ProcedureCode::parse("1.000894").unwrap(),
            edition: EditionMark([0xab; 16]),
        }),
        language: Language::VI,
        mode: Mode::Qr,
        ticket: None,
        answers: vec![
            (slug("hai-long"), AnswerValue::Level(4)),
            (slug("gop-y"), AnswerValue::Text(words.into())),
        ],
        received_at: 1_795_249_800_000,
        marks: vec![Mark::NoStamp, Mark::Personal],
    }
}

/// Sends all at once and waits for every answer, in the order of sending.
fn keep_all(store: &SqliteStore, ratings: Vec<Submission>) -> Vec<Result<Kept, StoreError>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let keeping: Vec<Keeping> = ratings.into_iter().map(|rating| store.keep(rating)).collect();
    runtime.block_on(async {
        let mut kept = Vec::new();
        for one in keeping {
            kept.push(one.await);
        }
        kept
    })
}

fn exported(store: &SqliteStore) -> Vec<StoredRating> {
    let mut all = Vec::new();
    store
        .export(&mut |rating| {
            all.push(rating);
            Ok(())
        })
        .unwrap();
    all
}

#[test]
fn one_key_is_one_rating_however_often_it_is_sent() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    let kept = keep_all(&store, (0..100).map(|_| rating(1, "như nhau")).collect());
    let receipts: Vec<Receipt> =
        kept.iter().map(|kept| kept.as_ref().unwrap().receipt().unwrap()).collect();
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]));
    let new = kept.iter().filter(|kept| matches!(kept, Ok(Kept::New(_)))).count();
    assert_eq!((new, store.count().unwrap()), (1, 1));
    assert_eq!(store.health(), Health { accepting: true, trouble: None, waiting: 0 });
}

#[test]
fn two_keys_with_equal_answers_are_two_ratings() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    let kept = keep_all(&store, vec![rating(1, "như nhau"), rating(2, "như nhau")]);
    assert!(kept.iter().all(|kept| matches!(kept, Ok(Kept::New(_)))));
    assert_eq!(store.count().unwrap(), 2);
}

#[test]
fn the_first_receipt_stands_even_if_the_secret_changes() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    let first = keep_all(&store, vec![rating(1, "")]).remove(0).unwrap();
    let again =
        Submission { receipt: Receipt::of(&Secret::new([2; 32]), &Key([1; 16])), ..rating(1, "") };
    assert_eq!(
        keep_all(&store, vec![again]).remove(0).unwrap(),
        Kept::Already(first.receipt().unwrap())
    );
}

#[test]
fn what_was_kept_is_there_after_opening_again() {
    let dir = tempfile::tempdir().unwrap();
    keep_all(&open(&dir).unwrap(), vec![rating(1, "Chờ lâu"), rating(2, "")]);
    let store = open(&dir).unwrap();
    keep_all(&store, vec![rating(3, "")]);
    let all = exported(&store);
    assert_eq!(all.len(), 3);
    assert!(all.iter().any(|stored| stored.submission == rating(1, "Chờ lâu")));
}

#[test]
fn a_poisoned_row_does_not_take_its_neighbours_along() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    let file = dir.path().join("var/niemyet.db");
    let poison = "CREATE TRIGGER poison BEFORE INSERT ON rating WHEN NEW.answers LIKE '%doc%' \
                  BEGIN SELECT raise(ABORT, 'poison'); END";
    Connection::open(&file).unwrap().execute_batch(poison).unwrap();
    let mut ratings: Vec<_> = (1..=9).map(|key| rating(key, "lành")).collect();
    ratings[4] = rating(5, "doc");
    let kept = keep_all(&store, ratings);
    let refused: Vec<usize> = (0..9).filter(|at| kept[*at].is_err()).collect();
    assert_eq!((refused, store.count().unwrap()), (vec![4], 8));
    assert!(store.health().accepting);
    keep_all(&store, vec![rating(10, "lành")]);
    assert_eq!(store.health().trouble, None);
}

#[test]
fn a_newer_database_and_a_changed_migration_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(&dir).unwrap());
    let alter = |sql| {
        let file = dir.path().join("var/niemyet.db");
        Connection::open(file).unwrap().execute_batch(sql).unwrap();
    };
    alter("INSERT INTO migration (number, checksum) VALUES (99, '')");
    assert!(matches!(open(&dir), Err(StoreError::Newer { found: 99, known: 3, .. })));
    alter("DELETE FROM migration WHERE number = 99; UPDATE migration SET checksum = 'x'");
    assert!(matches!(open(&dir), Err(StoreError::OtherMigration { number: 1, .. })));
}

#[test]
fn a_full_queue_says_busy_and_nothing_that_was_answered_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    // Somebody else holds the database, so the queue fills up.
    let mut other = Connection::open(dir.path().join("var/niemyet.db")).unwrap();
    let lock = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    let numbered = |number: u32| {
        let mut one = rating(1, "");
        one.key.0[..4].copy_from_slice(&number.to_be_bytes());
        one
    };
    // One batch in hand, a full queue, and a few more.
    let sent = u32::try_from(QUEUE + 1024 + 50).unwrap();
    let keeping: Vec<Keeping> = (0..sent).map(|number| store.keep(numbered(number))).collect();
    assert!(store.health().waiting >= QUEUE);
    drop(lock);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (mut kept, mut busy) = (0, 0);
    for one in keeping {
        match runtime.block_on(one) {
            Ok(_) => kept += 1,
            Err(StoreError::Busy) => busy += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(busy >= 50, "{busy}");
    assert_eq!((store.count().unwrap(), store.health().waiting), (kept, 0));
}

#[test]
#[cfg(unix)]
fn only_the_owner_may_look_inside() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    keep_all(&store, vec![rating(1, "")]);
    let mode =
        |path: &str| std::fs::metadata(dir.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("var"), 0o700);
    for file in ["var/niemyet.db", "var/niemyet.db-wal", "var/niemyet.db-shm"] {
        assert_eq!(mode(file), 0o600, "{file}");
    }
}

#[test]
fn commits_wait_for_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let file = folder(&dir).database().unwrap();
    let connection = Connection::open(file).unwrap();
    set_up(&connection).unwrap();
    let pragma = |name: &str| {
        let sql = format!("PRAGMA {name}");
        connection.query_row(&sql, [], |row| row.get::<_, rusqlite::types::Value>(0)).unwrap()
    };
    assert_eq!(pragma("journal_mode"), rusqlite::types::Value::Text("wal".into()));
    assert_eq!(pragma("synchronous"), rusqlite::types::Value::Integer(2));
}

#[test]
fn exports_hold_every_answer_and_no_formula() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    keep_all(&store, vec![rating(1, "=HYPERLINK(\"http://x\")")]);
    let (mut table, mut lines) = (Vec::new(), Vec::new());
    let mut csv = CsvTable::start(&mut table, Masking::Reviewed, true).unwrap();
    let mut json = JsonLines::start(&mut lines, Masking::Reviewed);
    store.export(&mut |rating| csv.add(&rating).and_then(|()| json.add(&rating))).unwrap();
    csv.finish().unwrap();
    json.finish().unwrap();
    let table = String::from_utf8(table).unwrap();
    assert!(table.starts_with("\u{feff}\"rating\",\"received_at\","));
    assert_eq!(table.lines().count(), 3);
    assert!(table.contains(r#""gop-y","text","'=HYPERLINK(""http://x"")","""#), "{table}");
    assert!(table.contains(r#""2026-11-21T08:30:00.000Z","20261121","phuong-vi-du","quay-1""#));
    let line: serde_json::Value = serde_json::from_slice(&lines).unwrap();
    assert_eq!(line["answers"]["hai-long"]["level"], 4);
    assert_eq!(line["marks"][1], "personal");
    assert!(line.get("key").is_none());
}

#[test]
fn a_row_edited_by_hand_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&dir).unwrap();
    keep_all(&store, vec![rating(1, "")]);
    let file = dir.path().join("var/niemyet.db");
    Connection::open(&file).unwrap().execute_batch("UPDATE rating SET mode = 'fax'").unwrap();
    let refused = store.export(&mut |_| Ok(())).unwrap_err();
    assert!(matches!(refused, StoreError::Unreadable { column: "mode", .. }), "{refused}");
}
