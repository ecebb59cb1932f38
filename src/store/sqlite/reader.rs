//! Ratings read back, one at a time, and checked like any other input: a database can be edited by hand.

use rusqlite::{Connection, Params, Row, params};

use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::{About, Key, Mode, Receipt, Submission, Ticket};
use crate::store::stored_rating::digits;
use crate::store::{StoreError, StoredRating, answers_text, marks_text};
use crate::text::{Language, Slug};

const SELECT: &str = "SELECT agency, id, key, receipt, counter, code, procedure, edition, survey, \
     version, language, mode, received_at, marks, answers, ticket, amended_at, held FROM rating";

type Each<'a> = &'a mut dyn FnMut(StoredRating) -> Result<(), StoreError>;

/// Hands every rating to `each`, by agency and time.
pub(super) fn export(connection: &Connection, each: Each<'_>) -> Result<(), StoreError> {
    select(connection, "ORDER BY agency, received_at, id", [], each)
}

/// The rating with this key.
pub(super) fn by_key(
    connection: &Connection,
    agency: &Slug,
    key: Key,
) -> Result<Option<StoredRating>, StoreError> {
    one(connection, "WHERE agency = $1 AND key = $2", params![agency.as_str(), key.0])
}

/// The rating with this id.
pub(super) fn by_id(
    connection: &Connection,
    agency: &Slug,
    id: [u8; 16],
) -> Result<Option<StoredRating>, StoreError> {
    one(connection, "WHERE agency = $1 AND id = $2", params![agency.as_str(), id])
}

/// How many ratings there are.
pub(super) fn count(connection: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM rating";
    let count: i64 = connection.query_row(sql, [], |row| row.get(0)).map_err(read_error)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// An error of reading.
pub(super) fn read_error(error: rusqlite::Error) -> StoreError {
    StoreError::Read(error.into())
}

fn one(
    connection: &Connection,
    which: &str,
    values: impl Params,
) -> Result<Option<StoredRating>, StoreError> {
    let mut found = None;
    select(connection, which, values, &mut |rating| {
        found = Some(rating);
        Ok(())
    })?;
    Ok(found)
}

fn select(
    connection: &Connection,
    which: &str,
    values: impl Params,
    each: Each<'_>,
) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} {which}")).map_err(read_error)?;
    let mut rows = statement.query(values).map_err(read_error)?;
    while let Some(row) = rows.next().map_err(read_error)? {
        each(rating(&Columns::of(row)?)?)?;
    }
    Ok(())
}

/// A row and its id, for saying where something is wrong.
struct Columns<'r, 's> {
    row: &'r Row<'s>,
    id: [u8; 16],
}

impl<'r, 's> Columns<'r, 's> {
    fn of(row: &'r Row<'s>) -> Result<Self, StoreError> {
        Ok(Self { row, id: row.get("id").map_err(read_error)? })
    }

    fn get<T: rusqlite::types::FromSql>(&self, column: &'static str) -> Result<T, StoreError> {
        self.row.get(column).map_err(read_error)
    }

    /// A text that `parse` understands.
    fn parse<T>(
        &self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        let found: String = self.get(column)?;
        parse(&found).ok_or_else(|| StoreError::Unreadable { id: digits(&self.id), column, found })
    }

    fn slug(&self, column: &'static str) -> Result<Slug, StoreError> {
        self.parse(column, |id| Slug::parse(id).ok())
    }
}

fn rating(columns: &Columns<'_, '_>) -> Result<StoredRating, StoreError> {
    let submission = Submission {
        key: Key(columns.get("key")?),
        receipt: columns.parse("receipt", Receipt::parse)?,
        survey: columns.slug("survey")?,
        version: columns.get("version")?,
        agency: columns.slug("agency")?,
        counter: columns.slug("counter")?,
        code: columns.parse("code", |code| PrintedCode::parse(code).ok())?,
        about: about(columns)?,
        language: columns.parse("language", |tag| Language::parse(tag).ok())?,
        mode: columns.parse("mode", Mode::parse)?,
        ticket: columns.get::<Option<[u8; 16]>>("ticket")?.map(|id| Ticket { id }),
        answers: columns.parse("answers", answers_text::read)?,
        received_at: columns.get("received_at")?,
        marks: columns.parse("marks", marks_text::read)?,
    };
    Ok(StoredRating {
        id: columns.id,
        submission,
        amended_at: columns.get("amended_at")?,
        held: columns.get("held")?,
    })
}

fn about(columns: &Columns<'_, '_>) -> Result<Option<About>, StoreError> {
    let Some(edition) = columns.get::<Option<[u8; 16]>>("edition")? else { return Ok(None) };
    let procedure = columns.parse("procedure", |code| ProcedureCode::parse(code).ok())?;
    Ok(Some(About { procedure, edition: EditionMark(edition) }))
}
