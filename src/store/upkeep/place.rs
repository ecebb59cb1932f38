//! Where a store lies.

use std::fmt;

use super::Hand;
use crate::store::postgres::{PostgresHand, PostgresSnapshot};
use crate::store::snapshot::Snapshot;
use crate::store::sqlite::{SqliteHand, SqliteSnapshot};
use crate::store::{
    DATABASE, DataFolder, Database, PostgresStore, Randomness, SqliteStore, Store, StoreError,
};

/// A data folder with its own database, or a database that hosts share.
#[derive(Clone, Debug)]
pub enum Place {
    /// `niemyet.db` in a data folder.
    Folder(DataFolder),
    /// A PostgreSQL, or what speaks its language.
    Database(Box<Database>),
}

impl Place {
    /// Opens the store, brought to the newest format as needed.
    pub fn open(&self, random: Randomness) -> Result<Box<dyn Store>, StoreError> {
        Ok(match self {
            Self::Folder(folder) => Box::new(SqliteStore::open(folder, random)?),
            Self::Database(database) => {
                Box::new(PostgresStore::open(Database::clone(database), random)?)
            }
        })
    }

    /// Looks at it as it is at one moment.
    pub(in crate::store) fn snapshot(&self) -> Result<Box<dyn Snapshot>, StoreError> {
        Ok(match self {
            Self::Folder(folder) => Box::new(SqliteSnapshot::open(&folder.path().join(DATABASE))?),
            Self::Database(database) => Box::new(PostgresSnapshot::open(database)?),
        })
    }

    /// A connection for upkeep.
    pub(super) fn hand(&self) -> Result<Box<dyn Hand>, StoreError> {
        Ok(match self {
            Self::Folder(folder) => Box::new(SqliteHand::open(&folder.path().join(DATABASE))?),
            Self::Database(database) => Box::new(PostgresHand::open(database)?),
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.path().display().fmt(f),
            Self::Database(database) => database.fmt(f),
        }
    }
}
