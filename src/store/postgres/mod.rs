//! The store in PostgreSQL, or in an engine that speaks its language: several hosts over one database,
//! none of which keeps anything to itself.
//!
//! Each host has two connections that write, so that a batch gathers and is sent while another waits for
//! its commit. What two hosts do at once meets in the database: a key or a ticket that another has just
//! written makes the whole batch begin again, and then it is found.

mod address_error;
mod batch;
mod columns;
mod database;
#[cfg(test)]
mod fresh_database;
mod link;
mod matter_batch;
mod meaning;
mod postgres_engine;
mod postgres_hand;
mod postgres_snapshot;
mod postgres_store;
mod postgres_transaction;
mod schema;
mod tally_columns;
mod tls;

pub use address_error::AddressError;
pub use database::Database;
#[cfg(test)]
pub(crate) use fresh_database::fresh_database;
pub(super) use postgres_hand::PostgresHand;
pub(super) use postgres_snapshot::PostgresSnapshot;
pub use postgres_store::PostgresStore;
