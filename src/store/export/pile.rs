//! Sheets of a workbook that take rows of one kind, each begun when the one before it is full.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::xlsx_book::{export_error, write};
use crate::store::StoreError;

/// Rows that a sheet can hold below its heading.
pub(super) const LONGEST: u32 = 1_048_575;

/// A pile of sheets with the same headings.
pub(super) struct Pile {
    name: &'static str,
    headings: Vec<&'static str>,
    sheets: Vec<usize>,
    next: u32,
    longest: u32,
}

impl Pile {
    /// A pile without a sheet, which the first row begins.
    pub(super) fn new(name: &'static str, headings: Vec<&'static str>, longest: u32) -> Self {
        Self { name, headings, sheets: Vec::new(), next: longest + 1, longest }
    }

    /// Begins the first sheet, so that it is there without any row.
    pub(super) fn begin(&mut self, book: &mut Workbook) -> Result<(), StoreError> {
        let number = self.sheets.len() + 1;
        self.sheets.push(book.worksheets().len());
        let sheet = book.add_worksheet_with_constant_memory().map_err(export_error)?;
        let name =
            if number == 1 { self.name.to_owned() } else { format!("{} {number}", self.name) };
        sheet.set_name(name).map_err(export_error)?;
        for (at, heading) in (0..).zip(&self.headings) {
            write(sheet, 0, at, &Cell::Text((*heading).to_owned())).map_err(export_error)?;
        }
        self.next = 1;
        Ok(())
    }

    /// One more row.
    pub(super) fn add(
        &mut self,
        book: &mut Workbook,
        cells: impl IntoIterator<Item = Cell>,
    ) -> Result<(), StoreError> {
        if self.next > self.longest {
            self.begin(book)?;
        }
        let at = self.sheets.last().copied().unwrap_or_default();
        let sheet = book.worksheet_from_index(at).map_err(export_error)?;
        let written: Result<(), XlsxError> =
            (0..).zip(cells).try_for_each(|(at, cell)| write(sheet, self.next, at, &cell));
        self.next += 1;
        written.map_err(export_error)
    }
}
