//! What only a file can show; what every store promises is held by `tests/store.rs`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::{About, AnswerValue, Key, Mark, Mode, Receipt, Secret};
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
