//! Upkeep of a database, on a connection of its own beside those of the hosts.

use std::collections::BTreeMap;
use std::error::Error;

use bytes::BytesMut;
use futures_util::future::try_join_all;

use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, Statement};

use super::Database;
use super::link::Link;
use super::meaning::Setback;
use crate::store::StoreError;
use crate::store::upkeep::{Hand, Held, Step};

/// How often to begin again when somebody else wrote the same at the same moment.
const TRIES: usize = 5;

/// A connection that writes now and then.
pub(in crate::store) struct PostgresHand {
    link: Link,
    statements: BTreeMap<String, Statement>,
}

impl PostgresHand {
    /// Connects to a database that a store has brought to the newest format.
    pub(in crate::store) fn open(database: &Database) -> Result<Self, StoreError> {
        let open = |source| StoreError::Open { database: database.to_string(), source };
        Ok(Self { link: Link::open(database).map_err(open)?, statements: BTreeMap::new() })
    }
}

impl Hand for PostgresHand {
    fn carry_out(&mut self, steps: &[Step<'_>]) -> Result<u64, StoreError> {
        let statements = &mut self.statements;
        let (runtime, client) = self.link.parts();
        let mut tries = 1;
        loop {
            match runtime.block_on(in_one_transaction(client, statements, steps)) {
                Ok(touched) => return Ok(touched),
                Err(Setback::Again(_)) if tries < TRIES => tries += 1,
                Err(Setback::Again(fault) | Setback::Lost(fault)) => {
                    return Err(StoreError::Upkeep(fault));
                }
                Err(Setback::Failed(failure)) => return Err(failure.error()),
            }
        }
    }
}

async fn in_one_transaction(
    client: &mut Client,
    statements: &mut BTreeMap<String, Statement>,
    steps: &[Step<'_>],
) -> Result<u64, Setback> {
    for Step { sql, .. } in steps {
        if !statements.contains_key(*sql) {
            statements.insert((*sql).to_owned(), client.prepare(sql).await?);
        }
    }
    // Dropped without a commit, it rolls back.
    let transaction = client.transaction().await?;
    // Sent together, carried out in order.
    let sent = steps.iter().map(|step| {
        let (transaction, statement) = (&transaction, &statements[step.sql]);
        async move {
            let values: Vec<&(dyn ToSql + Sync)> =
                step.values.iter().map(|held| held as &(dyn ToSql + Sync)).collect();
            transaction.execute(statement, &values).await
        }
    });
    let touched: u64 = try_join_all(sent).await?.into_iter().sum();
    transaction.commit().await?;
    Ok(touched)
}

impl ToSql for Held {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Number(number) => number.to_sql(kind, out),
            Self::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::TEXT, Type::INT8, Type::BYTEA].contains(kind)
    }

    to_sql_checked!();
}
