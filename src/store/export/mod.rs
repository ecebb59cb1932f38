//! Ratings and matters out again: as CSV, XLSX and JSON lines, with a dictionary of what each column holds. Words that
//! may hold personal data are masked unless the operator has reviewed them; nothing that a spreadsheet
//! would run leaves as it came.

mod cell;
mod column;
mod csv_rows;
mod csv_table;
mod dictionary;
mod dictionary_words;
mod disclosed;
mod event_column;
mod formula;
mod json_lines;
mod masking;
mod matter_book;
mod matter_column;
mod matter_table;
mod matter_text;
mod matter_words;
mod pile;
mod xlsx_book;

#[cfg(test)]
mod matter_tests;
#[cfg(test)]
mod tests;

pub(super) use json_lines::everything;

pub use csv_table::CsvTable;
pub use dictionary::Dictionary;
pub use json_lines::JsonLines;
pub use masking::Masking;
pub use matter_book::MatterBook;
pub use matter_table::MatterTable;
pub use matter_text::MatterText;
pub use xlsx_book::XlsxBook;
