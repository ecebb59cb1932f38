//! Satisfaction as an honest figure: from counted answers to criterion, factor and whole, each with its formulas,
//! the number of answers and an interval; what is too small to be shown; who differs from whom.
//!
//! Pure: no rating, no database, no clock. [`Sheet`] is what was counted of a cell, [`Instrument`] what a survey
//! measures, [`Index`] what follows. Formulas and sources: `docs/statistics.md`.

mod aggregate;
mod basis;
mod day_hours;
mod extra_trips;
mod figure;
mod grade_scale;
mod index;
mod index_error;
mod instrument;
mod interval;
mod method;
mod normal;
mod overview;
#[cfg(test)]
mod overview_tests;
mod pair_sums;
mod placing;
mod points_index;
mod reporting_period;
mod response;
mod sample_size;
mod scored;
mod series;
mod share;
mod sheet;
mod spread;
mod way;
pub mod withholding;

pub use aggregate::Aggregate;
pub use basis::Basis;
pub use day_hours::{DayHours, day_hours};
pub use extra_trips::ExtraTrips;
pub use figure::{Counted, Figure};
pub use grade_scale::{Grade, GradeError, GradeScale, Graded};
pub use index::{CriterionFigure, FactorFigure, Index};
pub use index_error::IndexError;
pub use instrument::{Criterion, FactorCriteria, Instrument, Scoring};
pub use interval::{Interval, IntervalRule};
pub use method::Method;
pub use overview::{Overview, PartFigure, Portion, View};
pub use pair_sums::{PairSums, TopSums};
pub use placing::{Candidate, Placed, Placing, PlacingError, Standing};
pub use points_index::{Decimal, PointsIndex};
pub use reporting_period::ReportingPeriod;
pub use response::{NoResponse, Response};
pub use sample_size::Margin;
pub use series::{Break, Measure, Run, SeriesPoint, runs};
pub use share::Share;
pub use sheet::{Apart, Sheet};
pub use way::{Way, Ways};
