//! What is wrong in content, told to the person who can mend it.
//!
//! A diagnostic is data first: a stable code, a severity, a place and the facts. Wording (Vietnamese
//! and English) and renderings (human, JSON, SARIF) come after, by exhaustive match, so that no
//! problem can be without words.

mod code;
mod doubt;
mod explain;
mod explain_en;
mod explain_vi;
mod human;
mod json;
mod place;
mod problem;
mod report;
#[cfg(test)]
mod samples;
mod sarif;
mod screen;
mod vocabulary;
mod wording;
mod wording_en;
mod wording_vi;

pub use code::{Code, CodeError};
pub use doubt::{BookTrouble, CellTrouble, Doubt};
pub use explain::Explanation;
pub use place::Place;
pub use problem::{Contact, Kind, Original, Problem, Shape};
pub use report::{Diagnostic, Report, Severity};
pub use wording::{Tongue, TongueError, Wording};
