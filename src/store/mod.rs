//! Where ratings are kept: one SQLite file in the data folder, behind the [`Store`] trait.
//!
//! A rating is kept when its transaction is on the disk, and only then is it answered. One thread owns
//! the only connection that writes and commits whatever waits as one transaction, so that many people
//! rating at once cost one write to the disk, not many. What a batch changes is worked out in `ledger`,
//! without a database; a database only reads what is wanted and writes what is changed. The SQL keeps to
//! what PostgreSQL and its kin understand too: ids and keys made by us, times in milliseconds.

mod alerts;
mod amended;
mod answers_text;
mod appended;
mod backed;
pub mod backup;
mod cells;
mod checking;
mod data_folder;
mod desk;
mod engine;
mod export;
mod failure;
mod finding;
mod health;
mod idle;
mod inventory;
mod judgement;
mod kept;
mod ledger;
mod log_entry;
mod marks_text;
mod matter_cells;
mod matter_checking;
mod matter_closing;
mod matter_count;
mod matter_ledger;
mod matter_list_statement;
mod matter_query;
mod matter_reading;
mod matter_rows;
mod matter_searching;
mod matter_whole;
mod migration;
mod new_file;
mod office;
mod order;
mod postgres;
mod rating_lists;
mod rebuilding;
mod received;
mod remedy;
#[cfg(test)]
mod sample;
mod select;
mod sheet_query;
mod sheet_reading;
mod signals;
mod snapshot;
mod sqlite;
#[allow(clippy::module_inception, reason = "the room is named after its chief type")]
mod store;
mod store_error;
mod stored_matter;
mod stored_rating;
mod tally;
mod trigrams;
mod upkeep;
mod utc;
mod want_of_room;
mod wording;
mod words_held;
mod writer;

use std::sync::Arc;

pub use alerts::{
    AlertMark, AlertPlan, AlertState, AlertWork, Alerting, Cause, QueuedAlert, Recipients,
    StoredAlert, UnreadableRecipient,
};
pub use amended::Amended;
pub use appended::Appended;
pub use checking::{audit_head, check};
pub use data_folder::{DATABASE, DataFolder};
pub use export::{
    CsvTable, Dictionary, JsonLines, Masking, MatterBook, MatterTable, MatterText, XlsxBook,
};
pub use finding::Finding;
pub use health::Health;
pub use inventory::{Digest, Inventory, TableHolds};
pub use judgement::{Judged, Judgement, Verdict};
pub use kept::Kept;
pub use log_entry::LogEntry;
pub use matter_closing::close_ended;
pub use matter_count::MatterCount;
pub use matter_query::{MatterQuery, Pile, PilePlace};
pub use new_file::NewFile;
pub use office::{
    ABSOLUTE, AuditEntry, AuditHead, AuditRow, BrokenAudit, By, Deed, Hashed, Hashing, HashingBusy,
    IDLE, Session, StoredOfficer, Token, Work, Worked, open_second_factor, seal_second_factor,
};
#[cfg(test)]
pub(crate) use postgres::fresh_database;
pub use postgres::{AddressError, Database, PostgresStore};
pub use rating_lists::{
    Disclosure, DisclosureQuery, HeldCount, HeldGroup, KeyIn, KeyedIn, PendingWords, RatingLists,
    SlipBatch, SlipCount,
};
pub use received::Received;
pub use remedy::{
    ChosenQuote, Measure, OverdueTotal, Remedies, Remedy, SignedApology, StoredApology,
};
pub use sheet_query::{SheetGrain, SheetQuery, SheetUnit, UnitSheet};
pub use sqlite::SqliteStore;
pub use store::{Amending, Judging, Keeping, Office, Promise, Store, Working};
pub use store_error::{Fault, StoreError};
pub use stored_matter::{MatterLine, StoredMatter};
pub use stored_rating::StoredRating;
pub use tally::{
    AnswerCell, Difference, HourCell, PeriodCell, ScoreCell, ScoreSums, Stratum, Table, Tallies,
    TallySpan,
};
pub use upkeep::{CopiedTable, CopyError, Place, PurgeError, PurgePlan, Purged, copy, purge};
pub use want_of_room::is_for_want_of_room;
pub use wording::say;

/// Fills bytes with randomness; handed in, because only `command` may draw it.
pub type Randomness = Arc<dyn Fn(&mut [u8]) + Send + Sync>;
