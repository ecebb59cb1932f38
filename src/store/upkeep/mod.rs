//! Work on a whole store from outside of the host: moving it to another engine, and taking out what has been
//! kept long enough. It works on any [`Place`], while hosts go on writing there.

mod copying;
mod hand;
mod held;
mod log_purge;
mod matter_purge;
mod place;
mod plan;
mod purging;
mod table;
mod words_purge;

#[cfg(test)]
mod tests;

pub use copying::{CopiedTable, CopyError, copy};
pub use place::Place;
pub use plan::PurgePlan;
pub use purging::{PurgeError, Purged, purge};

pub(super) use hand::{Hand, Step};
pub(super) use held::Held;
pub(super) use table::all_but_ratings;
