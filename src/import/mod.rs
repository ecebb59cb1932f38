//! Files of others → proposed content files and a report; nothing is written here.
//!
//! An adapter (`portal`) takes a source apart into [`ImportedProcedure`]s: what the source says, word for word,
//! and where. `meaning` reads those words as content has them; what it cannot read with certainty it quotes, and notes
//! in `to_decide`. [`propose`] holds that against the content folder as it stands and gives [`Proposal`]s: whole texts
//! of files, to be shown as a difference and written only when a person has said yes.

mod act;
mod book;
mod difference;
mod imported;
mod meaning;
mod named;
mod portal;
mod proposal;
#[cfg(test)]
mod tests;

pub use book::{ExportError, Workbook, apply_workbook, export_workbook, open_workbook};
pub use difference::difference;
pub use imported::{
    ImportedAct, ImportedBodies, ImportedCase, ImportedChannel, ImportedFee, ImportedLimit,
    ImportedPaper, ImportedProcedure, ImportedResult, Source,
};
pub use portal::portal_records;
pub use proposal::{Proposal, ProposedFile, Settings, propose};
