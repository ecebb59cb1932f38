//! A connection that only reads, within one transaction that sees one moment.

use std::pin::pin;

use futures_util::TryStreamExt;
use tokio_postgres::types::ToSql;

use super::Database;
use super::link::Link;
use crate::store::StoreError;
use crate::store::snapshot::{EachRow, Snapshot, Value};

/// The database at one moment.
pub(in crate::store) struct PostgresSnapshot {
    link: Link,
    /// Whether a moment is held.
    begun: bool,
}

impl PostgresSnapshot {
    /// Connects; the moment is that of the first row read.
    pub(in crate::store) fn open(database: &Database) -> Result<Self, StoreError> {
        let open = |source| StoreError::Open { database: database.to_string(), source };
        let link = Link::open(database).map_err(open)?;
        Ok(Self { link, begun: false })
    }
}

impl Snapshot for PostgresSnapshot {
    fn rows(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        each: EachRow<'_>,
    ) -> Result<(), StoreError> {
        let read = |error: tokio_postgres::Error| StoreError::Read(error.into());
        let link = &self.link;
        if !self.begun {
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            link.run(link.client.batch_execute(begin)).map_err(read)?;
            self.begun = true;
        }
        let values = values.iter().map(|value| -> &(dyn ToSql + Sync) {
            match value {
                Value::Text(text) => text,
                Value::Number(number) => number,
                Value::Bytes(bytes) => bytes,
            }
        });
        let values: Vec<_> = values.collect();
        link.run(async {
            let rows = link.client.query_raw(sql, values.iter().copied()).await.map_err(read)?;
            let mut rows = pin!(rows);
            while let Some(row) = rows.try_next().await.map_err(read)? {
                each(&row)?;
            }
            Ok(())
        })
    }

    fn renew(&mut self) -> Result<(), StoreError> {
        if self.begun {
            let ended = self.link.run(self.link.client.batch_execute("COMMIT"));
            ended.map_err(|error| StoreError::Read(error.into()))?;
            self.begun = false;
        }
        Ok(())
    }
}
