//! What a backup says of itself, as `manifest.json` at its beginning: readable by people, and checked
//! against what is in it.

use serde::{Deserialize, Serialize};

use super::BackupError;
use crate::store::Inventory;

/// The word by which a backup is known.
const FORMAT: &str = "niemyet-backup";

/// The newest form of a backup that this program knows.
const VERSION: u32 = 1;

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    version: u32,
    /// The program that made it.
    pub made_by: String,
    /// When it was made, in RFC 3339, UTC.
    pub made_at: String,
    /// The database in it.
    pub database: DatabasePart,
    /// The keys in it; none if they were left out.
    pub keys: Option<KeysPart>,
}

/// The database of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatabasePart {
    /// Its length.
    pub bytes: u64,
    /// Its BLAKE3 hash.
    pub blake3: String,
    /// The number of its newest migration.
    pub migration: i64,
    /// What it holds.
    pub holds: Inventory,
}

/// The keys of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysPart {
    /// How many files.
    pub files: usize,
    /// The length of the sealed piece.
    pub bytes: u64,
    /// Its BLAKE3 hash.
    pub blake3: String,
}

/// Enough to tell whose a manifest is, whatever else later versions put in.
#[derive(Deserialize)]
struct Kind {
    format: String,
    version: u32,
}

impl Manifest {
    pub(super) fn new(made_at: String, database: DatabasePart, keys: Option<KeysPart>) -> Self {
        let made_by = concat!("niemyet ", env!("CARGO_PKG_VERSION")).to_owned();
        Self { format: FORMAT.into(), version: VERSION, made_by, made_at, database, keys }
    }

    pub(super) fn written(&self) -> Result<Vec<u8>, BackupError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(|_| BackupError::Seal)?;
        text.push(b'\n');
        Ok(text)
    }

    pub(super) fn read(text: &[u8]) -> Result<Self, BackupError> {
        let damaged = |_| BackupError::Damaged { part: "manifest.json" };
        let kind: Kind = serde_json::from_slice(text).map_err(damaged)?;
        if kind.format != FORMAT {
            return Err(BackupError::Foreign);
        }
        if kind.version > VERSION {
            return Err(BackupError::NewerBackup { found: kind.version, known: VERSION });
        }
        serde_json::from_slice(text).map_err(damaged)
    }
}
