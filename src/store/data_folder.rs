//! The folder that must not be lost: the database and the keys. Only its owner may look inside.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;

/// The name of the database in the data folder.
pub const DATABASE: &str = "niemyet.db";

/// The file that programs lock which have the folder open.
const LOCK: &str = ".lock";

/// The file that says that a restore was begun and not ended.
const UNFINISHED: &str = "restore-unfinished";

/// A data folder that is held; let go when dropped.
#[derive(Debug)]
pub(super) struct FolderLock(#[allow(dead_code, reason = "held, not read")] Option<File>);

/// A data folder that exists.
#[derive(Clone, Debug)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// Makes the folder if it is not there, closed to all but its owner. The rights of a folder that is
    /// there are the operator's affair.
    pub fn prepare(path: &Path) -> Result<Self, StoreError> {
        if !path.is_dir() {
            make_closed(path)
                .map_err(|source| StoreError::Folder { path: path.to_owned(), source })?;
        }
        Ok(Self(path.to_owned()))
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the keys lie.
    pub fn keys(&self) -> PathBuf {
        self.0.join("keys")
    }

    /// Holds the folder open together with others, so that nobody replaces it meanwhile; refused while
    /// somebody does, and after somebody was cut off doing so.
    pub(super) fn shared(&self) -> Result<FolderLock, StoreError> {
        let lock = self.lock(File::try_lock_shared)?;
        if self.is_unfinished() {
            return Err(StoreError::RestoreUnfinished(self.0.clone()));
        }
        Ok(lock)
    }

    /// Holds the folder alone; refused while any program has its database open.
    pub(super) fn alone(&self) -> Result<FolderLock, StoreError> {
        self.lock(File::try_lock)
    }

    fn lock(
        &self,
        lock: impl FnOnce(&File) -> Result<(), TryLockError>,
    ) -> Result<FolderLock, StoreError> {
        let path = self.0.join(LOCK);
        let file = open_closed(&path);
        let file = file.map_err(|source| StoreError::Folder { path: path.clone(), source })?;
        match lock(&file) {
            Ok(()) => Ok(FolderLock(Some(file))),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse(self.0.clone())),
            // A file system without locks; SQLite holds its own against damage.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(FolderLock(None))
            }
            Err(TryLockError::Error(source)) => Err(StoreError::Folder { path, source }),
        }
    }

    /// Whether a restore was cut off.
    pub(super) fn is_unfinished(&self) -> bool {
        self.0.join(UNFINISHED).exists()
    }

    /// Says on the disk that the folder is being replaced.
    pub(super) fn mark_unfinished(&self) -> io::Result<()> {
        open_closed(&self.0.join(UNFINISHED))?.sync_all()?;
        super::new_file::sync_folder(&self.0)
    }

    /// Says that the folder is whole again.
    pub(super) fn mark_finished(&self) -> io::Result<()> {
        fs::remove_file(self.0.join(UNFINISHED))?;
        super::new_file::sync_folder(&self.0)
    }

    /// The database file, made empty if it is not there, so that it never exists with wider rights.
    /// `SQLite` gives its journal files the rights of this one.
    pub(super) fn database(&self) -> Result<PathBuf, StoreError> {
        let path = self.0.join(DATABASE);
        match open_closed(&path) {
            Ok(_) => Ok(path),
            Err(source) => Err(StoreError::Folder { path, source }),
        }
    }
}

fn make_closed(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// A file that only its owner may read, made if it is not there.
fn open_closed(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
