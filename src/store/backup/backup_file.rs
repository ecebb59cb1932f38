//! A backup: a tar with `manifest.json`, `keys.sealed` unless they were left out, `niemyet.db`, and at its
//! end `complete`, the hash of the manifest. It can be looked into with `tar`.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use tar::{Archive, Builder, Entries, EntryType, Header};

use super::manifest::{DatabasePart, KeysPart, Manifest};
use super::{BackupError, KeyFiles, KeysAs, sealed_keys};
use crate::store::new_file::{NewFile, neighbour};
use crate::store::sqlite::image;
use crate::store::{DATABASE, DataFolder, Randomness, utc};

const MANIFEST: &str = "manifest.json";
const KEYS: &str = "keys.sealed";
const COMPLETE: &str = "complete";

/// No manifest and no sealed keys are this long.
const LONGEST: u64 = 4 * 1024 * 1024;

/// Backs up the database of a data folder, and the keys of one, while others use them, and reads the backup
/// back before it gets its name. The two are one folder unless the database was copied from another engine.
/// `moment` is the time in milliseconds UTC.
pub fn make(
    folder: &DataFolder,
    keys_of: &DataFolder,
    to: &Path,
    keys: KeysAs<'_>,
    moment: i64,
    random: &Randomness,
) -> Result<Manifest, BackupError> {
    let database = folder.path().join(DATABASE);
    if !database.is_file() {
        return Err(BackupError::NoDatabase(database));
    }
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let sealed = match keys {
        KeysAs::LeftOut => None,
        KeysAs::Sealed(phrase) if !phrase.is_long_enough() => {
            return Err(BackupError::ShortPassphrase);
        }
        KeysAs::Sealed(phrase) => {
            let path = keys_of.keys();
            let files = KeyFiles::read(&path).map_err(BackupError::file(&path))?;
            let sealed = (!files.is_empty()).then(|| sealed_keys::seal(&files, phrase, random));
            sealed.transpose()?.map(|sealed| (files.count(), sealed))
        }
    };
    let failed = |error| BackupError::file(to)(error);
    let mut copy = NewFile::beside(&neighbour(to, "database")).map_err(failed)?;
    image::take(&database, copy.path())?;
    let examined = image::examine(copy.path())?;
    let (bytes, blake3) = hash(copy.file()).map_err(failed)?;
    let (migration, holds) = (examined.format, examined.holds);
    let part = DatabasePart { bytes, blake3, migration, holds };
    let keys = sealed.as_ref().map(|(files, sealed)| KeysPart {
        files: *files,
        bytes: sealed.len() as u64,
        blake3: blake3::hash(sealed).to_string(),
    });
    let manifest = Manifest::new(utc::written(moment), part, keys);
    let mut file = NewFile::beside(to).map_err(failed)?;
    let sealed = sealed.as_ref().map(|(_, sealed)| sealed.as_slice());
    let seconds = u64::try_from(moment / 1_000).unwrap_or_default();
    write(&mut file, &manifest.written()?, sealed, copy.file(), seconds).map_err(failed)?;
    drop(copy);
    file.file().sync_all().map_err(failed)?;
    file.file().seek(SeekFrom::Start(0)).map_err(failed)?;
    read(file.file(), to, &mut io::sink())?;
    file.place().map_err(failed)?;
    Ok(manifest)
}

/// What was read from a backup besides its database.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) manifest: Manifest,
    pub(super) sealed_keys: Option<Vec<u8>>,
}

/// Reads a backup from end to end and hands its database to `database`. Every part is compared with
/// what the manifest says; whoever gets an error throws away what was handed over.
pub(super) fn open(path: &Path, database: &mut dyn Write) -> Result<Opened, BackupError> {
    let file = File::open(path).map_err(BackupError::file(path))?;
    read(&file, path, database)
}

fn write(
    to: &mut NewFile,
    manifest: &[u8],
    keys: Option<&[u8]>,
    database: &mut File,
    seconds: u64,
) -> io::Result<()> {
    let mut tar = Builder::new(io::BufWriter::with_capacity(1 << 20, to));
    let mut put = |name: &str, bytes: u64, from: &mut dyn Read| {
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o600);
        header.set_mtime(seconds);
        header.set_size(bytes);
        tar.append_data(&mut header, name, from)
    };
    put(MANIFEST, manifest.len() as u64, &mut &*manifest)?;
    if let Some(mut keys) = keys {
        put(KEYS, keys.len() as u64, &mut keys)?;
    }
    database.seek(SeekFrom::Start(0))?;
    put(DATABASE, database.metadata()?.len(), database)?;
    let complete = format!("{}\n", blake3::hash(manifest));
    put(COMPLETE, complete.len() as u64, &mut complete.as_bytes())?;
    tar.into_inner()?.flush()
}

