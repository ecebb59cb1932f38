//! A connection that only reads, within one transaction.

use std::path::Path;

use rusqlite::types::{FromSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Row, ToSql};

use super::sqlite_store::{PATIENCE, open_error};
use crate::store::cells::Cells;
use crate::store::snapshot::{EachRow, Snapshot, Value};
use crate::store::{Fault, StoreError};

/// The file at one moment.
pub(in crate::store) struct SqliteSnapshot(Connection);

impl SqliteSnapshot {
    /// Opens a file for reading; the moment is that of the first row read.
    pub(in crate::store) fn open(file: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = |error| open_error(file, error);
        let connection = Connection::open_with_flags(file, flags).map_err(open)?;
        connection.busy_timeout(PATIENCE).map_err(open)?;
        connection.execute_batch("BEGIN DEFERRED").map_err(open)?;
        Ok(Self(connection))
    }
}

impl Snapshot for SqliteSnapshot {
    fn rows(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        each: EachRow<'_>,
    ) -> Result<(), StoreError> {
        each_row(&self.0, sql, values, each)
    }

    fn renew(&mut self) -> Result<(), StoreError> {
        let renewed = self.0.execute_batch("COMMIT; BEGIN DEFERRED");
        renewed.map_err(|error| StoreError::Read(error.into()))
    }
}

/// Hands every row of a statement to `each`.
pub(super) fn each_row(
    connection: &Connection,
    sql: &str,
    values: &[Value<'_>],
    each: EachRow<'_>,
) -> Result<(), StoreError> {
    let read = |error: rusqlite::Error| StoreError::Read(error.into());
    let mut statement = connection.prepare_cached(sql).map_err(read)?;
    let values = rusqlite::params_from_iter(values);
    let mut rows = statement.query(values).map_err(read)?;
    while let Some(row) = rows.next().map_err(read)? {
        each(row)?;
    }
    Ok(())
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Number(number) => ValueRef::Integer(*number),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl Cells for Row<'_> {
    fn text(&self, at: usize) -> Result<Option<String>, Fault> {
        cell(self, at)
    }

    fn number(&self, at: usize) -> Result<Option<i64>, Fault> {
        cell(self, at)
    }

    fn bytes(&self, at: usize) -> Result<Option<Vec<u8>>, Fault> {
        cell(self, at)
    }
}

fn cell<T: FromSql>(row: &Row<'_>, at: usize) -> Result<Option<T>, Fault> {
    row.get(at).map_err(Fault::from)
}
