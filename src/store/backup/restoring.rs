//! A backup put back into a data folder. Everything is read, checked and written beside before anything
//! that is there is touched; what was there is kept aside as a data folder of its own, so that the way
//! back is the same command again.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{BackupError, KeyFiles, Passphrase, backup_file, compact_time, sealed_keys};
use crate::store::migration::newest_known;
use crate::store::new_file::{NewFile, sync_folder};
use crate::store::sqlite::image;
use crate::store::{DATABASE, DataFolder, Inventory};

/// How a file begins that SQLite wrote.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// What is to be put back.
#[derive(Debug)]
pub struct Restoring<'a> {
    /// A backup, a data folder, or a database file.
    pub from: &'a Path,
    /// The pass phrase of the backup, if it was given.
    pub passphrase: Option<&'a Passphrase>,
    /// Put back the database only.
    pub without_keys: bool,
    /// Put aside what is there.
    pub replace: bool,
    /// The time, in milliseconds UTC.
    pub moment: i64,
}

/// What was put back.
#[derive(Debug)]
pub struct Restored {
    /// When the backup was made, if it says so.
    pub made_at: Option<String>,
    /// What the database holds.
    pub holds: Inventory,
    /// How many key files came with it.
    pub keys: usize,
    /// Whether the data folder has keys now.
    pub has_keys: bool,
    /// Where the old lies, if there was any.
    pub aside: Option<PathBuf>,
}

/// A database and keys that were read and found sound, not yet in their place.
struct Ready {
    made_at: Option<String>,
    holds: Inventory,
    database: NewFile,
    keys: KeyFiles,
}

/// Puts a backup into a data folder that no program has open.
pub fn restore(folder: &DataFolder, wish: &Restoring<'_>) -> Result<Restored, BackupError> {
    let _alone = folder.alone()?;
    let database = folder.path().join(DATABASE);
    let own_keys = KeyFiles::read(&folder.keys()).map_err(BackupError::file(&folder.keys()))?;
    let has_database = fs::metadata(&database).is_ok_and(|found| found.len() > 0);
    let unfinished = folder.is_unfinished();
    if (has_database || !own_keys.is_empty()) && !wish.replace && !unfinished {
        let ratings = image::count(&database);
        return Err(BackupError::Occupied { folder: folder.path().to_owned(), ratings });
    }
    let ready = get_ready(&database, wish)?;
    let brings_keys = !ready.keys.is_empty() && ready.keys != own_keys;
    let aside = aside_name(folder.path(), wish.moment);
    let has_old = has_database || (brings_keys && folder.keys().exists());
    let failed = |error| BackupError::file(folder.path())(error);
    let new_keys = folder.path().join("keys.new");
    if brings_keys {
        if new_keys.exists() {
            fs::remove_dir_all(&new_keys).map_err(failed)?;
        }
        ready.keys.write(&new_keys).map_err(failed)?;
    }
    // From here to the end the folder is neither the old nor the new: the mark keeps servers off it.
    folder.mark_unfinished().map_err(failed)?;
    if has_old {
        DataFolder::prepare(&aside)?;
    }
    let (holds, made_at) = (ready.holds, ready.made_at);
    let keys = ready.keys.count();
    set_aside_database(&database, &aside).map_err(failed)?;
    ready.database.place().map_err(failed)?;
    if brings_keys {
        if folder.keys().exists() {
            fs::rename(folder.keys(), aside.join("keys")).map_err(failed)?;
        }
        fs::rename(&new_keys, folder.keys()).map_err(failed)?;
    } else if has_old && !own_keys.is_empty() {
        // A folder of its own needs its keys too.
        own_keys.write(&aside.join("keys")).map_err(failed)?;
    }
    sync_folder(folder.path()).map_err(failed)?;
    folder.mark_finished().map_err(failed)?;
    let has_keys = brings_keys || !own_keys.is_empty();
    Ok(Restored { made_at, holds, keys, has_keys, aside: has_old.then_some(aside) })
}

