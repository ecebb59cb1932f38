//! Disks that fail: whoever was thanked is kept, whatever happens. A child of this program runs with a
//! shim before libc that makes one write or one sync fail (`shim.c`).
//!
//! The gate runs short forms; `NIEMYET_LONG=1 cargo test --test store` runs the long ones.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use niemyet::feedback::{How, Receipt};
use niemyet::store::{DataFolder, Kept, SqliteStore, Store, StoreError};

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

/// A line to the parent, apart from what the test runner says.
fn say(line: &str) {
    writeln!(std::io::stdout(), "\n{line}").unwrap();
}

/// Keeps and amends ratings and says of each whether it was answered.
#[test]
#[ignore = "the child of a test"]
fn keeps_on_a_disk_that_fails() {
    let store = match open(&given()) {
        Ok(store) => store,
        Err(error) => return say(&format!("unopened {error:?}")),
    };
    for number in 0..(if long() { 20 } else { 4 }) {
        let mut answers: Vec<Result<Receipt, StoreError>> = Vec::new();
        let pair = vec![rating(2 * number, ""), rating(2 * number + 1, "")];
        answers.extend(
            keep_all(&store, pair).into_iter().map(|kept| kept.map(|one| one.receipt().unwrap())),
        );
        let amended = amendment(2 * number, How::Replace, vec![level("hai-long", 1)], 10);
        let amended = all([store.amend(amended)]).remove(0);
        for answer in answers {
            match answer {
                Ok(receipt) => say(&format!("kept {receipt}")),
                Err(_) => say("failed"),
            }
        }
        say(if amended.is_ok() { "amended" } else { "failed" });
    }
    let health = store.health();
    say(&format!("accepting {} {:?}", health.accepting, health.trouble));
}

#[test]
fn any_write_or_sync_may_fail() {
    let mut syncs = 0;
    for call in 1.. {
        let home = tempfile::tempdir().unwrap();
        drop(open(home.path()).unwrap());
        let done = child("keeps_on_a_disk_that_fails", home.path(), ("SHIM_AT", call.to_string()));
        let said = String::from_utf8_lossy(&done.stdout);
        let shim = String::from_utf8_lossy(&done.stderr);
        let (hit, refused) = (shim.contains("shim: failed"), shim.contains("failed write"));
        let lines: Vec<&str> = said.lines().collect();
        assert!(done.status.success(), "call {call}: {said}");
        // After the first that failed nothing is answered, and that is told. Where a write was refused it is
        // tried again after a while, which a slow machine may see the end of.
        let first = lines.iter().position(|line| *line == "failed");
        let last = lines.iter().rposition(|line| line.starts_with("kept") || *line == "amended");
        syncs += usize::from(hit && !refused);
        if let Some(first) = first.filter(|_| !refused) {
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
            assert!(
                call > 10 && syncs > 2 && first.is_none(),
                "the shim hardly bit: {call} calls, {syncs} syncs"
            );
            return;
        }
    }
}

/// Five ratings from a number on.
fn five(store: &SqliteStore, from: u32) -> Vec<Result<Kept, StoreError>> {
    keep_all(store, (from..from + 5).map(|number| rating(number, "")).collect())
}

/// Keeps on a disk that is full for a while.
#[test]
#[ignore = "the child of a test"]
fn keeps_on_a_disk_that_is_full() {
    let store = open(&given()).unwrap();
    let full = given().join("full");
    assert!(five(&store, 0).iter().all(Result::is_ok));
    fs::write(&full, "").unwrap();
    assert!(five(&store, 10).iter().all(Result::is_err));
    let health = store.health();
    assert!(health.accepting && health.trouble.is_some_and(|said| said.contains("full")));
    fs::remove_file(&full).unwrap();
    assert!(five(&store, 10).iter().all(Result::is_ok));
    assert!(store.health().is_sound());
    assert_eq!(store.count().unwrap(), 10);
    fits(&store);
}

/// Keeps on a disk that is read-only for a while.
#[test]
#[ignore = "the child of a test"]
fn keeps_on_a_disk_that_is_read_only() {
    let store = open(&given()).unwrap();
    let closed = given().join("closed");
    assert!(five(&store, 0).iter().all(Result::is_ok));
    fs::write(&closed, "").unwrap();
    assert!(five(&store, 10).iter().all(Result::is_err));
    assert!(!store.health().accepting && store.health().trouble.is_some());
    // Looking again makes it no better while it lasts.
    std::thread::sleep(Duration::from_secs(3));
    let met = five(&store, 10);
    assert!(matches!(met[0], Err(StoreError::Away(_))), "{met:?}");
    fs::remove_file(&closed).unwrap();
    let begun = Instant::now();
    while !store.health().is_sound() {
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(five(&store, 10).iter().all(Result::is_ok));
    assert_eq!(store.count().unwrap(), 10);
    fits(&store);
}

#[test]
fn a_disk_that_is_full_or_read_only_is_survived_without_a_new_start() {
    for (role, setting, file) in [
        ("keeps_on_a_disk_that_is_full", "SHIM_FULL", "full"),
        ("keeps_on_a_disk_that_is_read_only", "SHIM_CLOSED", "closed"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let done =
            child(role, home.path(), (setting, home.path().join(file).display().to_string()));
        let said = String::from_utf8_lossy(&done.stdout);
        let why = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success() && said.contains("1 passed"), "{said}{why}");
    }
}

#[test]
fn a_journal_cut_anywhere_after_an_answer_holds_what_was_answered() {
    let home = tempfile::tempdir().unwrap();
    let store = open(home.path()).unwrap();
    let (early, late) = if long() { (20, 80) } else { (5, 12) };
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
