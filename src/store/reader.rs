//! Ratings read back, one at a time, and checked like any other input: a database can be edited by hand.

use rusqlite::{Connection, Row};

use super::stored_rating::digits;
use super::{StoreError, StoredRating, answers_text, marks_text};
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::{About, Key, Mode, Receipt, Submission};
use crate::text::{Language, Slug};

const SELECT: &str = "SELECT agency, id, key, receipt, counter, code, procedure, edition, survey, \
     version, language, mode, verified, received_at, marks, answers \
     FROM rating ORDER BY agency, received_at, id";

/// Hands every rating to `each`.
pub(super) fn export(
    connection: &Connection,
    each: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(SELECT).map_err(StoreError::Read)?;
    let mut rows = statement.query([]).map_err(StoreError::Read)?;
    while let Some(row) = rows.next().map_err(StoreError::Read)? {
        each(rating(&Columns::of(row)?)?)?;
    }
    Ok(())
}

/// How many ratings there are.
pub(super) fn count(connection: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM rating";
    let count: i64 = connection.query_row(sql, [], |row| row.get(0)).map_err(StoreError::Read)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// A row and its id, for saying where something is wrong.
struct Columns<'r, 's> {
    row: &'r Row<'s>,
    id: [u8; 16],
}

impl<'r, 's> Columns<'r, 's> {
    fn of(row: &'r Row<'s>) -> Result<Self, StoreError> {
        Ok(Self { row, id: row.get("id").map_err(StoreError::Read)? })
    }

    fn get<T: rusqlite::types::FromSql>(&self, column: &'static str) -> Result<T, StoreError> {
        self.row.get(column).map_err(StoreError::Read)
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
        verified: columns.get("verified")?,
        answers: columns.parse("answers", |text| {
            serde_json::from_str(text).ok().map(|answers_text::Read(answers)| answers)
        })?,
        received_at: columns.get("received_at")?,
        marks: columns.parse("marks", marks_text::read)?,
    };
    Ok(StoredRating { id: columns.id, submission })
}

fn about(columns: &Columns<'_, '_>) -> Result<Option<About>, StoreError> {
    let Some(edition) = columns.get::<Option<[u8; 16]>>("edition")? else { return Ok(None) };
    let procedure = columns.parse("procedure", |code| ProcedureCode::parse(code).ok())?;
    Ok(Some(About { procedure, edition: EditionMark(edition) }))
}
