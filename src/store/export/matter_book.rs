//! Matters as a workbook: they, what was done with them, and the dictionary, each on sheets of its own.

use std::io::{Seek, Write};
use std::path::Path;

use rust_xlsxwriter::Workbook;

use super::dictionary::Dictionary;
use super::masking::Masking;
use super::matter_table::MatterTable;
use super::pile::{LONGEST, Pile};
use super::xlsx_book::{add_dictionary, export_error};
use crate::store::{StoreError, StoredMatter};

/// A workbook that matters are added to. What has been added waits in unnamed files in the folder it was given.
pub struct MatterBook {
    book: Workbook,
    piles: [(MatterTable, Pile); 2],
    masking: Masking,
}

impl MatterBook {
    /// A workbook whose parts wait in a folder that is nobody else's business.
    pub fn start(folder: &Path, masking: Masking) -> Result<Self, StoreError> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(export_error)?;
        let mut piles = MatterTable::ALL
            .map(|table| (table, Pile::new(table.name(), table.headings(), LONGEST)));
        for (_, pile) in &mut piles {
            pile.begin(&mut book)?;
        }
        Ok(Self { book, piles, masking })
    }

    /// The rows of a matter.
    pub fn add(&mut self, stored: &StoredMatter) -> Result<(), StoreError> {
        for (table, pile) in &mut self.piles {
            for cells in table.rows(stored, self.masking) {
                pile.add(&mut self.book, cells)?;
            }
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