fn read(file: &File, path: &Path, database: &mut dyn Write) -> Result<Opened, BackupError> {
    let mut archive = Archive::new(BufReader::with_capacity(1 << 20, file));
    let mut entries = archive.entries().map_err(BackupError::file(path))?;
    let text = match piece(&mut entries, MANIFEST) {
        Ok(text) => text,
        // A file that does not begin as ours never was ours, unless it is ours and cut short.
        Err(BackupError::Truncated { .. }) if begins_as_ours(path) => {
            return Err(BackupError::Truncated { part: MANIFEST });
        }
        Err(BackupError::Damaged { .. }) if begins_as_ours(path) => {
            return Err(BackupError::Damaged { part: MANIFEST });
        }
        Err(_) => return Err(BackupError::Foreign),
    };
    let manifest = Manifest::read(&text)?;
    let sealed_keys = match &manifest.keys {
        None => None,
        Some(part) => {
            let sealed = piece(&mut entries, KEYS)?;
            if blake3::hash(&sealed).to_string() != part.blake3 {
                return Err(BackupError::Damaged { part: KEYS });
            }
            Some(sealed)
        }
    };
    pour(&mut entries, &manifest.database, path, database)?;
    let complete = piece(&mut entries, COMPLETE)?;
    if complete != format!("{}\n", blake3::hash(&text)).into_bytes() {
        return Err(BackupError::Damaged { part: MANIFEST });
    }
    Ok(Opened { manifest, sealed_keys })
}

/// The next entry, which must be a plain file of this name.
fn next<'a, R: Read>(
    entries: &mut Entries<'a, R>,
    name: &'static str,
) -> Result<tar::Entry<'a, R>, BackupError> {
    let truncated = BackupError::Truncated { part: name };
    let damaged = BackupError::Damaged { part: name };
    let entry = match entries.next() {
        None => return Err(truncated),
        Some(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(truncated),
        Some(Err(_)) => return Err(damaged),
        Some(Ok(entry)) => entry,
    };
    let named = entry.path_bytes().as_ref() == name.as_bytes();
    let plain = entry.header().entry_type() == EntryType::Regular;
    if named && plain { Ok(entry) } else { Err(damaged) }
}

/// A small entry, whole.
fn piece<R: Read>(
    entries: &mut Entries<'_, R>,
    name: &'static str,
) -> Result<Vec<u8>, BackupError> {
    let entry = next(entries, name)?;
    let size = entry.size();
    if size > LONGEST {
        return Err(BackupError::Damaged { part: name });
    }
    let mut bytes = Vec::new();
    let read = entry.take(LONGEST).read_to_end(&mut bytes);
    match read {
        Ok(read) if read as u64 == size => Ok(bytes),
        _ => Err(BackupError::Truncated { part: name }),
    }
}

/// Hands on the database and compares its length and hash.
fn pour<R: Read>(
    entries: &mut Entries<'_, R>,
    said: &DatabasePart,
    path: &Path,
    to: &mut dyn Write,
) -> Result<(), BackupError> {
    let mut entry = next(entries, DATABASE)?;
    if entry.size() != said.bytes {
        return Err(BackupError::Damaged { part: DATABASE });
    }
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 20];
    let mut poured = 0;
    loop {
        let count = match entry.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
            Err(error) => return Err(BackupError::file(path)(error)),
        };
        hasher.update(&buffer[..count]);
        to.write_all(&buffer[..count]).map_err(BackupError::file(Path::new(DATABASE)))?;
        poured += count as u64;
    }
    if poured < said.bytes {
        return Err(BackupError::Truncated { part: DATABASE });
    }
    let sound = hasher.finalize().to_string() == said.blake3;
    if sound { Ok(()) } else { Err(BackupError::Damaged { part: DATABASE }) }
}

fn begins_as_ours(path: &Path) -> bool {
    let mut begin = [0; MANIFEST.len()];
    let read = File::open(path).and_then(|mut file| file.read(&mut begin)).unwrap_or_default();
    read > 0 && MANIFEST.as_bytes().starts_with(&begin[..read])
}

/// The length of a file and its hash.
fn hash(file: &mut File) -> io::Result<(u64, String)> {
    file.seek(SeekFrom::Start(0))?;
    let mut hasher = blake3::Hasher::new();
    let bytes = io::copy(file, &mut hasher)?;
    Ok((bytes, hasher.finalize().to_string()))
}
