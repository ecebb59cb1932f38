//! The store over a database: a desk in front of the connections that write, others for those who read.

use super::Database;
use super::postgres_engine::PostgresEngine;
use super::postgres_snapshot::PostgresSnapshot;
use super::schema;
use crate::feedback::{Amendment, Submission};
use crate::store::desk::Desk;
use crate::store::{
    Amending, Difference, Health, Judgement, Judging, Keeping, Randomness, Store, StoreError,
    StoredRating, Tallies, TallySpan,
};
use crate::store::{rebuilding, snapshot};

/// How many batches may be on their way at once. With one, half of those who wait would always sit out a
/// commit that is not theirs.
const CONNECTIONS: usize = 2;

/// Ratings in a database that several hosts share. Dropping it writes what still waits.
pub struct PostgresStore {
    database: Database,
    desk: Desk,
}

impl PostgresStore {
    /// Connects to a database, brought to the newest format as needed.
    pub fn open(database: Database, random: Randomness) -> Result<Self, StoreError> {
        let untallied = schema::migrate(&database)?;
        let engines = (0..CONNECTIONS).map(|_| PostgresEngine::open(&database));
        let engines = engines.collect::<Result<Vec<_>, _>>();
        let open = |source| StoreError::Open { database: database.to_string(), source };
        let desk = Desk::start(engines.map_err(open)?, random)?;
        let store = Self { database, desk };
        if untallied {
            store.rebuild_tallies()?;
        }
        Ok(store)
    }

    fn snapshot(&self) -> Result<PostgresSnapshot, StoreError> {
        PostgresSnapshot::open(&self.database)
    }
}

impl Store for PostgresStore {
    fn keep(&self, submission: Submission) -> Keeping {
        self.desk.keep(submission)
    }

    fn amend(&self, amendment: Amendment) -> Amending {
        self.desk.amend(amendment)
    }

    fn judge(&self, judgement: Judgement) -> Judging {
        self.desk.judge(judgement)
    }

    fn export(
        &self,
        each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        snapshot::export(&mut self.snapshot()?, each)
    }

    fn count(&self) -> Result<u64, StoreError> {
        snapshot::count(&mut self.snapshot()?)
    }

    fn tallies(&self, span: &TallySpan) -> Result<Tallies, StoreError> {
        snapshot::tallies(&mut self.snapshot()?, span)
    }

    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        rebuilding::compare(&mut self.snapshot()?)
    }

    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        rebuilding::rebuild(&self.desk, || self.snapshot())
    }

    fn health(&self) -> Health {
        self.desk.health()
    }
}
