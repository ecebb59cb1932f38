//! The law as data: acts, what a posted procedure must state, what has been abolished, and the
//! working calendar. Every legal constant carries its citation and its dates; none is in code.

mod abolished;
mod act;
mod calendar;
mod required;

pub use abolished::{AbolishedKind, AbolishedTerm};
pub use act::Act;
pub use calendar::{Calendar, Certainty, DayOff, DayOffKind, MakeUpWorkday};
pub use required::{Part, RequiredPart, Requirement};
