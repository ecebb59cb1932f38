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
use super::pile::{LONGEST, Pile};
use crate::store::{StoreError, StoredRating};

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
        let pile = |held| Pile::new(state(held), Column::ALL.map(Column::name).to_vec(), longest);
        let mut started = Self { book, counted: pile(false), held: pile(true), masking };
        started.counted.begin(&mut started.book)?;
        Ok(started)
    }

    /// One row for each answer of a rating.
    pub fn add(&mut self, rating: &StoredRating) -> Result<(), StoreError> {
        let pile = if rating.held { &mut self.held } else { &mut self.counted };
        for row in rows(rating, self.masking) {
            pile.add(&mut self.book, Column::ALL.map(|column| column.cell(&row)))?;
        }
        Ok(())
    }

    /// Adds the dictionary and writes the workbook.
    pub fn finish<W: Write + Seek + Send>(
        mut self,
        dictionary: &Dictionary,
        to: W,
    ) -> Result<(), StoreError> {
        add_dictionary(&mut self.book, dictionary)?;
        self.book.save_to_writer(to).map_err(export_error)
    }
}

/// The dictionary on a sheet of its own, the last.
pub(super) fn add_dictionary(
    book: &mut Workbook,
    dictionary: &Dictionary,
) -> Result<(), StoreError> {
    let sheet = book.add_worksheet_with_constant_memory().map_err(export_error)?;
    sheet.set_name("dictionary").map_err(export_error)?;
    for (line, texts) in (0..).zip(dictionary.table()) {
        for (at, text) in (0..).zip(texts) {
            write(sheet, line, at, &Cell::Text(text)).map_err(export_error)?;
        }
    }
    Ok(())
}

pub(super) fn write(
    sheet: &mut Worksheet,
    line: u32,
    at: u16,
    cell: &Cell,
) -> Result<(), XlsxError> {
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

pub(super) fn export_error(error: XlsxError) -> StoreError {
    StoreError::Export(match error {
        XlsxError::IoError(error) => error,
        other => std::io::Error::other(other),
    })
}
