//! What a backup promises: it comes back equal, or says why not and leaves everything as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::feedback::matter::{Contact, Dues, Matter, MatterKind, TrackingHash};
use crate::feedback::officer::{AccountName, Officer, Role};
use crate::feedback::sample::{self, RECEIVED as MOMENT, wide_key};
use crate::feedback::{Submission, Ticket};
use crate::store::sample::{keep_all, random, wait};
use crate::store::upkeep::all_but_ratings;
use crate::store::{
    By, DATABASE, DataFolder, Inventory, Office, Place, Randomness, Received, SqliteStore, Store,
    StoreError, Token, Work, Worked, audit_head,
};
use crate::text::{Date, Language};

fn rating(number: u32) -> Submission {
    let key = wide_key(number);
    Submission {
        ticket: number.is_multiple_of(3).then_some(Ticket { id: key.0 }),
        received_at: MOMENT + i64::from(number),
        ..sample::rating_with(key, &format!("Lần {number}"))
    }
}

fn keep(store: &SqliteStore, numbers: std::ops::Range<u32>) {
    assert!(keep_all(store, numbers.map(rating)).iter().all(Result::is_ok));
}

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn data(&self, name: &str) -> DataFolder {
        DataFolder::prepare(&self.path(name)).unwrap()
    }

    /// A data folder with so many ratings and two key files.
    fn filled(&self, name: &str, ratings: u32) -> DataFolder {
        let folder = self.data(name);
        keep(&SqliteStore::open(&folder, random()).unwrap(), 0..ratings);
        fs::create_dir_all(folder.keys()).unwrap();
        fs::write(folder.keys().join("0a0b0c0d.key"), format!("{name}\n")).unwrap();
        fs::write(folder.keys().join("current"), "0a0b0c0d\n").unwrap();
        folder
    }
}

fn phrase() -> Passphrase {
    Passphrase::typed("bốn con ngựa pin ghim")
}

fn make_one(
    folder: &DataFolder,
    to: &Path,
    keys: KeysAs<'_>,
    moment: i64,
    random: &Randomness,
) -> Result<Manifest, BackupError> {
    make(folder, folder, to, keys, moment, random)
}

fn holds(folder: &DataFolder) -> Inventory {
    let store = SqliteStore::open(folder, random()).unwrap();
    let mut holds = Inventory::default();
    store.export(&mut |rating| holds.add(&rating)).unwrap();
    let mut moment = Place::Folder(folder.clone()).snapshot().unwrap();
    holds.tables = all_but_ratings(moment.as_mut()).unwrap();
    holds
}

fn wish<'a>(from: &'a Path, phrase: Option<&'a Passphrase>) -> Restoring<'a> {
    Restoring {
        from,
        passphrase: phrase,
        without_keys: phrase.is_none(),
        replace: false,
        moment: MOMENT,
    }
}

#[test]
fn a_backup_comes_back_equal_with_its_keys() {
    let home = Home::new();
    let old = home.filled("var", 40);
    let file = home.path("a.backup");
    let phrase = phrase();
    let made = make_one(&old, &file, KeysAs::Sealed(&phrase), MOMENT, &random()).unwrap();
    assert_eq!((made.database.holds.ratings, made.database.holds.answers), (40, 80));
    assert_eq!((made.database.holds.verified, made.keys.unwrap().files), (14, 2));
    let new = home.data("other/machine");
    let restored = restore(&new, &wish(&file, Some(&phrase))).unwrap();
    assert_eq!((restored.keys, restored.aside, restored.has_keys), (2, None, true));
    assert_eq!(holds(&new), holds(&old));
    assert_eq!(fs::read(new.keys().join("0a0b0c0d.key")).unwrap(), b"var\n");
    // Nothing was left beside the backup, nor in the new folder.
    let names = |path: PathBuf| {
        let mut names: Vec<String> = fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(home.0.path().to_owned()), ["a.backup", "other", "var"]);
    assert_eq!(names(new.path().to_owned()), [".lock", "keys", DATABASE]);
}

