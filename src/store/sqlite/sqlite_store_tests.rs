//! What only a file can show; what every store promises is held by `tests/store.rs`.

use super::*;
use crate::feedback::sample::{key, rating_with};
use crate::feedback::{Mark, Submission};
use crate::store::sample::{keep_all, random};
use crate::store::{CsvTable, JsonLines, Masking};

fn folder(dir: &tempfile::TempDir) -> DataFolder {
    DataFolder::prepare(&dir.path().join("var")).unwrap()
}

fn open(dir: &tempfile::TempDir) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(&folder(dir), random())
}

fn rating(number: u8, words: &str) -> Submission {
    let marks = vec![Mark::NoStamp, Mark::Personal];
    Submission { marks, ..rating_with(key(number), words) }
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
    assert!(
        table.contains(
            r#""2026-11-21T08:30:00.000Z","20261121","phuong-vi-du","trung-tam","quay-1""#
        )
    );
    let line: serde_json::Value = serde_json::from_slice(&lines).unwrap();
    assert_eq!(line["answers"]["hai-long"]["level"], 4);
    assert_eq!(line["marks"][1], "personal");
    assert_eq!((&line["point"], &line["counter"]), (&"trung-tam".into(), &"quay-1".into()));
    assert!(line.get("key").is_none());
}
