//! Brings a database to the newest format, or refuses it untouched.
//!
//! Engines of several machines change tables outside of transactions, so every statement of a step is one
//! of its own, written so that it may be repeated, and the step is noted when all are done. A row of the
//! lock table, held by a transaction on another connection, keeps a second host waiting meanwhile.

use tokio_postgres::{Client, Error};

use super::Database;
use super::link::Link;
use crate::store::migration::{WITH_TALLIES, checksum, missing};
use crate::store::{Fault, StoreError};

/// What must be there before anything can be locked.
const FIRST: [&str; 3] = [
    "CREATE TABLE IF NOT EXISTS lock (name TEXT NOT NULL PRIMARY KEY, turn BIGINT NOT NULL)",
    "INSERT INTO lock (name, turn) VALUES ('migration', 0) ON CONFLICT (name) DO NOTHING",
    "CREATE TABLE IF NOT EXISTS migration \
     (number BIGINT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL)",
];

/// How often to try what two hosts that start together may both do first.
const TRIES: usize = 5;

/// Brings the database to the newest format. Says whether it holds ratings from before tallies were kept.
pub(super) fn migrate(database: &Database) -> Result<bool, StoreError> {
    let open = |source| StoreError::Open { database: database.to_string(), source };
    let worker = Link::open(database).map_err(open)?;
    worker.run(prepare(&worker.client)).map_err(|error| open(error.into()))?;
    let mut holder = Link::open(database).map_err(open)?;
    let (runtime, client) = holder.parts();
    let lock = runtime.block_on(lock(client)).map_err(|error| open(error.into()))?;
    let applied = worker.run(applied(&worker.client)).map_err(|error| open(error.into()))?;
    for migration in missing(&applied, |migration| migration.postgres, &database.to_string())? {
        worker.run(apply(&worker.client, migration.number, migration.postgres)).map_err(open)?;
    }
    runtime.block_on(lock.rollback()).map_err(|error| open(error.into()))?;
    let newest = applied.iter().map(|(number, _)| *number).max();
    Ok(newest.is_some_and(|newest| newest < WITH_TALLIES))
}

async fn prepare(client: &Client) -> Result<(), Error> {
    let mut tries = 0;
    for statement in FIRST {
        // Two that make one table at the same moment collide in the catalogue of the database.
        while let Err(error) = client.execute(statement, &[]).await {
            tries += 1;
            if tries == TRIES || error.is_closed() {
                return Err(error);
            }
        }
    }
    Ok(())
}

async fn lock(client: &mut Client) -> Result<tokio_postgres::Transaction<'_>, Error> {
    let transaction = client.transaction().await?;
    let row = "SELECT turn FROM lock WHERE name = 'migration' FOR UPDATE";
    transaction.query_one(row, &[]).await?;
    Ok(transaction)
}

async fn applied(client: &Client) -> Result<Vec<(i64, String)>, Error> {
    let rows = client.query("SELECT number, checksum FROM migration", &[]).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

async fn apply(client: &Client, number: i64, sql: &'static str) -> Result<(), Fault> {
    for statement in statements(sql) {
        client.batch_execute(&statement).await?;
    }
    let note = "INSERT INTO migration (number, checksum) VALUES ($1, $2)";
    client.execute(note, &[&number, &checksum(sql)]).await?;
    Ok(())
}

/// The statements of a step, without its remarks. No text in them holds a semicolon.
fn statements(sql: &str) -> Vec<String> {
    let lines = sql.lines().filter(|line| !line.trim_start().starts_with("--"));
    let code = lines.collect::<Vec<_>>().join("\n");
    code.split(';').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}