#[test]
fn matters_officers_and_the_log_come_back_too() {
    let home = Home::new();
    let old = home.filled("var", 3);
    let store = SqliteStore::open(&old, random()).unwrap();
    let matter = bring(&store);
    let link = (Token::draw(|bytes| bytes.fill(7)), MOMENT + 1_000);
    let officer = Officer {
        id: [1; 16],
        account: AccountName::parse("lan").unwrap(),
        name: "Nguyễn Thị Lan".into(),
        role: Role::Leader(matter.agency.clone()),
    };
    let by = By { account: String::new(), at: MOMENT };
    let add = Work::AddOfficer { officer: Box::new(officer.clone()), link, by };
    assert_eq!(wait(store.work(add)).unwrap(), Worked::Done);
    drop(store);
    let file = home.path("a.backup");
    let made = make_one(&old, &file, KeysAs::LeftOut, MOMENT, &random()).unwrap();
    let holds = made.database.holds;
    let rows = ["matter", "matter_event", "contact", "officer", "set_up_link", "audit"];
    assert_eq!(rows.map(|table| holds.rows(table)), [1, 1, 1, 1, 1, 1]);
    let new = home.data("new");
    assert_eq!(restore(&new, &wish(&file, None)).unwrap().holds, holds);
    let place = Place::Folder(new.clone());
    let last = audit_head(&place).unwrap().unwrap();
    assert_eq!((last.number, audit_head(&Place::Folder(old)).unwrap().unwrap()), (1, last));
    let store = SqliteStore::open(&new, random()).unwrap();
    let found = store.tracked(&matter.tracking).unwrap().unwrap();
    assert_eq!(found.matter, matter);
    assert_eq!(store.officers().unwrap()[0].officer, officer);
}

/// A petition with a contact.
fn bring(store: &SqliteStore) -> Matter {
    let day = |text| Date::parse(text).unwrap();
    let matter = Matter {
        agency: sample::slug("phuong-vi-du"),
        tracking: TrackingHash([4; 32]),
        kind: MatterKind::Petition,
        posted: None,
        counter: None,
        page: None,
        demands: Vec::new(),
        words: "Chờ lâu".into(),
        contact: Some(Contact {
            name: "Trần Thị Mẫu".into(),
            phone: Some("0900 000 000".into()),
            email: None,
            address: None,
        }),
        language: Language::VI,
        received_at: MOMENT,
        dues: Dues { handled: day("2026-12-01"), answered: day("2026-12-08") },
        marks: Vec::new(),
    };
    assert_eq!(wait(store.receive(matter.clone())).unwrap(), Received::New);
    matter
}

#[test]
#[cfg(unix)]
fn only_the_owner_may_read_what_was_made() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let file = home.path("a.backup");
    let phrase = phrase();
    make_one(&home.filled("var", 1), &file, KeysAs::Sealed(&phrase), MOMENT, &random()).unwrap();
    restore(&home.data("new"), &wish(&file, Some(&phrase))).unwrap();
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for closed in ["a.backup", "new/niemyet.db", "new/keys/current", "new/.lock"] {
        assert_eq!(mode(home.path(closed)), 0o600, "{closed}");
    }
    assert_eq!(mode(home.path("new/keys")), 0o700);
}

#[test]
fn a_backup_under_load_is_one_moment() {
    let home = Home::new();
    let folder = home.filled("var", 1);
    let store = SqliteStore::open(&folder, random()).unwrap();
    let done = AtomicBool::new(false);
    let file = home.path("a.backup");
    let made = std::thread::scope(|scope| {
        scope.spawn(|| {
            // An end, so that a failure of the test is one and not a wait.
            let mut next = 1;
            while next < 20_000 && !done.load(Ordering::Relaxed) {
                keep(&store, next..next + 20);
                next += 20;
            }
        });
        while store.count().is_ok_and(|count| count < 100) {}
        let made = make_one(&folder, &file, KeysAs::LeftOut, MOMENT, &random());
        done.store(true, Ordering::Relaxed);
        made.unwrap()
    });
    let new = home.data("new");
    let restored = restore(&new, &wish(&file, None)).unwrap();
    assert!(restored.holds.ratings >= 100 && restored.holds.ratings <= store.count().unwrap());
    assert_eq!((&restored.holds, &holds(&new)), (&made.database.holds, &made.database.holds));
    // What was kept is kept from the first on without a gap.
    let mut numbers = Vec::new();
    let store = SqliteStore::open(&new, random()).unwrap();
    store
        .export(&mut |rating| {
            numbers.push(rating.submission.received_at - MOMENT);
            Ok(())
        })
        .unwrap();
    numbers.sort_unstable();
    assert!(numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]));
}

