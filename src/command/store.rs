//! `niemyet store`: what was kept, out again.

use std::io::{BufWriter, stdout};

use anyhow::Context;

use super::arguments::{Common, RatingsFormat, StoreArguments, StoreVerb};
use super::{Done, database, outside, tallies};
use crate::store::{CsvTable, JsonLines, Store, StoreError};

pub(super) fn run(common: &Common, arguments: &StoreArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        StoreVerb::Export { format } => export(&*database::existing(common)?, *format)?,
        StoreVerb::Count => outside::say(&database::existing(common)?.count()?.to_string()),
        StoreVerb::Compare => return tallies::compare(common),
        StoreVerb::RebuildTallies => return tallies::rebuild(common),
    }
    Ok(Done::Fine)
}

fn export(store: &dyn Store, format: RatingsFormat) -> anyhow::Result<()> {
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
