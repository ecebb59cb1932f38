//! The store in one `SQLite` file: a bounded queue in front of the thread that writes, and read-only
//! connections for those who count and export.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tokio::sync::oneshot;

use super::batch::{Outcome, Row};
use super::data_folder::FolderLock;
use super::writer::{self, Signals, Waiting};
use super::{DataFolder, Health, Keeping, Store, StoreError, StoredRating, reader, schema};
use crate::feedback::Submission;

/// Fills bytes with randomness; handed in, because only `command` may draw it.
pub type Randomness = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// How many ratings may wait for the disk.
const QUEUE: usize = 4096;

/// How long to wait for another program that holds the database, a backup say.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// Ratings in `niemyet.db`. Dropping it writes what still waits, then closes the file.
pub struct SqliteStore {
    file: PathBuf,
    random: Randomness,
    signals: Arc<Signals>,
    queue: Option<SyncSender<Waiting>>,
    thread: Option<JoinHandle<()>>,
    _lock: FolderLock,
}

impl SqliteStore {
    /// Opens the database of a data folder, made and brought to the newest format as needed.
    pub fn open(folder: &DataFolder, random: Randomness) -> Result<Self, StoreError> {
        let lock = folder.shared()?;
        let file = folder.database()?;
        let open = |source| StoreError::Open { file: file.clone(), source };
        let mut connection = Connection::open(&file).map_err(open)?;
        set_up(&connection).map_err(open)?;
        schema::migrate(&mut connection, &file)?;
        let signals = Arc::new(Signals::default());
        let (queue, waiting) = sync_channel(QUEUE);
        let seen = Arc::clone(&signals);
        let thread = Builder::new()
            .name("ratings".into())
            .spawn(move || writer::run(connection, &waiting, &seen))
            .map_err(StoreError::Thread)?;
        Ok(Self { file, random, signals, queue: Some(queue), thread: Some(thread), _lock: lock })
    }

    fn enqueue(&self, submission: Submission) -> Result<oneshot::Receiver<Outcome>, StoreError> {
        let health = self.signals.health();
        if !health.accepting {
            return Err(StoreError::Stopped(health.trouble.unwrap_or_default()));
        }
        let mut id = [0; 16];
        (self.random)(&mut id);
        let (answer, answered) = oneshot::channel();
        let Some(queue) = &self.queue else { return Err(gone()) };
        // Counted first: the writer may be done with it before this thread goes on.
        self.signals.waiting.fetch_add(1, Ordering::Relaxed);
        match queue.try_send(Waiting { row: Row { id, submission }, answer }) {
            Ok(()) => Ok(answered),
            Err(refused) => {
                self.signals.waiting.fetch_sub(1, Ordering::Relaxed);
                Err(if matches!(refused, TrySendError::Full(_)) {
                    StoreError::Busy
                } else {
                    gone()
                })
            }
        }
    }

    fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = |source| StoreError::Open { file: self.file.clone(), source };
        let connection = Connection::open_with_flags(&self.file, flags).map_err(open)?;
        connection.busy_timeout(PATIENCE).map_err(open)?;
        read(&connection)
    }
}

impl Store for SqliteStore {
    fn keep(&self, submission: Submission) -> Keeping {
        let queued = self.enqueue(submission);
        Box::pin(async move { queued?.await.unwrap_or_else(|_| Err(gone())) })
    }

    fn export(
        &self,
        each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.read(|connection| reader::export(connection, each))
    }

    fn count(&self) -> Result<u64, StoreError> {
        self.read(reader::count)
    }

    fn health(&self) -> Health {
        self.signals.health()
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            // A writer that panicked has said so itself.
            let _ = thread.join();
        }
    }
}

/// The writer has ended before its time.
fn gone() -> StoreError {
    StoreError::Stopped("the thread that writes has ended".into())
}

/// Durable before answered: `FULL` waits for the disk at every commit.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")
}

#[cfg(test)]
#[path = "sqlite_store_tests.rs"]
mod tests;
