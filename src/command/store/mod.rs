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

pub(super) use arguments::StoreArguments;
use arguments::StoreVerb;

use super::arguments::Common;
use super::{Done, database, tallies};
use crate::store::backup::BackupError;

pub(super) fn run(common: &Common, arguments: &StoreArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        StoreVerb::Export(one) => export::run(common, &*database::existing(common)?, one),
        StoreVerb::Dictionary(one) => dictionary::run(common, one),
        StoreVerb::Count => count::run(common, &*database::existing(common)?),
        StoreVerb::Compare => tallies::compare(common),
        StoreVerb::RebuildTallies => tallies::rebuild(common),
        StoreVerb::Purge(one) => purge::run(common, one),
        StoreVerb::Copy(one) => copy::run(common, one),
        StoreVerb::Check(one) => check::run(common, one),
        StoreVerb::Backup(one) => backup::run(common, one),
        StoreVerb::Restore(one) => restore::run(common, one),
    }
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
