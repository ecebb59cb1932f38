//! Tallies moved by what a batch adds to them, one statement a table. Cells are sent in their order, so
//! that two batches that move the same cells lock them in the same order.

use std::collections::BTreeMap;

use tokio_postgres::{Client, Error, Statement, Transaction};

use super::columns::{Column, prepare, values};
use crate::catalogue::procedure::ProcedureCode;
use crate::store::tally::ANY;
use crate::store::{PeriodCell, Stratum, Tallies};
use crate::text::Slug;

const ANSWER: &str = "INSERT INTO tally_answer (agency, held, counter, survey, version, mode, verified, \
     day, procedure, question, answer, n) SELECT * FROM UNNEST \
     ON CONFLICT (agency, held, day, counter, procedure, survey, version, mode, verified, question, answer) \
     DO UPDATE SET n = tally_answer.n + excluded.n";

const SCORE: &str = "INSERT INTO tally_score (agency, held, counter, survey, version, mode, verified, \
     month, question, other, n, sum_first, sum_second, sum_product) SELECT * FROM UNNEST \
     ON CONFLICT (agency, held, month, counter, survey, version, mode, verified, question, other) \
     DO UPDATE SET n = tally_score.n + excluded.n, \
     sum_first = tally_score.sum_first + excluded.sum_first, \
     sum_second = tally_score.sum_second + excluded.sum_second, \
     sum_product = tally_score.sum_product + excluded.sum_product";

const HOUR: &str = "INSERT INTO tally_hour (agency, held, month, weekday, hour, n) \
     SELECT * FROM UNNEST ON CONFLICT (agency, held, month, weekday, hour) \
     DO UPDATE SET n = tally_hour.n + excluded.n";

const PERIOD: &str = "INSERT INTO tally_period (scope, period, mode, verified, unit, survey, version, \
     question, answer, n) SELECT * FROM UNNEST \
     ON CONFLICT (scope, period, mode, verified, unit, survey, version, question, answer) \
     DO UPDATE SET n = tally_period.n + excluded.n";

/// The prepared statements.
pub(super) struct TallyStatements {
    answer: Statement,
    score: Statement,
    hour: Statement,
    period: Statement,
}

impl TallyStatements {
    pub(super) async fn prepare(client: &Client) -> Result<Self, Error> {
        Ok(Self {
            answer: prepare(client, ANSWER, "tnttntnntttn").await?,
            score: prepare(client, SCORE, "tnttntnnttnnnn").await?,
            hour: prepare(client, HOUR, "tnnnnn").await?,
            period: prepare(client, PERIOD, "tntnttnttn").await?,
        })
    }

    /// Adds what each cell holds to its row.
    pub(super) async fn write(
        &self,
        transaction: &Transaction<'_>,
        tallies: &Tallies,
    ) -> Result<(), Error> {
        let (answers, scores, hours) = (answers(tallies), scores(tallies), hours(tallies));
        let moves = tallies.period_moves();
        let periods = periods(&moves);
        let (answers, scores) = (values(&answers), values(&scores));
        let (hours, periods) = (values(&hours), values(&periods));
        // Sent one behind the other without waiting; the server takes them in this order.
        futures_util::future::try_join4(
            transaction.execute(&self.answer, &answers),
            transaction.execute(&self.score, &scores),
            transaction.execute(&self.hour, &hours),
            transaction.execute(&self.period, &periods),
        )
        .await
        .map(drop)
    }
}

fn answers(tallies: &Tallies) -> Vec<Column<'_>> {
    let cells: Vec<_> = tallies.answers.iter().collect();
    let mut columns = strata(&cells.iter().map(|(cell, _)| &cell.stratum));
    columns.extend([
        Column::Numbers(cells.iter().map(|(cell, _)| cell.day.into()).collect()),
        Column::Texts(
            cells
                .iter()
                .map(|(cell, _)| cell.procedure.as_ref().map_or("", ProcedureCode::as_str))
                .collect(),
        ),
        Column::Texts(
            cells
                .iter()
                .map(|(cell, _)| cell.question.as_ref().map_or(ANY, Slug::as_str))
                .collect(),
        ),
        Column::Texts(cells.iter().map(|(cell, _)| cell.answer.as_str()).collect()),
        Column::Numbers(cells.iter().map(|(_, n)| **n).collect()),
    ]);
    columns
}

