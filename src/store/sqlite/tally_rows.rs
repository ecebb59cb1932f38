//! Tallies moved by what a batch adds to them.

use rusqlite::{Connection, params};

use crate::catalogue::procedure::ProcedureCode;
use crate::store::tally::ANY;
use crate::store::{AnswerCell, HourCell, ScoreCell, Tallies};
use crate::text::Slug;

const ANSWER: &str = "INSERT INTO tally_answer (agency, held, day, counter, procedure, survey, version, \
     mode, verified, question, answer, n) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
     ON CONFLICT (agency, held, day, counter, procedure, survey, version, mode, verified, question, answer) \
     DO UPDATE SET n = tally_answer.n + excluded.n";

const SCORE: &str = "INSERT INTO tally_score (agency, held, month, counter, survey, version, mode, \
     verified, question, other, n, sum_first, sum_second, sum_product) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
     ON CONFLICT (agency, held, month, counter, survey, version, mode, verified, question, other) \
     DO UPDATE SET n = tally_score.n + excluded.n, \
     sum_first = tally_score.sum_first + excluded.sum_first, \
     sum_second = tally_score.sum_second + excluded.sum_second, \
     sum_product = tally_score.sum_product + excluded.sum_product";

const HOUR: &str = "INSERT INTO tally_hour (agency, held, month, weekday, hour, n) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (agency, held, month, weekday, hour) \
     DO UPDATE SET n = tally_hour.n + excluded.n";

const PERIOD: &str = "INSERT INTO tally_period (scope, period, mode, verified, unit, survey, version, \
     question, answer, n) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
     ON CONFLICT (scope, period, mode, verified, unit, survey, version, question, answer) \
     DO UPDATE SET n = tally_period.n + excluded.n";

/// Adds what each cell holds to its row.
pub(super) fn write(connection: &Connection, tallies: &Tallies) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(ANSWER)?;
    for (AnswerCell { stratum, day, procedure, question, answer }, n) in &tallies.answers {
        statement.execute(params![
            stratum.agency.as_str(),
            stratum.held,
            day,
            stratum.counter.as_str(),
            procedure.as_ref().map_or("", ProcedureCode::as_str),
            stratum.survey.as_str(),
            stratum.version,
            stratum.mode.word(),
            stratum.verified,
            question.as_ref().map_or(ANY, Slug::as_str),
            answer,
            n,
        ])?;
    }
    let mut statement = connection.prepare_cached(SCORE)?;
    for (ScoreCell { stratum, month, pair }, sums) in &tallies.scores {
        let (first, second) =
            pair.as_ref().map_or((ANY, ANY), |(first, second)| (first.as_str(), second.as_str()));
        statement.execute(params![
            stratum.agency.as_str(),
            stratum.held,
            month,
            stratum.counter.as_str(),
            stratum.survey.as_str(),
            stratum.version,
            stratum.mode.word(),
            stratum.verified,
            first,
            second,
            sums.n,
            sums.first,
            sums.second,
            sums.product,
        ])?;
    }
    let mut statement = connection.prepare_cached(HOUR)?;
    for (HourCell { agency, held, month, weekday, hour }, n) in &tallies.hours {
        statement.execute(params![agency.as_str(), held, month, weekday, hour, n])?;
    }
    let mut statement = connection.prepare_cached(PERIOD)?;
    for (cell, n) in &tallies.period_moves() {
        statement.execute(params![
            cell.scope.as_ref().map_or("", Slug::as_str),
            cell.period,
            cell.mode.word(),
            cell.verified,
            cell.unit.as_str(),
            cell.survey.as_str(),
            cell.version,
            cell.question.as_ref().map_or(ANY, Slug::as_str),
            cell.answer,
            n,
        ])?;
    }
    Ok(())
}
