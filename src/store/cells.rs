//! Rows read back and checked like any other input: a database can be edited by hand.

use super::stored_rating::digits;
use super::tally::ANY;
use super::{
    AnswerCell, Fault, HourCell, PeriodCell, ScoreCell, ScoreSums, StoreError, StoredRating,
    Stratum, answers_text, marks_text,
};
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::{About, Key, Mode, Receipt, Submission, Ticket};
use crate::text::{Language, Slug};

/// A row of whatever database, its columns counted from nought.
pub(super) trait Cells {
    fn text(&self, at: usize) -> Result<Option<String>, Fault>;
    fn number(&self, at: usize) -> Result<Option<i64>, Fault>;
    fn bytes(&self, at: usize) -> Result<Option<Vec<u8>>, Fault>;
}

/// A row that is being read, with what is said of it where it cannot be.
pub(super) struct Reading<'a> {
    pub(super) row: &'a dyn Cells,
    pub(super) whose: String,
}

impl Reading<'_> {
    pub(super) fn refuse(&self, column: &'static str, found: String) -> StoreError {
        StoreError::Unreadable { id: self.whose.clone(), column, found }
    }

    pub(super) fn number(&self, at: usize, column: &'static str) -> Result<i64, StoreError> {
        let number = self.row.number(at).map_err(StoreError::Read)?;
        number.ok_or_else(|| self.refuse(column, "NULL".into()))
    }

    pub(super) fn small<T: TryFrom<i64>>(
        &self,
        at: usize,
        column: &'static str,
    ) -> Result<T, StoreError> {
        let number = self.number(at, column)?;
        T::try_from(number).map_err(|_| self.refuse(column, number.to_string()))
    }

    /// A text that `parse` understands.
    pub(super) fn parse<T>(
        &self,
        at: usize,
        column: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        let found = self.row.text(at).map_err(StoreError::Read)?.unwrap_or_default();
        parse(&found).ok_or_else(|| self.refuse(column, found))
    }

    pub(super) fn slug(&self, at: usize, column: &'static str) -> Result<Slug, StoreError> {
        self.parse(at, column, |id| Slug::parse(id).ok())
    }

    pub(super) fn some_slug(
        &self,
        at: usize,
        column: &'static str,
    ) -> Result<Option<Slug>, StoreError> {
        let there = self.row.text(at).map_err(StoreError::Read)?.is_some();
        there.then(|| self.slug(at, column)).transpose()
    }

    pub(super) fn sixteen(
        &self,
        at: usize,
        column: &'static str,
    ) -> Result<Option<[u8; 16]>, StoreError> {
        let Some(bytes) = self.row.bytes(at).map_err(StoreError::Read)? else { return Ok(None) };
        let sixteen = bytes.as_slice().try_into();
        sixteen.map(Some).map_err(|_| self.refuse(column, digits(&bytes)))
    }

    pub(super) fn id(&self, at: usize, column: &'static str) -> Result<[u8; 16], StoreError> {
        self.sixteen(at, column)?.ok_or_else(|| self.refuse(column, "NULL".into()))
    }
}

/// The rating of a row of [`super::select::RATING`].
pub(super) fn rating(row: &dyn Cells) -> Result<StoredRating, StoreError> {
    let bytes = row.bytes(1).map_err(StoreError::Read)?.unwrap_or_default();
    let cells = Reading { row, whose: digits(&bytes) };
    let about = match cells.sixteen(7, "edition")? {
        None => None,
        Some(edition) => {
            let procedure = cells.parse(6, "procedure", |code| ProcedureCode::parse(code).ok())?;
            Some(About { procedure, edition: EditionMark(edition) })
        }
    };
    let submission = Submission {
        agency: cells.slug(0, "agency")?,
        key: Key(cells.id(2, "key")?),
        receipt: cells.parse(3, "receipt", Receipt::parse)?,
        point: cells.some_slug(18, "point")?,
        counter: cells.slug(4, "counter")?,
        code: cells.parse(5, "code", |code| PrintedCode::parse(code).ok())?,
        about,
        survey: cells.slug(8, "survey")?,
        version: cells.small(9, "version")?,
        language: cells.parse(10, "language", |tag| Language::parse(tag).ok())?,
        mode: cells.parse(11, "mode", Mode::parse)?,
        received_at: cells.number(12, "received_at")?,
        marks: cells.parse(13, "marks", marks_text::read)?,
        answers: cells.parse(14, "answers", answers_text::read)?,
        ticket: cells.sixteen(15, "ticket")?.map(|id| Ticket { id }),
    };
    Ok(StoredRating {
        id: cells.id(1, "id")?,
        submission,
        amended_at: row.number(16).map_err(StoreError::Read)?,
        held: cells.number(17, "held")? != 0,
        judged_at: row.number(19).map_err(StoreError::Read)?,
        reviews: Vec::new(),
    })
}

