//! Ratings as CSV, every cell quoted.

use std::io::Write;

use super::column::{Column, rows};
use super::masking::Masking;
use crate::store::{StoreError, StoredRating};

/// Writes ratings as CSV in UTF-8.
pub struct CsvTable<W: Write> {
    rows: csv::Writer<W>,
    masking: Masking,
}

impl<W: Write> CsvTable<W> {
    /// A table with its headings. Without a byte order mark in front, spreadsheets garble Vietnamese; some
    /// programs stumble over one.
    pub fn start(mut to: W, masking: Masking, bom: bool) -> Result<Self, StoreError> {
        if bom {
            to.write_all("\u{feff}".as_bytes()).map_err(StoreError::Export)?;
        }
        let mut rows =
            csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(to);
        rows.write_record(Column::ALL.map(Column::name)).map_err(export_error)?;
        Ok(Self { rows, masking })
    }

    /// One row for each answer of a rating.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        for row in rows(rating, self.masking) {
            let cells = Column::ALL.map(|column| column.cell(&row));
            let texts = cells.each_ref().map(|cell| cell.text());
            self.rows
                .write_record(texts.iter().map(|text| text.as_bytes()))
                .map_err(export_error)?;
        }
        Ok(())
    }

    /// Ends the table and passes on what is still held back.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.rows.flush().map_err(StoreError::Export)
    }
}

fn export_error(error: csv::Error) -> StoreError {
    StoreError::Export(error.into())
}
