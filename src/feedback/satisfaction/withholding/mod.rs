//! Which figures are withheld because too few people are behind them, and which others with them, so that none of
//! them can be computed from what is shown.
//!
//! A small cell alone is not enough: where a total and all its other parts are shown, the small part follows by
//! subtraction; and so it does from a quarter and two of its months in bulletins of other days. So all that was ever
//! shown and all that is to be shown is one [`CrossTable`] of units, periods, ways (and criteria, if they are
//! shown), and [`Withholding`] takes away more until no withheld cell follows from it by any sums and
//! differences. What it promises and what not: `docs/statistics.md`.

mod cross_table;
mod deduction;
mod elimination;
mod hierarchy;
mod plan;

pub use cross_table::CrossTable;
pub use hierarchy::Hierarchy;
pub use plan::{Request, Withholding};
