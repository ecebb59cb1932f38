//! What is published back to citizens: bulletins that a person signed off, official indices measured by others, how
//! many files were returned in time, dialogues with citizens. Plain values; where they were written is the business
//! of `content`, how they look that of `site`.

mod apology_register;
mod bulletin;
mod cell_table;
mod dialogue;
mod drawing;
mod drawn;
mod leaders_report;
#[cfg(test)]
mod leaders_report_tests;
mod measure;
mod official;
pub mod open_figures;
mod percent;
mod performance;
mod published_cell;
mod signature;
mod topic;
mod unit;
mod whole;

pub use apology_register::{ApologyRegister, PublishedApology};
pub use bulletin::{AskedQuestion, Bulletin, NamedUnit, PlacedAgencies, SurveyResults};
pub use cell_table::CountedSheet;
pub use dialogue::{Dialogue, DialogueQuestion};
pub use drawing::Drawing;
pub use drawn::{DrawingNote, Drawn};
pub use leaders_report::LeadersReport;
pub use measure::CorrectiveMeasure;
pub use official::{OfficialIndex, OfficialMethod, OfficialTarget, OfficialYear};
pub use percent::{Percent, PercentError};
pub use performance::{FileCounts, Performance, PerformanceRow};
pub use published_cell::{PublishedCell, PublishedFigure};
pub use signature::{ContentHash, Signature};
pub use topic::{Topic, TopicError};
pub use unit::{Unit, UnitError};
pub use whole::Results;
