//! Disks that fail: whoever was thanked is kept, whatever happens. A child of this program runs with a
//! shim before libc that makes one write or one sync fail (`shim.c`).
//!
//! The gate runs short forms; `NIEMYET_LONG=1 cargo test --test store` runs the long ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use niemyet::feedback::{How, Receipt};
use niemyet::store::{DataFolder, SqliteStore, Store, StoreError};

use crate::place::{all, exported, fits, keep_all, randomness, scratch};
use crate::sample::{amendment, level, rating};

fn long() -> bool {
    std::env::var_os("NIEMYET_LONG").is_some()
}

fn open(folder: &Path) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(&DataFolder::prepare(folder)?, randomness())
}

/// The shim, compiled once.
fn shim() -> &'static Path {
    static SHIM: OnceLock<PathBuf> = OnceLock::new();
    SHIM.get_or_init(|| {
        let to = scratch("shim").with_extension("so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/shim.c");
        let done = Command::new("cc")
            .args(["-O1", "-shared", "-fPIC", "-o"])
            .args([&to, &source])
            .arg("-ldl")
            .status();
        assert!(done.expect("a C compiler is needed").success());
        to
    })
}

/// Runs the child named `role` over a database.
fn child(role: &str, folder: &Path, setting: (&str, String)) -> Output {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("faults::{role}"), "--ignored", "--nocapture"])
        .env("LD_PRELOAD", shim())
        .env("NIEMYET_CHILD", folder)
        .env(setting.0, setting.1)
        .output()
        .unwrap()
}

/// The folder that the child was given.
fn given() -> PathBuf {
    std::env::var_os("NIEMYET_CHILD").expect("this is no test but the child of one").into()
}

/// Keeps and amends ratings and says of each whether it was answered.
#[test]
#[ignore = "the child of a test"]
fn keeps_on_a_disk_that_fails() {
    let store = match open(&given()) {
        Ok(store) => store,
        Err(error) => return println!("\nunopened {error:?}"),
    };
    for number in 0..(if long() { 60 } else { 4 }) {
        let mut answers: Vec<Result<Receipt, StoreError>> = Vec::new();
        let pair = vec![rating(2 * number, ""), rating(2 * number + 1, "")];
        answers.extend(
            keep_all(&store, pair).into_iter().map(|kept| kept.map(|one| one.receipt().unwrap())),
        );
        let amended = amendment(2 * number, How::Replace, vec![level("hai-long", 1)], 10);
        let amended = all([store.amend(amended)]).remove(0);
        for answer in answers {
            match answer {
                Ok(receipt) => println!("\nkept {receipt}"),
                Err(_) => println!("\nfailed"),
            }
        }
        println!("\n{}", if amended.is_ok() { "amended" } else { "failed" });
    }
    let health = store.health();
    println!("\naccepting {} {:?}", health.accepting, health.trouble);
}

#[test]
fn any_write_or_sync_may_fail() {
    for call in 1.. {
        let home = tempfile::tempdir().unwrap();
        drop(open(home.path()).unwrap());
        let done = child("keeps_on_a_disk_that_fails", home.path(), ("SHIM_AT", call.to_string()));
        let said = String::from_utf8_lossy(&done.stdout);
        let hit = String::from_utf8_lossy(&done.stderr).contains("shim: failed");
        let lines: Vec<&str> = said.lines().collect();
        assert!(done.status.success(), "call {call}: {said}");
        // Nothing is answered any more after the first that failed, and that is told.
        let first = lines.iter().position(|line| *line == "failed");
        let last = lines.iter().rposition(|line| line.starts_with("kept") || *line == "amended");
        if let Some(first) = first {
            assert!(last.is_none_or(|last| last < first), "call {call}: {said}");
            assert!(said.contains("accepting false Some"), "call {call}: {said}");
        }
        let store = open(home.path()).unwrap();
        let kept: Vec<Receipt> =
            exported(&store).iter().map(|one| one.submission.receipt).collect();
        let thanked = lines.iter().filter_map(|line| Receipt::parse(line.strip_prefix("kept ")?));
        for receipt in thanked {
            assert_eq!(
                kept.iter().filter(|one| **one == receipt).count(),
                1,
                "call {call}: {said}"
            );
        }
        fits(&store);
        if !hit {
            assert!(call > 10 && first.is_none(), "the shim never bit: {said}");
            return;
        }
    }
}

/// Keeps on a disk that is full for a while.
#[test]
#[ignore = "the child of a test"]
fn keeps_on_a_disk_that_is_full() {
    let store = open(&given()).unwrap();
    let full = given().join("full");
    let kept =
        |from: u32| keep_all(&store, (from..from + 5).map(|number| rating(number, "")).collect());
    assert!(kept(0).iter().all(Result::is_ok));
    fs::write(&full, "").unwrap();
    assert!(kept(10).iter().all(Result::is_err));
    let health = store.health();
    assert!(health.accepting && health.trouble.is_some_and(|said| said.contains("full")));
    fs::remove_file(&full).unwrap();
    assert!(kept(10).iter().all(Result::is_ok));
    assert!(store.health().is_sound());
    assert_eq!(store.count().unwrap(), 10);
    fits(&store);
}

#[test]
fn a_full_disk_is_survived_without_a_new_start() {
    let home = tempfile::tempdir().unwrap();
    let full = home.path().join("full").display().to_string();
    let done = child("keeps_on_a_disk_that_is_full", home.path(), ("SHIM_FULL", full));
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_journal_cut_anywhere_after_an_answer_holds_what_was_answered() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path()).unwrap();
    let (early, late) = if long() { (40, 200) } else { (5, 12) };
    keep_all(&store, (0..early).map(|number| rating(number, "sớm")).collect());
    let journal = |folder: &Path| folder.join("niemyet.db-wal");
    let answered = fs::metadata(journal(home.path())).unwrap().len();
    for number in early..late {
        keep_all(&store, vec![rating(number, "muộn")]);
    }
    let database = fs::read(home.path().join("niemyet.db")).unwrap();
    let whole = fs::read(journal(home.path())).unwrap();
    assert!(answered > 0 && whole.len() as u64 > answered);
    let from = usize::try_from(answered).unwrap();
    for cut in (from..=whole.len()).step_by(512) {
        let copy = tempfile::tempdir().unwrap();
        fs::write(copy.path().join("niemyet.db"), &database).unwrap();
        fs::write(journal(copy.path()), &whole[..cut]).unwrap();
        let raw = rusqlite::Connection::open(copy.path().join("niemyet.db")).unwrap();
        let sound: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok", "cut at {cut}");
        drop(raw);
        let store = open(copy.path()).unwrap();
        let kept: BTreeSet<_> = exported(&store).iter().map(|one| one.submission.key).collect();
        // What was answered, and of the rest a beginning without gaps.
        let count = u32::try_from(kept.len()).unwrap();
        assert!(count >= early, "cut at {cut}");
        assert!((0..count).all(|number| kept.contains(&rating(number, "").key)), "cut at {cut}");
        fits(&store);
    }
}
