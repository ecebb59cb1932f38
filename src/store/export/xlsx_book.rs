//! Ratings as a workbook: those that count and those in quarantine on sheets apart, the dictionary on a
//! third. Cells are typed, so that nothing in them is a formula; words are defused all the same, since
//! people save sheets as CSV.

use std::io::{Seek, Write};
use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::cell::Cell;
use super::column::{Column, rows, state};
use super::dictionary::Dictionary;
use super::masking::Masking;
use crate::store::{StoreError, StoredRating};

/// Rows that a sheet can hold below its heading.
const LONGEST: u32 = 1_048_575;

/// Characters that a cell can hold.
const WIDEST: usize = 32_767;

/// A workbook that ratings are added to. What has been added waits in unnamed files in the folder it was
/// given, so that a million rows need little memory.
pub struct XlsxBook {
    book: Workbook,
    counted: Pile,
    held: Pile,
    masking: Masking,
}

/// Sheets of one state, each begun when the one before it is full.
struct Pile {
    name: &'static str,
    sheets: Vec<usize>,
    next: u32,
    longest: u32,
}

impl XlsxBook {
    /// A workbook whose parts wait in a folder that is nobody else's business.
    pub fn start(folder: &Path, masking: Masking) -> Result<Self, StoreError> {
        Self::with_sheets_of(folder, masking, LONGEST)
    }

    pub(super) fn with_sheets_of(
        folder: &Path,
        masking: Masking,
        longest: u32,
    ) -> Result<Self, StoreError> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(export_error)?;
        let pile =
            |held| Pile { name: state(held), sheets: Vec::new(), next: longest + 1, longest };
        let mut started = Self { book, counted: pile(false), held: pile(true), masking };
        started.counted.sheet(&mut started.book)?;
        Ok(started)
    }

    /// One row for each answer of a rating.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        let pile = if rating.held { &mut self.held } else { &mut self.counted };
        for row in rows(rating, self.masking) {
            let (sheet, line) = pile.sheet(&mut self.book)?;
            for (at, column) in (0..).zip(Column::ALL) {
                write(sheet, line, at, &column.cell(&row)).map_err(export_error)?;
            }
            pile.next += 1;
        }
        Ok(())
    }

    /// Adds the dictionary and writes the workbook.
    pub fn finish<W: Write + Seek + Send>(
        mut self,
        dictionary: &Dictionary,
        to: W,
    ) -> Result<(), StoreError> {
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(export_error)?;
        sheet.set_name("dictionary").map_err(export_error)?;
        for (line, texts) in (0..).zip(dictionary.table()) {
            for (at, text) in (0..).zip(texts) {
                write(sheet, line, at, &Cell::Text(text)).map_err(export_error)?;
            }
        }
        self.book.save_to_writer(to).map_err(export_error)
    }
}

impl Pile {
    /// The sheet that the next row goes to, and its line there.
    fn sheet<'b>(
        &mut self,
        book: &'b mut Workbook,
    ) -> Result<(&'b mut Worksheet, u32), StoreError> {
        if self.next > self.longest {
            let number = self.sheets.len() + 1;
            self.sheets.push(book.worksheets().len());
            let sheet = book.add_worksheet_with_constant_memory().map_err(export_error)?;
            let name =
                if number == 1 { self.name.to_owned() } else { format!("{} {number}", self.name) };
            sheet.set_name(name).map_err(export_error)?;
            for (at, column) in (0..).zip(Column::ALL) {
                let heading = Cell::Text(column.name().to_owned());
                write(sheet, 0, at, &heading).map_err(export_error)?;
            }
            self.next = 1;
        }
        let at = self.sheets.last().copied().unwrap_or_default();
        let sheet = book.worksheet_from_index(at).map_err(export_error)?;
        Ok((sheet, self.next))
    }
}

fn write(sheet: &mut Worksheet, line: u32, at: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Blank => Ok(()),
        Cell::Number(number) => sheet.write_number(line, at, *number).map(drop),
        Cell::Text(_) => {
            let text = cell.text();
            let fits: String = text.chars().take(WIDEST).collect();
            sheet.write_string(line, at, fits).map(drop)
        }
    }
}

fn export_error(error: XlsxError) -> StoreError {
    StoreError::Export(match error {
        XlsxError::IoError(error) => error,
        other => std::io::Error::other(other),
    })
}
