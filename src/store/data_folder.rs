//! The folder that must not be lost: the database and the keys. Only its owner may look inside.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;

/// The name of the database in the data folder.
pub const DATABASE: &str = "niemyet.db";

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

    /// The database file, made empty if it is not there, so that it never exists with wider rights.
    /// `SQLite` gives its journal files the rights of this one.
    pub(super) fn database(&self) -> Result<PathBuf, StoreError> {
        let path = self.0.join(DATABASE);
        match touch_closed(&path) {
            Ok(()) => Ok(path),
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

fn touch_closed(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}