/// Looks through a backup, a data folder or a database without putting it anywhere but beside `beside`,
/// for a moment. With a pass phrase, the keys are opened too.
pub fn verify(
    from: &Path,
    passphrase: Option<&Passphrase>,
    beside: &DataFolder,
) -> Result<(Option<String>, Inventory, usize), BackupError> {
    let without_keys = passphrase.is_none();
    let wish = Restoring { from, passphrase, without_keys, replace: false, moment: 0 };
    let ready = get_ready(&beside.path().join("verified.db"), &wish)?;
    Ok((ready.made_at, ready.holds, ready.keys.count()))
}

fn get_ready(database: &Path, wish: &Restoring<'_>) -> Result<Ready, BackupError> {
    let mut new = NewFile::beside(database).map_err(BackupError::file(database))?;
    let from = wish.from;
    if from.is_dir() || is_database(from).map_err(BackupError::file(from))? {
        let (source, keys) = if from.is_dir() {
            let keys = from.join("keys");
            (from.join(DATABASE), KeyFiles::read(&keys).map_err(BackupError::file(&keys))?)
        } else {
            (from.to_owned(), KeyFiles::default())
        };
        if !source.is_file() {
            return Err(BackupError::Foreign);
        }
        image::take(&source, new.path())?;
        let holds = image::examine(new.path())?.holds;
        let keys = if wish.without_keys { KeyFiles::default() } else { keys };
        return Ok(Ready { made_at: None, holds, database: new, keys });
    }
    let opened = backup_file::open(from, new.file())?;
    let keys = match (&opened.sealed_keys, wish.passphrase) {
        (Some(sealed), Some(phrase)) if !wish.without_keys => sealed_keys::open(sealed, phrase)?,
        (Some(_), None) if !wish.without_keys => return Err(BackupError::PassphraseNeeded),
        _ => KeyFiles::default(),
    };
    let examined = image::examine(new.path())?;
    let said = opened.manifest.database;
    // Of an older format only the ratings are counted.
    let same = if examined.format == newest_known() {
        let counted = !said.holds.tables.is_empty();
        let mut found = examined.holds.clone();
        found.tables.retain(|_, _| counted);
        found == said.holds
    } else {
        examined.holds.ratings == said.holds.ratings
    };
    if !same {
        let (said, found) = (Box::new(said.holds), Box::new(examined.holds));
        return Err(BackupError::Differs { said, found });
    }
    let made_at = Some(opened.manifest.made_at);
    Ok(Ready { made_at, holds: examined.holds, database: new, keys })
}

fn is_database(file: &Path) -> io::Result<bool> {
    let mut begin = Vec::new();
    fs::File::open(file)?.take(16).read_to_end(&mut begin)?;
    Ok(begin == SQLITE)
}

/// A folder that is not there yet.
fn aside_name(folder: &Path, moment: i64) -> PathBuf {
    let time = compact_time(moment);
    let name = |number: u32| match number {
        0 => folder.join(format!("before-restore-{time}")),
        _ => folder.join(format!("before-restore-{time}-{number}")),
    };
    (0..1_000).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(1_000))
}

/// Gives the old database a second name in the folder aside; the new one then takes its first name in one
/// step. Its journal goes with it, since it belongs to no other database.
fn set_aside_database(database: &Path, aside: &Path) -> io::Result<()> {
    if !database.is_file() {
        return Ok(());
    }
    if aside.is_dir() {
        // A sound one is folded into one file first; a broken one is kept as it is.
        image::fold(database);
    }
    for ending in ["-wal", "-shm"] {
        let with = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        let journal = with(database);
        if journal.is_file() {
            fs::rename(&journal, with(&aside.join(DATABASE)))?;
        }
    }
    if aside.is_dir() {
        let old = aside.join(DATABASE);
        fs::hard_link(database, &old).or_else(|_| fs::rename(database, &old))?;
        sync_folder(aside)?;
    }
    Ok(())
}
