//! Ratings as CSV.

use std::io::Write;

use super::column::{Column, rows};
use super::csv_rows::CsvRows;
use super::masking::Masking;
use crate::store::{StoreError, StoredRating};

/// Writes ratings as CSV in UTF-8, every cell quoted.
pub struct CsvTable<W: Write> {
    rows: CsvRows<W>,
    masking: Masking,
}

impl<W: Write> CsvTable<W> {
    /// A table with its headings; with a byte order mark in front, if it is wanted.
    pub fn start(to: W, masking: Masking, bom: bool) -> Result<Self, StoreError> {
        Ok(Self { rows: CsvRows::start(to, &Column::ALL.map(Column::name), bom)?, masking })
    }

    /// One row for each answer of a rating.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        rows(rating, self.masking)
            .try_for_each(|row| self.rows.add(&Column::ALL.map(|column| column.cell(&row))))
    }

    /// Ends the table and passes on what is still held back.
    pub fn finish(self) -> Result<(), StoreError> {
        self.rows.finish()
    }
}