fn scores(tallies: &Tallies) -> Vec<Column<'_>> {
    let cells: Vec<_> = tallies.scores.iter().collect();
    let mut columns = strata(&cells.iter().map(|(cell, _)| &cell.stratum));
    columns.push(Column::Numbers(cells.iter().map(|(cell, _)| cell.month.into()).collect()));
    let (first, second) = cells
        .iter()
        .map(|(cell, _)| match &cell.pair {
            None => (ANY, ANY),
            Some((first, second)) => (first.as_str(), second.as_str()),
        })
        .unzip();
    columns.extend([
        Column::Texts(first),
        Column::Texts(second),
        Column::Numbers(cells.iter().map(|(_, sums)| sums.n).collect()),
        Column::Numbers(cells.iter().map(|(_, sums)| sums.first).collect()),
        Column::Numbers(cells.iter().map(|(_, sums)| sums.second).collect()),
        Column::Numbers(cells.iter().map(|(_, sums)| sums.product).collect()),
    ]);
    columns
}

fn hours(tallies: &Tallies) -> Vec<Column<'_>> {
    let cells: Vec<_> = tallies.hours.iter().collect();
    vec![
        Column::Texts(cells.iter().map(|(cell, _)| cell.agency.as_str()).collect()),
        Column::Numbers(cells.iter().map(|(cell, _)| cell.held.into()).collect()),
        Column::Numbers(cells.iter().map(|(cell, _)| cell.month.into()).collect()),
        Column::Numbers(cells.iter().map(|(cell, _)| cell.weekday.into()).collect()),
        Column::Numbers(cells.iter().map(|(cell, _)| cell.hour.into()).collect()),
        Column::Numbers(cells.iter().map(|(_, n)| **n).collect()),
    ]
}

fn periods(moves: &BTreeMap<PeriodCell, i64>) -> Vec<Column<'_>> {
    let cells: Vec<_> = moves.iter().collect();
    let texts = |text: fn(&PeriodCell) -> &str| {
        Column::Texts(cells.iter().map(|(cell, _)| text(cell)).collect())
    };
    let numbers = |number: fn(&PeriodCell) -> i64| {
        Column::Numbers(cells.iter().map(|(cell, _)| number(cell)).collect())
    };
    vec![
        texts(|cell| cell.scope.as_ref().map_or("", Slug::as_str)),
        numbers(|cell| cell.period.into()),
        texts(|cell| cell.mode.word()),
        numbers(|cell| cell.verified.into()),
        texts(|cell| cell.unit.as_str()),
        texts(|cell| cell.survey.as_str()),
        numbers(|cell| cell.version.into()),
        texts(|cell| cell.question.as_ref().map_or(ANY, Slug::as_str)),
        texts(|cell| cell.answer.as_str()),
        Column::Numbers(cells.iter().map(|(_, n)| **n).collect()),
    ]
}

/// Agency, held, counter, survey, version, mode and verified.
fn strata<'a>(strata: &(impl Iterator<Item = &'a Stratum> + Clone)) -> Vec<Column<'a>> {
    let of = || strata.clone();
    vec![
        Column::Texts(of().map(|one| one.agency.as_str()).collect()),
        Column::Numbers(of().map(|one| one.held.into()).collect()),
        Column::Texts(of().map(|one| one.counter.as_str()).collect()),
        Column::Texts(of().map(|one| one.survey.as_str()).collect()),
        Column::Numbers(of().map(|one| one.version.into()).collect()),
        Column::Texts(of().map(|one| one.mode.word()).collect()),
        Column::Numbers(of().map(|one| one.verified.into()).collect()),
    ]
}
