//! What can go wrong with keeping and reading ratings, said to the operator; in Vietnamese by `wording`.

use std::error::Error;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// What a database says went wrong.
pub type Fault = Box<dyn Error + Send + Sync>;

/// An error of a store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// More ratings wait for the disk than there is room for; asking again in a few seconds may help.
    #[error("too many ratings wait for the disk; try again in a few seconds")]
    Busy,
    /// The store takes nothing any more.
    #[error("the store has stopped taking ratings ({0}); put the disk right and start again")]
    Stopped(String),
    /// The database cannot be reached or written now; nothing was kept, or it will be found by its key.
    #[error("the database cannot be reached or written now ({0}); try again in a few seconds")]
    Away(String),
    /// This rating could not be written; others may have been. All ratings of a batch share the cause.
    #[error("cannot write the rating to the database (look at the disk and at /healthz)")]
    Write(#[source] Arc<Fault>),
    /// The database could not be read.
    #[error("cannot read the database (look at the disk, then run niemyet store check)")]
    Read(#[source] Fault),
    /// A row holds what no program of this version writes.
    #[error(
        "rating {id} holds a {column} that this program cannot read: {found:?}; correct the row or restore \
         a backup"
    )]
    Unreadable {
        /// The id of the rating, in hexadecimal digits.
        id: String,
        /// The column.
        column: &'static str,
        /// What it holds.
        found: String,
    },
    /// The database could not be opened.
    #[error(
        "cannot open the database {database} (see that the address or folder is right and may be read and \
         written)"
    )]
    Open {
        /// The file or the address, without a password.
        database: String,
        /// Why.
        source: Fault,
    },
    /// The database was written by a newer program.
    #[error(
        "the database {database} is of format {found}, this program knows formats up to {known}; \
         run the newer niemyet that wrote it, or restore a backup of that time"
    )]
    Newer {
        /// The file or the address, without a password.
        database: String,
        /// The format of the database.
        found: i64,
        /// The newest format this program knows.
        known: i64,
    },
    /// A migration that was applied is not the one this program has under that number.
    #[error(
        "migration {number} of the database {database} is not the one this program has; \
         it was made by another build of niemyet and must not be touched; run that one, or restore a backup"
    )]
    OtherMigration {
        /// The file or the address, without a password.
        database: String,
        /// The number of the migration.
        number: i64,
    },
    /// Upkeep of the database failed.
    #[error(
        "cannot carry out the work on the database (what was done stays; run the command again)"
    )]
    Upkeep(#[source] Fault),
    /// Another program has the data folder open.
    #[error("the data folder {} is in use; stop serve and whatever else has it open", .0.display())]
    InUse(PathBuf),
    /// A restore into the data folder was begun and not ended.
    #[error(
        "a restore into {} was cut off; run `niemyet store restore` again before anything else",
        .0.display()
    )]
    RestoreUnfinished(PathBuf),
    /// The data folder or a file in it could not be made.
    #[error(
        "cannot prepare {} (see that the disk has room and the folder may be written)",
        path.display()
    )]
    Folder {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The thread that writes could not be started.
    #[error(
        "cannot start a thread of the store (the machine has no room for it; stop other programs and \
         start again)"
    )]
    Thread(#[source] io::Error),
    /// What was read could not be passed on.
    #[error("cannot write the exported ratings (see that there is room where they go)")]
    Export(#[source] io::Error),
}
