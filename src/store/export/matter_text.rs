//! Matters as text: CSV for spreadsheets, JSON lines for programs. Both have the same columns.

use std::io::Write;

use serde::ser::{SerializeMap, Serializer};

use super::cell::Cell;
use super::csv_rows::CsvRows;
use super::masking::Masking;
use super::matter_table::MatterTable;
use crate::store::{StoreError, StoredMatter};

/// Writes a table of matters.
pub struct MatterText<W: Write> {
    table: MatterTable,
    masking: Masking,
    form: Form<W>,
}

enum Form<W: Write> {
    Csv(Box<CsvRows<W>>),
    Json { to: W, headings: Vec<&'static str> },
}

impl<W: Write> MatterText<W> {
    /// A table as CSV, with a byte order mark in front if it is wanted.
    pub fn csv(to: W, table: MatterTable, masking: Masking, bom: bool) -> Result<Self, StoreError> {
        let rows = CsvRows::start(to, &table.headings(), bom)?;
        Ok(Self { table, masking, form: Form::Csv(Box::new(rows)) })
    }

    /// A table as JSON, one object a line, without what is blank.
    pub fn json(to: W, table: MatterTable, masking: Masking) -> Self {
        Self { table, masking, form: Form::Json { to, headings: table.headings() } }
    }

    /// The rows of a matter.
    pub fn add(&mut self, stored: &StoredMatter) -> Result<(), StoreError> {
        for cells in self.table.rows(stored, self.masking) {
            match &mut self.form {
                Form::Csv(rows) => rows.add(&cells)?,
                Form::Json { to, headings } => {
                    let mut line = serde_json::Serializer::new(Vec::new());
                    let written = object(&mut line, headings, &cells);
                    written.map_err(|error| StoreError::Export(error.into()))?;
                    let mut line = line.into_inner();
                    line.push(b'\n');
                    to.write_all(&line).map_err(StoreError::Export)?;
                }
            }
        }
        Ok(())
    }

    /// Ends the table and passes on what is still held back.
    pub fn finish(self) -> Result<(), StoreError> {
        match self.form {
            Form::Csv(rows) => rows.finish(),
            Form::Json { mut to, .. } => to.flush().map_err(StoreError::Export),
        }
    }
}

/// A row as an object. Programs run nothing, so words stay as they were written.
fn object<S: Serializer>(to: S, headings: &[&str], cells: &[Cell]) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(None)?;
    for (heading, cell) in headings.iter().zip(cells) {
        match cell {
            Cell::Blank => {}
            Cell::Text(text) => map.serialize_entry(heading, text)?,
            Cell::Number(number) => map.serialize_entry(heading, number)?,
        }
    }
    map.end()
}
