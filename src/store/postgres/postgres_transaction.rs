//! A transaction of the officers' desk in a database.

use std::pin::pin;

use futures_util::TryStreamExt;
use tokio::runtime::Runtime;
use tokio::time::timeout;
use tokio_postgres::Transaction as Begun;
use tokio_postgres::types::ToSql;

use super::link::{Link, longest};
use super::meaning::Setback;
use crate::store::failure::{Failure, Reach};
use crate::store::office::{Transaction, carry_out};
use crate::store::snapshot::EachRow;
use crate::store::upkeep::Held;
use crate::store::{Work, Worked};

/// Carries out one piece of work in a transaction, or nothing of it.
pub(super) fn work(link: &mut Link, work: &Work) -> Result<Worked, Setback> {
    let (runtime, client) = link.parts();
    let begun = in_time(runtime, async { Ok(client.transaction().await?) })?;
    let mut transaction = PostgresTransaction { runtime, begun, setback: None };
    let worked = carry_out(&mut transaction, work);
    let PostgresTransaction { begun, setback, .. } = transaction;
    match (worked, setback) {
        (Ok(worked), None) => {
            in_time(runtime, async { Ok(begun.commit().await?) })?;
            Ok(worked)
        }
        // Dropped without a commit, it rolls back.
        (_, Some(setback)) => Err(setback),
        (Err(failure), None) => Err(Setback::Failed(failure)),
    }
}

struct PostgresTransaction<'a> {
    runtime: &'a Runtime,
    begun: Begun<'a>,
    /// What was met, with its meaning for another try.
    setback: Option<Setback>,
}

impl PostgresTransaction<'_> {
    /// Notes what was met; the failure only ends the work.
    fn note<T>(&mut self, done: Result<T, Setback>) -> Result<T, Failure> {
        done.map_err(|setback| {
            self.setback = Some(setback);
            Failure::new(Reach::Order, "cut off")
        })
    }
}

impl Transaction for PostgresTransaction<'_> {
    fn lock(&mut self, name: &'static str) -> Result<(), Failure> {
        let locked = in_time(self.runtime, async {
            let lock = "SELECT turn FROM lock WHERE name = $1 FOR UPDATE";
            Ok(self.begun.query(lock, &[&name]).await?)
        });
        self.note(locked).map(drop)
    }

    fn rows(&mut self, sql: &str, values: &[Held], each: EachRow<'_>) -> Result<(), Failure> {
        let read = in_time(self.runtime, async {
            let values = values.iter().map(|value| -> &(dyn ToSql + Sync) { value });
            let mut rows = pin!(self.begun.query_raw(sql, values).await?);
            while let Some(row) = rows.try_next().await? {
                each(&row)?;
            }
            Ok(())
        });
        self.note(read)
    }

    fn execute(&mut self, sql: &str, values: &[Held]) -> Result<u64, Failure> {
        let touched = in_time(self.runtime, async {
            let values = values.iter().map(|value| -> &(dyn ToSql + Sync) { value });
            Ok(self.begun.execute_raw(sql, values).await?)
        });
        self.note(touched)
    }
}

/// Waits for one exchange, as long as a server may take for it.
fn in_time<T>(
    runtime: &Runtime,
    exchange: impl Future<Output = Result<T, Setback>>,
) -> Result<T, Setback> {
    let answer = runtime.block_on(async { timeout(longest(), exchange).await });
    answer.unwrap_or_else(|_| Err(Setback::Lost("the database does not answer".into())))
}
