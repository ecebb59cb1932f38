//! Tallies: how many ratings gave which answer, kept in the same transaction as each rating, so that
//! results never have to read the ratings themselves. `docs/store.md` describes the tables.

mod difference;
mod local_time;
mod rollup;
mod score_sums;
mod span;
mod stratum;
mod tallies;
mod word;

pub use difference::{Difference, Table};
pub use rollup::PeriodCell;
pub use score_sums::ScoreSums;
pub use span::TallySpan;
pub use stratum::{AnswerCell, HourCell, ScoreCell, Stratum};
pub use tallies::Tallies;

pub(super) use local_time::{LocalTime, date as date_of_number, written as day_number};
pub(super) use rollup::rolled_up;
pub(super) use word::ANY;
