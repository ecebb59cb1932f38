//! `niemyet store`: care of what was kept. One file a verb.

mod arguments;
mod backup;
mod check;
mod copy;
mod count;
mod dictionary;
mod export;
mod phrase;
pub(super) mod purge;
mod restore;

use anyhow::Context;

pub(super) use arguments::StoreArguments;
use arguments::StoreVerb;

use super::arguments::Common;
use super::{Done, outside};
use crate::store::backup::BackupError;
use crate::store::{DATABASE, DataFolder, SqliteStore};

pub(super) fn run(common: &Common, arguments: &StoreArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        StoreVerb::Export(one) => export::run(common, &existing(common)?, one),
        StoreVerb::Dictionary(one) => dictionary::run(common, one),
        StoreVerb::Count => count::run(common, &existing(common)?),
        StoreVerb::Purge(one) => purge::run(common, one),
        StoreVerb::Copy(one) => copy::run(common, one),
        StoreVerb::Check(one) => check::run(common, one),
        StoreVerb::Backup(one) => backup::run(common, one),
        StoreVerb::Restore(one) => restore::run(common, one),
    }
}

/// Opens the store of the data folder, made if need be.
pub(super) fn open(common: &Common) -> anyhow::Result<SqliteStore> {
    let folder = DataFolder::prepare(&common.data)?;
    SqliteStore::open(&folder, outside::randomness())
        .with_context(|| format!("opening the store in {}", common.data.display()))
}

/// Opens a store that is there: reading must not make an empty database where somebody mistyped the
/// folder.
fn existing(common: &Common) -> anyhow::Result<SqliteStore> {
    let database = common.data.join(DATABASE);
    anyhow::ensure!(database.is_file(), "there is no {}; has serve run yet?", database.display());
    open(common)
}

/// An error of a backup in the operator's tongue, with its causes behind it.
fn said(common: &Common, error: BackupError) -> anyhow::Error {
    let words = error.say(common.lang);
    match std::error::Error::source(&error).map(ToString::to_string) {
        Some(_) => anyhow::Error::new(SaidError { words, error }),
        None => anyhow::anyhow!(words),
    }
}

/// An error with other words than its own.
#[derive(Debug)]
struct SaidError {
    words: String,
    error: BackupError,
}

impl std::fmt::Display for SaidError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for SaidError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.source()
    }
}
