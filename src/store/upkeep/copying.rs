//! A store carried over to another, and compared there: SQLite to PostgreSQL or back, table by table, from
//! one moment of the first.

use super::table::{TABLES, Table, content};
use super::{Hand, Place, Step};
use crate::store::snapshot::Snapshot;
use crate::store::{Digest, Randomness, StoreError, TableHolds};

/// Rows in one transaction.
const BATCH: usize = 500;

/// A table that was copied and found equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopiedTable {
    /// Its name.
    pub table: &'static str,
    /// How many rows it has in both places.
    pub rows: u64,
    /// The digest of its rows in both places.
    pub digest: Digest,
}

/// Why a store was not copied.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// One of the two stores failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is something in the place to copy to.
    #[error(
        "{place} holds {rows} rows in the table {table} already; copy into an empty place, or add --resume to \
         go on with a copying that was cut off"
    )]
    NotEmpty {
        /// The place.
        place: String,
        /// The first table that is not empty.
        table: &'static str,
        /// Its rows.
        rows: u64,
    },
    /// The copy is not equal.
    #[error(
        "the table {table} has {from} rows where it was read and {to} where it was written, or their \
         contents differ; do not use the copy, copy again into an empty place"
    )]
    Differs {
        /// The table.
        table: &'static str,
        /// Rows where it was read.
        from: u64,
        /// Rows where it was written.
        to: u64,
    },
}

/// Copies all that `from` holds at one moment into `to`, and compares counts and digests of every table.
/// With `resume`, `to` may hold a part of it already, from a copying that was cut off.
pub fn copy(
    from: &Place,
    to: &Place,
    resume: bool,
    random: &Randomness,
) -> Result<Vec<CopiedTable>, CopyError> {
    // Opened for as long as it takes, so that both are of the newest format and stay where they are.
    let _from = from.open(Randomness::clone(random))?;
    let _to = to.open(Randomness::clone(random))?;
    if !resume {
        for table in TABLES {
            let found = content(to.snapshot()?.as_mut(), table)?;
            if found.rows > 0 {
                let (place, table, rows) = (to.to_string(), table.name, found.rows);
                return Err(CopyError::NotEmpty { place, table, rows });
            }
        }
    }
    let mut source = from.snapshot()?;
    let mut hand = to.hand()?;
    let mut read = Vec::new();
    for table in TABLES {
        read.push((table, carry(source.as_mut(), hand.as_mut(), table)?));
    }
    hand.finish();
    let mut target = to.snapshot()?;
    let mut copied = Vec::new();
    for (table, there) in read {
        let here = content(target.as_mut(), table)?;
        if here != there {
            let (from, to) = (there.rows, here.rows);
            return Err(CopyError::Differs { table: table.name, from, to });
        }
        copied.push(CopiedTable { table: table.name, rows: here.rows, digest: here.digest });
    }
    Ok(copied)
}

/// Carries one table over.
fn carry(
    from: &mut dyn Snapshot,
    to: &mut dyn Hand,
    table: Table,
) -> Result<TableHolds, StoreError> {
    let insert = table.insert();
    let (mut content, mut batch) = (TableHolds::default(), Vec::with_capacity(BATCH));
    from.rows(&table.select(), &[], &mut |row| {
        let values = table.row(row)?;
        content.add(&values);
        batch.push(Step { sql: &insert, values });
        if batch.len() == BATCH {
            to.carry_out(&batch)?;
            batch.clear();
        }
        Ok(())
    })?;
    if !batch.is_empty() {
        to.carry_out(&batch)?;
    }
    Ok(content)
}
