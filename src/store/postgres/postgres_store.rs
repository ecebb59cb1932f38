//! The store over a database: a desk in front of the connections that write, others for those who read.

use super::Database;
use super::postgres_engine::PostgresEngine;
use super::postgres_snapshot::PostgresSnapshot;
use super::schema;
use crate::store::backed::Backed;
use crate::store::desk::Desk;
use crate::store::idle::Idle;
use crate::store::{Randomness, Store, StoreError};

/// How many batches may be on their way at once. With one, half of those who wait would always sit out a
/// commit that is not theirs.
const CONNECTIONS: usize = 2;

/// Ratings in a database that several hosts share. Dropping it writes what still waits.
pub struct PostgresStore {
    database: Database,
    desk: Desk,
    idle: Idle<PostgresSnapshot>,
}

impl PostgresStore {
    /// Connects to a database, brought to the newest format as needed.
    pub fn open(database: Database, random: Randomness) -> Result<Self, StoreError> {
        let untallied = schema::migrate(&database)?;
        let engines = (0..CONNECTIONS).map(|_| PostgresEngine::open(&database));
        let engines = engines.collect::<Result<Vec<_>, _>>();
        let open = |source| StoreError::Open { database: database.to_string(), source };
        let desk = Desk::start(engines.map_err(open)?, random)?;
        let store = Self { database, desk, idle: Idle::default() };
        if untallied {
            store.rebuild_tallies()?;
        }
        Ok(store)
    }
}

impl Backed for PostgresStore {
    type Moment = PostgresSnapshot;

    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn moment(&self) -> Result<PostgresSnapshot, StoreError> {
        PostgresSnapshot::open(&self.database)
    }

    fn idle(&self) -> &Idle<PostgresSnapshot> {
        &self.idle
    }
}
