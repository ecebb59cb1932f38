//! What changed for a citizen between two publications, or between two editions of a procedure.
//!
//! Both sides are laid out as [`Fact`]s: one statement each, known by the ids of what it is said of. Facts that only one
//! side has were added or dropped; facts that differ were altered, in substance or in wording alone ([`Weight`]). So
//! whatever can be stated is compared, and nothing is compared twice: what hangs on a paper that was dropped is not told
//! apart from it. Which sheets say something else is not asked here; `command` compares the marks of the sheets.

mod about;
mod agency_facts;
mod aspect;
mod between;
mod comparing;
mod fact;
mod figures;
mod history;
mod offering_facts;
mod one_change;
mod procedure_facts;
mod value;
mod value_words;
mod weight;

pub use about::{About, Desk};
pub use aspect::Aspect;
pub use between::{AgencyChanges, Changes, ProcedureChanges, Stage, between};
pub use comparing::compared;
pub use fact::Fact;
pub use history::{Turn, turns};
pub use one_change::Change;
pub use procedure_facts::procedure_facts;
pub use value::{FeeLine, Value};
pub use weight::Weight;
