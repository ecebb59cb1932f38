//! `niemyet store`: what was kept, out again.

use std::io::{BufWriter, stdout};

use anyhow::Context;

use super::arguments::{Common, RatingsFormat, StoreArguments, StoreVerb};
use super::{Done, outside};
use crate::store::{CsvTable, DATABASE, DataFolder, JsonLines, SqliteStore, Store, StoreError};

pub(super) fn run(common: &Common, arguments: &StoreArguments) -> anyhow::Result<Done> {
    // Reading must not make an empty database where somebody mistyped the folder.
    let database = common.data.join(DATABASE);
    anyhow::ensure!(database.is_file(), "there is no {}; has serve run yet?", database.display());
    let store = open(common)?;
    match &arguments.verb {
        StoreVerb::Export { format } => export(&store, *format)?,
        StoreVerb::Count => outside::say(&store.count()?.to_string()),
    }
    Ok(Done::Fine)
}

/// Opens the store of the data folder.
pub(super) fn open(common: &Common) -> anyhow::Result<SqliteStore> {
    let folder = DataFolder::prepare(&common.data)?;
    SqliteStore::open(&folder, outside::randomness())
        .with_context(|| format!("opening the store in {}", common.data.display()))
}

fn export(store: &SqliteStore, format: RatingsFormat) -> anyhow::Result<()> {
    let out = BufWriter::new(stdout().lock());
    let done = match format {
        RatingsFormat::Csv => {
            let mut table = CsvTable::start(out)?;
            store.export(&mut |rating| table.add(&rating)).and_then(|()| table.finish())
        }
        RatingsFormat::Json => {
            let mut lines = JsonLines::start(out);
            store.export(&mut |rating| lines.add(&rating)).and_then(|()| lines.finish())
        }
    };
    match done {
        // The reader of the pipe has seen enough.
        Err(StoreError::Export(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        done => done.context("exporting ratings"),
    }
}
