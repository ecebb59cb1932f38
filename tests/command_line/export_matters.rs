//! Petitions and reports out again by the command: nobody is named unless it is asked for, and then that stands in the log.

use std::path::Path;
use std::process::{Command, Output};

use niemyet::feedback::matter::{Contact, Dues, Matter, MatterKind, TrackingHash};
use niemyet::store::{DataFolder, Randomness, SqliteStore, Store};
use niemyet::text::{Date, Language, Slug};

const NAME: &str = "Trần Thị Mẫu";

fn randomness() -> Randomness {
    std::sync::Arc::new(|bytes| bytes.fill(7))
}

/// A data folder with one petition.
fn filled(data: &Path) {
    let folder = DataFolder::prepare(data).unwrap();
    let store = SqliteStore::open(&folder, randomness()).unwrap();
    let day = |text| Date::parse(text).unwrap();
    let matter = Matter {
        agency: Slug::parse("xa-thu").unwrap(),
        tracking: TrackingHash([4; 32]),
        kind: MatterKind::Petition,
        posted: None,
        counter: None,
        page: None,
        demands: Vec::new(),
        words: format!("=Tôi là {NAME}, số 0912 345 678").into(),
        contact: Some(Contact {
            name: NAME.into(),
            phone: Some("0912 345 678".into()),
            email: None,
            address: None,
        }),
        language: Language::VI,
        received_at: 1_795_249_800_000,
        dues: Dues { handled: day("2026-12-01"), answered: day("2026-12-08") },
        marks: Vec::new(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(store.receive(matter)).unwrap();
}

fn export(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_niemyet"))
        .args(["--lang", "en", "--data"])
        .arg(data)
        .args(["store", "export"])
        .args(arguments)
        .env_remove("NIEMYET_DATABASE")
        .current_dir(data)
        .output()
        .unwrap()
}

fn deeds(data: &Path) -> Vec<(String, String)> {
    use niemyet::store::Office;
    let folder = DataFolder::prepare(data).unwrap();
    let store = SqliteStore::open(&folder, randomness()).unwrap();
    let rows = store.audit(None, i64::MAX, 10).unwrap();
    rows.into_iter().map(|row| (row.deed, row.subject)).collect()
}

#[test]
fn nobody_is_named_unless_it_is_asked_for_and_then_the_log_says_so() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    for arguments in [&["--of", "matters"][..], &["--of", "matter-log", "--format", "json"]] {
        let done = export(dir.path(), arguments);
        let text = String::from_utf8(done.stdout).unwrap();
        assert!(done.status.success() && text.contains("xa-thu"), "{text}");
        assert!(!text.contains(NAME) && !text.contains("0912"), "{text}");
        assert!(!text.contains("\"=Tôi"), "{text}");
    }
    assert_eq!(deeds(dir.path()), []);
    let whole = export(dir.path(), &["--of", "matters", "--with-personal"]);
    let text = String::from_utf8(whole.stdout).unwrap();
    assert!(text.contains(NAME) && text.contains("'=Tôi là"), "{text}");
    assert!(String::from_utf8(whole.stderr).unwrap().contains("do not publish it"));
    let logged = ("personal_data_exported".to_owned(), "matters".to_owned());
    assert_eq!(deeds(dir.path()), [logged]);
}

#[test]
fn a_workbook_is_whole_and_flags_are_not_guessed() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    let done = export(dir.path(), &["--of", "matters", "--format", "xlsx", "--to", "a.xlsx"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(std::fs::read(dir.path().join("a.xlsx")).unwrap().starts_with(b"PK"));
    for arguments in [&["--of", "matters", "--with-marked"][..], &["--with-personal"]] {
        let refused = export(dir.path(), arguments);
        assert_eq!((refused.status.code(), refused.stdout.is_empty()), (Some(2), true));
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains("--with-personal for petitions"), "{said}");
    }
    assert_eq!(deeds(dir.path()), []);
}
