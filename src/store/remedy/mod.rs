//! What an agency makes good, kept beside what went wrong: apologies, late files, totals, and the measures and words that go
//! into a bulletin. Written like all work of the desk, a transaction each with its row of the log.

mod hiding;
mod look_up;
mod measure;
mod overdue_total;
#[allow(clippy::module_inception, reason = "the room is named after its chief type")]
mod remedy;
mod remedying;
mod reporting;
mod stored_apology;

pub(super) use look_up::{
    apologies, apology, late_files, measures, overdue_totals, quotes, shows_hidden,
};
pub(super) use remedying::carry_out;

pub use measure::{ChosenQuote, Measure};
pub use overdue_total::OverdueTotal;
pub use remedy::Remedy;
pub use reporting::Remedies;
pub use stored_apology::{SignedApology, StoredApology};
