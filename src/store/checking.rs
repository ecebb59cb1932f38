//! A data folder looked through while others use it: pages and references of the database, its steps, its
//! tallies, the keys, who may read them, and the room on the disk. Nothing is changed.

use std::fs;
use std::path::Path;

use super::backup::BackupError;
use super::sqlite::image;
use super::{AuditHead, BrokenAudit, DATABASE, DataFolder, Finding, Place, Randomness, StoreError};

/// All that is wrong with a data folder and with the store that belongs to it, there or in a database that
/// hosts share; such a database has its own operator, who checks its files.
pub fn check(folder: &DataFolder, place: &Place, random: &Randomness) -> Vec<Finding> {
    let mut found = Vec::new();
    let database = folder.path().join(DATABASE);
    let tallies = |found: &mut Vec<Finding>| {
        let store = place.open(Randomness::clone(random));
        let looked = store.and_then(|store| Ok((store.compare_tallies()?, store.check_matters()?)));
        match looked {
            Ok((differences, matters)) => {
                found.extend(differences.into_iter().map(Finding::Tally));
                found.extend(matters);
            }
            Err(error) => return found.push(Finding::Database(BackupError::Store(error))),
        }
        match audit_head(place) {
            Ok(Ok(_)) => {}
            Ok(Err(broken)) => found.push(Finding::Audit(broken)),
            Err(error) => found.push(Finding::Database(BackupError::Store(error))),
        }
    };
    if folder.is_unfinished() {
        found.push(Finding::RestoreUnfinished(folder.path().to_owned()));
    }
    if matches!(place, Place::Database(_)) {
        tallies(&mut found);
    } else if database.is_file() {
        match image::look_through(&database) {
            Err(error) => found.push(Finding::Database(error)),
            Ok(()) if folder.is_unfinished() => {}
            Ok(()) => tallies(&mut found),
        }
        room(folder.path(), &database, &mut found);
    } else {
        found.push(Finding::NoDatabase(database.clone()));
    }
    keys(&folder.keys(), &mut found);
    rights(folder.path(), &mut found);
    found
}

/// Proves the log of the officers' desk from its first row to its last: where it ends, or where it breaks.
pub fn audit_head(place: &Place) -> Result<Result<AuditHead, BrokenAudit>, StoreError> {
    super::office::prove(place.snapshot()?.as_mut())
}

/// The key in use must be there and be one.
fn keys(folder: &Path, found: &mut Vec<Finding>) {
    let Ok(id) = fs::read_to_string(folder.join("current")) else {
        return found.push(Finding::NoKey(folder.to_owned()));
    };
    let in_use = folder.join(format!("{}.key", id.trim()));
    if !in_use.is_file() {
        found.push(Finding::NoKey(folder.to_owned()));
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for path in entries.filter(|path| path.extension().is_some_and(|ending| ending == "key")) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let digits = text.trim();
        if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            found.push(Finding::BadKey(path));
        }
    }
}

/// Nobody but the owner may read the folder or anything in it.
#[cfg(unix)]
fn rights(path: &Path, found: &mut Vec<Finding>) {
    use std::os::unix::fs::PermissionsExt;
    let unseen = |error: std::io::Error| Finding::Unseen {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let about = match fs::symlink_metadata(path) {
        Ok(about) => about,
        Err(error) => return found.push(unseen(error)),
    };
    let rights = about.permissions().mode() & 0o777;
    if !about.is_symlink() && rights & 0o077 != 0 {
        found.push(Finding::Open { path: path.to_owned(), rights });
    }
    if about.is_dir() {
        match fs::read_dir(path) {
            Ok(entries) => {
                let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
                paths.sort();
                for path in &paths {
                    self::rights(path, found);
                }
            }
            Err(error) => found.push(unseen(error)),
        }
    }
}

#[cfg(not(unix))]
fn rights(_: &Path, _: &mut Vec<Finding>) {}

/// A backup writes a copy of the database before it is packed.
#[cfg(unix)]
fn room(folder: &Path, database: &Path, found: &mut Vec<Finding>) {
    let Ok(disk) = rustix::fs::statvfs(folder) else { return };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let database = fs::metadata(database).map_or(0, |about| about.len());
    if free < database.max(64 * 1024 * 1024) {
        found.push(Finding::LittleRoom { free, database });
    }
}

#[cfg(not(unix))]
fn room(_: &Path, _: &Path, _: &mut Vec<Finding>) {}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Tongue;
    use crate::store::SqliteStore;

    fn found(folder: &DataFolder) -> Vec<Finding> {
        let random: Randomness = Arc::new(|bytes| bytes.fill(7));
        check(folder, &Place::Folder(folder.clone()), &random)
    }

    #[test]
    fn each_thing_that_can_be_wrong_is_found() {
        let dir = tempfile::tempdir().unwrap();
        let folder = DataFolder::prepare(&dir.path().join("var")).unwrap();
        assert!(matches!(found(&folder)[..], [Finding::NoDatabase(_), Finding::NoKey(_)]));
        drop(SqliteStore::open(&folder, Arc::new(|bytes| bytes.fill(7))).unwrap());
        fs::create_dir(folder.keys()).unwrap();
        let close = |path: &Path, rights| {
            fs::set_permissions(path, fs::Permissions::from_mode(rights)).unwrap();
        };
        close(&folder.keys(), 0o700);
        for (name, text) in [("current", "0a"), ("0a.key", "a key?")] {
            let path = folder.keys().join(name);
            fs::write(&path, text).unwrap();
            close(&path, 0o600);
        }
        let [Finding::BadKey(key)] = &found(&folder)[..] else { panic!("{:?}", found(&folder)) };
        fs::write(key, "0".repeat(64)).unwrap();
        assert!(found(&folder).is_empty(), "{:?}", found(&folder));
        close(key, 0o644);
        assert!(matches!(found(&folder)[..], [Finding::Open { rights: 0o644, .. }]));
        close(key, 0o600);
        folder.mark_unfinished().unwrap();
        assert!(matches!(found(&folder)[..], [Finding::RestoreUnfinished(_)]));
        folder.mark_finished().unwrap();
        let database = folder.path().join(DATABASE);
        let whole = fs::read(&database).unwrap();
        let mut broken = whole.clone();
        broken[4096..4600].fill(0xff);
        fs::write(&database, &broken).unwrap();
        let all = found(&folder);
        assert!(matches!(all[..], [Finding::Database(_)]), "{all:?}");
        assert!(all[0].say(Tongue::Vietnamese).contains("store restore"));
        fs::write(&database, &whole).unwrap();
        let connection = rusqlite::Connection::open(&database).unwrap();
        connection.execute_batch("UPDATE migration SET checksum = '' WHERE number = 1").unwrap();
        drop(connection);
        let all = found(&folder);
        let other = |one: &Finding| {
            let other = StoreError::OtherMigration { database: String::new(), number: 1 };
            let same = std::mem::discriminant(&other);
            matches!(one, Finding::Database(BackupError::Store(error)) if std::mem::discriminant(error) == same)
        };
        assert!(all.len() == 1 && other(&all[0]), "{all:?}");
    }
}
