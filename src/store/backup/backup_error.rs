//! Why a backup could not be made or given back, said to the operator in both tongues.

use std::io;
use std::path::PathBuf;

use super::wording;
use crate::diagnostic::Tongue;
use crate::store::wording::say as wording_of;
use crate::store::{Fault, Inventory, StoreError};

/// An error of a backup. Whatever it is, nothing was changed but what the error itself says.
#[derive(Debug)]
pub enum BackupError {
    /// A file or folder could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// There is something at the place where the backup should go.
    Exists(PathBuf),
    /// There is no database to back up.
    NoDatabase(PathBuf),
    /// The store could not be read.
    Store(StoreError),
    /// The database could not be copied or looked through.
    Database {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Fault,
    },
    /// The keys could not be sealed.
    Seal,
    /// The pass phrase is too short to seal keys with.
    ShortPassphrase,
    /// The backup holds keys and no pass phrase was given.
    PassphraseNeeded,
    /// The pass phrase is not the one, or the sealed keys were changed.
    WrongPassphrase,
    /// Neither a backup nor a data folder nor a database of ours.
    Foreign,
    /// A backup of a form that this program does not know yet.
    NewerBackup {
        /// The form of the backup.
        found: u32,
        /// The newest form that this program knows.
        known: u32,
    },
    /// A part of the backup is not what was written.
    Damaged {
        /// The part.
        part: &'static str,
    },
    /// The backup ends too soon.
    Truncated {
        /// The part in which, or before which, it ends.
        part: &'static str,
    },
    /// The database itself is not sound.
    Unsound {
        /// What SQLite found first.
        found: String,
    },
    /// The database does not hold what the backup says.
    Differs {
        /// What the backup says.
        said: Box<Inventory>,
        /// What was found.
        found: Box<Inventory>,
    },
    /// The data folder holds ratings or keys already.
    Occupied {
        /// The data folder.
        folder: PathBuf,
        /// How many ratings; none if they cannot be counted.
        ratings: Option<u64>,
    },
}

impl BackupError {
    /// What is wrong and what to do, in one sentence or two.
    pub fn say(&self, tongue: Tongue) -> String {
        match tongue {
            Tongue::Vietnamese => wording::vietnamese(self),
            Tongue::English => wording::english(self),
        }
    }

    /// The same, with what lies behind it.
    pub fn say_with_causes(&self, tongue: Tongue) -> String {
        let causes = std::iter::successors(std::error::Error::source(self), |error| error.source());
        causes
            .fold(self.say(tongue), |said, cause| format!("{said}: {}", wording_of(cause, tongue)))
    }

    pub(in crate::store) fn file(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    pub(in crate::store) fn database(
        path: &std::path::Path,
    ) -> impl Fn(rusqlite::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Database { path: path.clone(), source: source.into() }
    }
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl std::fmt::Display for BackupError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Tongue::English))
    }
}

impl std::error::Error for BackupError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { source, .. } => Some(source),
            Self::Store(source) => Some(source),
            Self::Database { source, .. } => Some(source.as_ref()),
            _ => None,
        }
    }
}
