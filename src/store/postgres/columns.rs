//! Many rows as columns, so that one statement writes them all, and rows read back.

use tokio_postgres::types::{FromSql, ToSql};
use tokio_postgres::{Client, Error, Row, Statement};

use crate::store::cells::Cells;
use crate::store::{Fault, StoredRating};

/// A column of a batch.
pub(super) enum Column<'a> {
    Texts(Vec<&'a str>),
    OwnTexts(Vec<String>),
    SomeTexts(Vec<Option<&'a str>>),
    Bytes(Vec<&'a [u8]>),
    SomeBytes(Vec<Option<&'a [u8]>>),
    Numbers(Vec<i64>),
    SomeNumbers(Vec<Option<i64>>),
}

impl Column<'_> {
    fn value(&self) -> &(dyn ToSql + Sync) {
        match self {
            Self::Texts(column) => column,
            Self::OwnTexts(column) => column,
            Self::SomeTexts(column) => column,
            Self::Bytes(column) => column,
            Self::SomeBytes(column) => column,
            Self::Numbers(column) => column,
            Self::SomeNumbers(column) => column,
        }
    }
}

/// The columns as a statement takes them.
pub(super) fn values<'a>(columns: &'a [Column<'_>]) -> Vec<&'a (dyn ToSql + Sync)> {
    columns.iter().map(Column::value).collect()
}

/// Prepares a statement whose `UNNEST(…)` takes columns of these kinds: `t` texts, `b` bytes, `n` numbers.
pub(super) async fn prepare(client: &Client, sql: &str, kinds: &str) -> Result<Statement, Error> {
    let kinds = kinds.chars().enumerate().map(|(at, kind)| {
        let kind = match kind {
            't' => "text",
            'b' => "bytea",
            _ => "bigint",
        };
        format!("${}::{kind}[]", at + 1)
    });
    let unnest = format!("UNNEST({})", kinds.collect::<Vec<_>>().join(", "));
    client.prepare(&sql.replace("UNNEST", &unnest)).await
}

/// One column of ratings.
pub(super) fn texts<'a>(
    ratings: &'a [StoredRating],
    text: impl Fn(&'a StoredRating) -> &'a str,
) -> Column<'a> {
    Column::Texts(ratings.iter().map(text).collect())
}

/// One column of ratings.
pub(super) fn numbers(
    ratings: &[StoredRating],
    number: impl Fn(&StoredRating) -> i64,
) -> Column<'static> {
    Column::Numbers(ratings.iter().map(number).collect())
}

impl Cells for Row {
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

fn cell<'a, T: FromSql<'a>>(row: &'a Row, at: usize) -> Result<Option<T>, Fault> {
    row.try_get(at).map_err(Fault::from)
}