#[test]
fn what_is_there_is_kept_aside_and_comes_back() {
    let home = Home::new();
    let phrase = phrase();
    let file = home.path("a.backup");
    make_one(&home.filled("first", 3), &file, KeysAs::Sealed(&phrase), MOMENT, &random()).unwrap();
    let folder = home.filled("var", 7);
    let before = holds(&folder);
    let refused = restore(&folder, &wish(&file, Some(&phrase))).unwrap_err();
    assert!(matches!(refused, BackupError::Occupied { ratings: Some(7), .. }), "{refused}");
    assert_eq!(holds(&folder), before);
    let replacing = Restoring { replace: true, ..wish(&file, Some(&phrase)) };
    let restored = restore(&folder, &replacing).unwrap();
    assert_eq!(holds(&folder).ratings, 3);
    assert_eq!(fs::read(folder.keys().join("0a0b0c0d.key")).unwrap(), b"first\n");
    let aside = restored.aside.unwrap();
    let back = Restoring { replace: true, ..wish(&aside, None) };
    restore(&folder, &Restoring { without_keys: false, ..back }).unwrap();
    assert_eq!(holds(&folder), before);
    assert_eq!(fs::read(folder.keys().join("0a0b0c0d.key")).unwrap(), b"var\n");
}

#[test]
fn a_broken_database_is_kept_as_it_is_and_replaced() {
    let home = Home::new();
    let file = home.path("a.backup");
    make_one(&home.filled("first", 3), &file, KeysAs::LeftOut, MOMENT, &random()).unwrap();
    let folder = home.data("var");
    fs::write(folder.path().join(DATABASE), "not a database at all, but somebody's file").unwrap();
    let refused = restore(&folder, &wish(&file, None)).unwrap_err();
    assert!(matches!(refused, BackupError::Occupied { ratings: None, .. }), "{refused}");
    let replacing = Restoring { replace: true, ..wish(&file, None) };
    let aside = restore(&folder, &replacing).unwrap().aside.unwrap();
    assert!(fs::read_to_string(aside.join(DATABASE)).unwrap().starts_with("not a database"));
    assert_eq!(holds(&folder).ratings, 3);
}

#[test]
fn nobody_restores_under_a_running_server_and_nobody_opens_half_a_restore() {
    let home = Home::new();
    let file = home.path("a.backup");
    let folder = home.filled("var", 2);
    make_one(&folder, &file, KeysAs::LeftOut, MOMENT, &random()).unwrap();
    let running = SqliteStore::open(&folder, random()).unwrap();
    let replacing = Restoring { replace: true, ..wish(&file, None) };
    let refused = restore(&folder, &replacing).unwrap_err();
    assert!(matches!(refused, BackupError::Store(StoreError::InUse(_))), "{refused}");
    drop(running);
    folder.mark_unfinished().unwrap();
    let refused = SqliteStore::open(&folder, random()).err().unwrap();
    assert!(matches!(refused, StoreError::RestoreUnfinished(_)), "{refused}");
    // The same command again puts it right, whatever is there.
    restore(&folder, &wish(&file, None)).unwrap();
    assert_eq!(holds(&folder).ratings, 2);
}

