//! The store in one SQLite file: one connection that writes, read-only ones for those who read.

mod batch;
mod schema;
mod sqlite_engine;
mod sqlite_snapshot;
mod sqlite_store;
mod tally_rows;

pub use sqlite_store::SqliteStore;
