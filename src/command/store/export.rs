//! `niemyet store export`: what was kept, out again.

use std::io::{BufWriter, stdout};

use anyhow::Context;

use super::arguments::{ExportArguments, RatingsFormat};
use crate::command::Done;
use crate::store::{CsvTable, JsonLines, SqliteStore, Store, StoreError};

pub(super) fn run(store: &SqliteStore, arguments: &ExportArguments) -> anyhow::Result<Done> {
    let out = BufWriter::new(stdout().lock());
    let done = match arguments.format {
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
        Err(StoreError::Export(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            Ok(Done::Fine)
        }
        done => done.context("exporting ratings").map(|()| Done::Fine),
    }
}
