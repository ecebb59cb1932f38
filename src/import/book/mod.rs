//! Content files ⇄ one workbook for those who will never write YAML.
//!
//! `plan` says which sheet shows what: each row stands for one map of a content file, found by ids, and each column for a
//! key of it. `exported` writes the workbook; `opened` takes a workbook apart into cells; `applied` compares each cell with
//! what the content says at its place and edits only the places that differ.

mod applied;
mod draft;
mod exported;
mod form;
mod opened;
mod plan;
mod rows;
#[cfg(test)]
mod tests;
mod translated;

pub use applied::apply_workbook;
pub use exported::{ExportError, export_workbook};
pub use opened::{Workbook, open_workbook};
