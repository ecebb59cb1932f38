//! Where ratings are kept: one SQLite file in the data folder, behind the [`Store`] trait.
//!
//! A rating is kept when its transaction is on the disk, and only then is it answered. One thread owns
//! the only connection that writes and commits whatever waits as one transaction, so that many people
//! rating at once cost one write to the disk, not many. The SQL keeps to what PostgreSQL and its kin
//! understand too: ids and keys made by us, times in milliseconds, `ON CONFLICT … DO NOTHING`.

mod answers_text;
pub mod backup;
mod batch;
mod csv_table;
mod data_folder;
mod formula;
mod health;
mod inventory;
mod json_lines;
mod kept;
mod marks_text;
mod new_file;
mod reader;
mod schema;
mod sqlite_store;
mod store_error;
mod stored_rating;
mod utc;
mod writer;

pub use csv_table::CsvTable;
pub use data_folder::{DATABASE, DataFolder};
pub use health::Health;
pub use inventory::{Digest, Inventory};
pub use json_lines::JsonLines;
pub use kept::{Keeping, Kept, Store};
pub use new_file::NewFile;
pub use sqlite_store::{Randomness, SqliteStore};
pub use store_error::StoreError;
pub use stored_rating::StoredRating;
