//! `niemyet store`: care of what was kept. One file a verb.

pub(super) mod arguments;
mod backup;
mod check;
mod closing;
mod copy;
mod count;
mod dictionary;
mod export;
mod export_matters;
mod phrase;
pub(super) mod purge;
mod restore;

use arguments::StoreArguments;
use arguments::StoreVerb;

use super::done::Done;
use super::flags::Common;
use super::{database, tallies};

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