/// Restores into a folder with a rating in it and says what came of it; whatever came, the folder must
/// hold one of the two.
fn tried(home: &Home, file: &Path, phrase: &Passphrase) -> Result<(), BackupError> {
    let new = home.data("tried");
    let outcome = restore(&new, &wish(file, Some(phrase))).map(drop);
    let left: Vec<_> =
        fs::read_dir(new.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(outcome.is_ok() || left == [".lock"], "{left:?}");
    fs::remove_dir_all(new.path()).unwrap();
    outcome
}

#[test]
fn a_damaged_or_truncated_backup_is_refused_and_nothing_is_left_behind() {
    let home = Home::new();
    let phrase = phrase();
    let file = home.path("a.backup");
    // Keys cost a second each time, so most trials go without.
    let made = make_one(&home.filled("var", 5), &file, KeysAs::LeftOut, MOMENT, &random()).unwrap();
    let bytes = usize::try_from(made.database.bytes).unwrap();
    let whole = fs::read(&file).unwrap();
    let bad = home.path("bad.backup");
    for length in (0..whole.len() - 1_600).step_by(1_000) {
        fs::write(&bad, &whole[..length]).unwrap();
        let outcome = tried(&home, &bad, &phrase);
        match length {
            0 => assert!(matches!(outcome, Err(BackupError::Foreign)), "{outcome:?}"),
            // Cut in the middle of a header, it looks like a header that was changed.
            _ => assert!(
                matches!(outcome, Err(BackupError::Truncated { .. } | BackupError::Damaged { .. })),
                "{outcome:?}"
            ),
        }
    }
    let database_at = 512 + whole[512..].windows(15).position(|w| w == b"SQLite format 3").unwrap();
    for at in (0..database_at).step_by(37).chain((database_at..whole.len()).step_by(911)) {
        let mut changed = whole.clone();
        changed[at] ^= 0x01;
        fs::write(&bad, &changed).unwrap();
        let outcome = tried(&home, &bad, &phrase);
        let in_database = at >= database_at && at < database_at + bytes;
        assert!(outcome.is_err() || !in_database, "byte {at}");
    }
}

#[test]
fn what_is_not_ours_is_told() {
    let home = Home::new();
    let phrase = phrase();
    let folder = home.filled("var", 2);
    let file = home.path("a.backup");
    make_one(&folder, &file, KeysAs::Sealed(&phrase), MOMENT, &random()).unwrap();
    let again = make_one(&folder, &file, KeysAs::LeftOut, MOMENT, &random()).unwrap_err();
    assert!(matches!(again, BackupError::Exists(_)));
    let short = Passphrase::typed("ngắn quá");
    let refused = make_one(&folder, &home.path("b"), KeysAs::Sealed(&short), MOMENT, &random());
    assert!(matches!(refused, Err(BackupError::ShortPassphrase)));
    let wrong = Passphrase::typed("bốn con ngựa pin ghin");
    assert!(matches!(tried(&home, &file, &wrong), Err(BackupError::WrongPassphrase)));
    let none = restore(&home.data("n"), &Restoring { without_keys: false, ..wish(&file, None) });
    assert!(matches!(none, Err(BackupError::PassphraseNeeded)));
    tried(&home, &file, &phrase).unwrap();
    let whole = fs::read(&file).unwrap();
    let odd = home.path("odd");
    let newer = String::from_utf8_lossy(&whole[512..1024]).contains("\"version\": 1");
    assert!(newer);
    let mut later = whole.clone();
    let at = whole.windows(12).position(|w| w == b"\"version\": 1").unwrap();
    later[at + 11] = b'2';
    fs::write(&odd, &later).unwrap();
    let newer = tried(&home, &odd, &phrase);
    assert!(matches!(newer, Err(BackupError::NewerBackup { found: 2, known: 1 })), "{newer:?}");
    for foreign in [&b"PK\x03\x04 a spreadsheet"[..], b"", &[0; 5000], b"manifesto of somebody"] {
        fs::write(&odd, foreign).unwrap();
        let outcome = tried(&home, &odd, &phrase);
        assert!(matches!(outcome, Err(BackupError::Foreign)), "{outcome:?}");
    }
    let strange = rusqlite::Connection::open(home.path("strange.db")).unwrap();
    strange.execute_batch("CREATE TABLE a (b)").unwrap();
    let outcome = tried(&home, &home.path("strange.db"), &phrase);
    assert!(matches!(outcome, Err(BackupError::Foreign)), "{outcome:?}");
    // A database from a program of tomorrow.
    let database = folder.path().join(DATABASE);
    let connection = rusqlite::Connection::open(&database).unwrap();
    connection.execute_batch("INSERT INTO migration VALUES (99, '')").unwrap();
    drop(connection);
    let outcome = tried(&home, &database, &phrase);
    let newer = matches!(outcome, Err(BackupError::Store(StoreError::Newer { found: 99, .. })));
    assert!(newer, "{outcome:?}");
}
