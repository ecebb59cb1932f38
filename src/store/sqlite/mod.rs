//! The store in one SQLite file: one connection that writes, read-only ones for those who read.

mod batch;
pub(super) mod image;
mod reader;
mod schema;
mod sqlite_engine;
mod sqlite_store;

pub use sqlite_store::SqliteStore;
