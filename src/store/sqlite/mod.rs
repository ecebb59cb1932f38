//! The store in one SQLite file: one connection that writes, read-only ones for those who read.

mod batch;
pub(super) mod image;
mod matter_batch;
mod schema;
mod sqlite_engine;
mod sqlite_hand;
mod sqlite_snapshot;
mod sqlite_store;
mod sqlite_transaction;
mod tally_rows;

pub(super) use sqlite_hand::SqliteHand;
pub(super) use sqlite_snapshot::SqliteSnapshot;
pub use sqlite_store::SqliteStore;
