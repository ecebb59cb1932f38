//! Rows as CSV in UTF-8, every cell quoted and defused.

use std::io::Write;

use super::cell::Cell;
use crate::store::StoreError;

/// Writes rows.
pub(super) struct CsvRows<W: Write>(csv::Writer<W>);

impl<W: Write> CsvRows<W> {
    /// A table with its headings. Without a byte order mark in front, spreadsheets garble Vietnamese; some
    /// programs stumble over one.
    pub(super) fn start(mut to: W, headings: &[&str], bom: bool) -> Result<Self, StoreError> {
        if bom {
            to.write_all("\u{feff}".as_bytes()).map_err(StoreError::Export)?;
        }
        let quoting = csv::QuoteStyle::Always;
        let mut rows = csv::WriterBuilder::new().quote_style(quoting).from_writer(to);
        rows.write_record(headings).map_err(export_error)?;
        Ok(Self(rows))
    }

    /// One row.
    pub(super) fn add(&mut self, cells: &[Cell]) -> Result<(), StoreError> {
        let texts: Vec<_> = cells.iter().map(Cell::text).collect();
        self.0.write_record(texts.iter().map(|text| text.as_bytes())).map_err(export_error)
    }

    /// Passes on what is still held back.
    pub(super) fn finish(mut self) -> Result<(), StoreError> {
        self.0.flush().map_err(StoreError::Export)
    }
}

fn export_error(error: csv::Error) -> StoreError {
    StoreError::Export(error.into())
}