/// A cell of [`super::select::ANSWERS`] and its count.
pub(super) fn answer_cell(row: &dyn Cells) -> Result<(AnswerCell, i64), StoreError> {
    let cells = Reading { row, whose: "in tally_answer".into() };
    let procedure = cells.parse(4, "procedure", |code| match code {
        "" => Some(None),
        code => ProcedureCode::parse(code).ok().map(Some),
    })?;
    let cell = AnswerCell {
        stratum: stratum(&cells, [0, 1, 3, 5, 6, 7, 8])?,
        day: cells.small(2, "day")?,
        procedure,
        question: cells.parse(9, "question", |id| match id {
            ANY => Some(None),
            id => Slug::parse(id).ok().map(Some),
        })?,
        answer: cells.parse(10, "answer", |word| Some(word.to_owned()))?,
    };
    Ok((cell, cells.number(11, "n")?))
}

/// A cell of [`super::select::SCORES`] and its sums.
pub(super) fn score_cell(row: &dyn Cells) -> Result<(ScoreCell, ScoreSums), StoreError> {
    let cells = Reading { row, whose: "in tally_score".into() };
    let counts_ratings = cells.parse(8, "question", |id| Some(id == ANY))?;
    let pair = if counts_ratings {
        None
    } else {
        Some((cells.slug(8, "question")?, cells.slug(9, "other")?))
    };
    let stratum = stratum(&cells, [0, 1, 3, 4, 5, 6, 7])?;
    let sums = ScoreSums {
        n: cells.number(10, "n")?,
        first: cells.number(11, "sum_first")?,
        second: cells.number(12, "sum_second")?,
        product: cells.number(13, "sum_product")?,
    };
    Ok((ScoreCell { stratum, month: cells.small(2, "month")?, pair }, sums))
}

/// A cell of [`super::select::HOURS`] and its count.
pub(super) fn hour_cell(row: &dyn Cells) -> Result<(HourCell, i64), StoreError> {
    let cells = Reading { row, whose: "in tally_hour".into() };
    let cell = HourCell {
        agency: cells.slug(0, "agency")?,
        held: cells.number(1, "held")? != 0,
        month: cells.small(2, "month")?,
        weekday: cells.small(3, "weekday")?,
        hour: cells.small(4, "hour")?,
    };
    Ok((cell, cells.number(5, "n")?))
}

/// A cell of [`super::select::PERIODS`] or [`super::select::PERIODS_OF_DAYS`] and its count.
pub(super) fn period_cell(row: &dyn Cells) -> Result<(PeriodCell, i64), StoreError> {
    let cells = Reading { row, whose: "in tally_period".into() };
    let cell = PeriodCell {
        scope: cells.parse(0, "scope", |id| match id {
            "" => Some(None),
            id => Slug::parse(id).ok().map(Some),
        })?,
        period: cells.small(1, "period")?,
        mode: cells.parse(2, "mode", Mode::parse)?,
        verified: cells.number(3, "verified")? != 0,
        unit: cells.slug(4, "unit")?,
        survey: cells.slug(5, "survey")?,
        version: cells.small(6, "version")?,
        question: cells.parse(7, "question", |id| match id {
            ANY => Some(None),
            id => Slug::parse(id).ok().map(Some),
        })?,
        answer: cells.parse(8, "answer", |word| Some(word.to_owned()))?,
    };
    Ok((cell, cells.number(9, "n")?))
}

/// A ticket, and the key of the rating that has it.
pub(super) fn spent_ticket(row: &dyn Cells) -> Result<(Slug, Ticket, Key), StoreError> {
    let cells = Reading { row, whose: "of a ticket".into() };
    let ticket = Ticket { id: cells.id(1, "ticket")? };
    Ok((cells.slug(0, "agency")?, ticket, Key(cells.id(2, "key")?)))
}

/// An agency and a number: a month, say.
pub(super) fn agency_and_number(row: &dyn Cells, at: usize) -> Result<(Slug, i64), StoreError> {
    let cells = Reading { row, whose: "of an agency".into() };
    Ok((cells.slug(0, "agency")?, cells.number(at, "number")?))
}

/// An agency alone.
pub(super) fn agency(row: &dyn Cells) -> Result<Slug, StoreError> {
    Reading { row, whose: "of an agency".into() }.slug(0, "agency")
}

/// The one number of a row.
pub(super) fn number(row: &dyn Cells) -> Result<i64, StoreError> {
    Reading { row, whose: "alone".into() }.number(0, "number")
}

/// Agency, held, counter, survey, version, mode and verified from the columns at these places.
fn stratum(cells: &Reading<'_>, at: [usize; 7]) -> Result<Stratum, StoreError> {
    Ok(Stratum {
        agency: cells.slug(at[0], "agency")?,
        held: cells.number(at[1], "held")? != 0,
        counter: cells.slug(at[2], "counter")?,
        survey: cells.slug(at[3], "survey")?,
        version: cells.small(at[4], "version")?,
        mode: cells.parse(at[5], "mode", Mode::parse)?,
        verified: cells.number(at[6], "verified")? != 0,
    })
}
