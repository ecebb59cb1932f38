//! Writes one piece of it with its row of the log, in a transaction that holds the lock of the desk.

use super::{ChosenQuote, Measure, Remedy};
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::apology::{Apology, LateFile};
use crate::store::failure::Failure;
use crate::store::office::{AuditEntry, By, Deed, Transaction, Worked, append};
use crate::store::stored_rating::digits;
use crate::store::tally::day_number;
use crate::store::upkeep::Held;
use crate::text::{Date, Slug};

const DRAFT: &str = "INSERT INTO apology (agency, id, file, masked, procedure, failing, reason, due, \
     new_due, matter, drafted_by, drafted_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING";
const SIGN: &str = "UPDATE apology SET signer = $1, signed_by = $2, signed_at = $3 \
     WHERE agency = $4 AND id = $5 AND signed_at IS NULL";
const DROP: &str = "DELETE FROM apology WHERE agency = $1 AND id = $2 AND signed_at IS NULL";
const FILE: &str = "INSERT INTO late_file (agency, masked, due, procedure, returned, imported_at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (agency, masked, due) DO UPDATE SET \
     procedure = excluded.procedure, returned = excluded.returned, imported_at = excluded.imported_at";
const TOTAL: &str = "INSERT INTO overdue_total (agency, month, overdue, account, at) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (agency, month) DO UPDATE SET \
     overdue = excluded.overdue, account = excluded.account, at = excluded.at";
const MEASURE: &str = "INSERT INTO measure (agency, id, period, counter, survey, criterion, cause, \
     measure, answerable, until, outcome, quote, account, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
     ON CONFLICT (agency, id) DO UPDATE SET period = excluded.period, counter = excluded.counter, \
     survey = excluded.survey, criterion = excluded.criterion, cause = excluded.cause, \
     measure = excluded.measure, answerable = excluded.answerable, until = excluded.until, \
     outcome = excluded.outcome, quote = excluded.quote, account = excluded.account, at = excluded.at";
const DROP_MEASURE: &str = "DELETE FROM measure WHERE agency = $1 AND id = $2";
const QUOTE: &str = "INSERT INTO chosen_quote (agency, id, period, counter, words, account, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (agency, id) DO UPDATE SET \
     period = excluded.period, counter = excluded.counter, words = excluded.words, \
     account = excluded.account, at = excluded.at";
const DROP_QUOTE: &str = "DELETE FROM chosen_quote WHERE agency = $1 AND id = $2";

/// Carries out one piece; the caller has locked the row `office`.
pub(in crate::store) fn carry_out(
    transaction: &mut dyn Transaction,
    remedy: &Remedy,
    by: &By,
) -> Result<Worked, Failure> {
    let mut touched = 0;
    let mut run = |sql: &str, values: &[Held]| {
        touched += transaction.execute(sql, values)?;
        Ok::<(), Failure>(())
    };
    let (deed, subject, detail) = match remedy {
        Remedy::Draft { id, apology } => {
            run(DRAFT, &drafted(id, apology, by))?;
            (Deed::ApologyDrafted, digits(id), apology.file.to_string())
        }
        Remedy::Sign { agency, id, name } => {
            let who = [text(&by.account), text(name), Held::Number(by.at)];
            let [agency, id_held] = place(agency, id);
            let [account, name, at] = who;
            run(SIGN, &[account, name, at, agency, id_held])?;
            (Deed::ApologySigned, digits(id), String::new())
        }
        Remedy::Drop { agency, id } => {
            run(DROP, &place(agency, id))?;
            (Deed::ApologyDropped, digits(id), String::new())
        }
        Remedy::Files { agency, files } => {
            for file in files {
                run(FILE, &listed(agency, file, by))?;
            }
            (Deed::LateFilesImported, agency.to_string(), files.len().to_string())
        }
        Remedy::Overdue { agency, month, overdue } => {
            let numbers = [Held::Number((*month).into()), Held::Number((*overdue).into())];
            let [month_held, overdue_held] = numbers;
            let who = [text(&by.account), Held::Number(by.at)];
            let [account, at] = who;
            run(TOTAL, &[text(agency.as_str()), month_held, overdue_held, account, at])?;
            (Deed::OverdueKeyedIn, month.to_string(), overdue.to_string())
        }
        Remedy::Measure(measure) => {
            run(MEASURE, &measured(measure, by))?;
            (Deed::MeasureKept, digits(&measure.id), measure.period.clone())
        }
        Remedy::DropMeasure { agency, id } => {
            run(DROP_MEASURE, &place(agency, id))?;
            (Deed::MeasureDropped, digits(id), String::new())
        }
        Remedy::Quote(quote) => {
            run(QUOTE, &quoted(quote, by))?;
            (Deed::QuoteChosen, digits(&quote.id), quote.period.clone())
        }
        Remedy::DropQuote { agency, id } => {
            run(DROP_QUOTE, &place(agency, id))?;
            (Deed::QuoteDropped, digits(id), String::new())
        }
    };
    if touched == 0 {
        let is_draft = matches!(remedy, Remedy::Draft { .. });
        return Ok(if is_draft { Worked::Taken } else { Worked::Gone });
    }
    let agency = Some(remedy.agency().clone());
    let By { account, at } = by.clone();
    append(transaction, &AuditEntry { at, account, deed, agency, subject, detail })?;
    Ok(Worked::Done)
}

fn drafted(id: &[u8; 16], apology: &Apology, by: &By) -> [Held; 12] {
    let Apology { agency, file, hash, procedure, failing, reason, due, new_due, matter } = apology;
    [
        text(agency.as_str()),
        Held::Bytes(id.to_vec()),
        Held::Bytes(hash.0.to_vec()),
        text(file.as_str()),
        some_text(procedure.as_ref().map(ProcedureCode::as_str)),
        text(failing.word()),
        text(reason),
        some_day(*due),
        some_day(*new_due),
        matter.map_or(Held::Null, |matter| Held::Bytes(matter.to_vec())),
        text(&by.account),
        Held::Number(by.at),
    ]
}

fn listed(agency: &Slug, file: &LateFile, by: &By) -> [Held; 6] {
    [
        text(agency.as_str()),
        text(file.file.as_str()),
        day(file.due),
        some_text(file.procedure.as_ref().map(ProcedureCode::as_str)),
        some_day(file.returned),
        Held::Number(by.at),
    ]
}

fn measured(measure: &Measure, by: &By) -> [Held; 14] {
    [
        text(measure.agency.as_str()),
        Held::Bytes(measure.id.to_vec()),
        text(&measure.period),
        some_text(measure.counter.as_ref().map(Slug::as_str)),
        text(measure.survey.as_str()),
        text(measure.criterion.as_str()),
        text(&measure.cause),
        text(&measure.measure),
        text(&measure.answerable),
        day(measure.until),
        some_text(measure.outcome.as_deref()),
        some_text(measure.quote.as_deref()),
        text(&by.account),
        Held::Number(by.at),
    ]
}

fn quoted(quote: &ChosenQuote, by: &By) -> [Held; 7] {
    [
        text(quote.agency.as_str()),
        Held::Bytes(quote.id.to_vec()),
        text(&quote.period),
        some_text(quote.counter.as_ref().map(Slug::as_str)),
        text(&quote.words),
        text(&by.account),
        Held::Number(by.at),
    ]
}

fn place(agency: &Slug, id: &[u8; 16]) -> [Held; 2] {
    [text(agency.as_str()), Held::Bytes(id.to_vec())]
}

fn text(text: &str) -> Held {
    Held::Text(text.to_owned())
}

fn some_text(words: Option<&str>) -> Held {
    words.map_or(Held::Null, text)
}

fn day(day: Date) -> Held {
    Held::Number(day_number(day).into())
}

fn some_day(some: Option<Date>) -> Held {
    some.map_or(Held::Null, day)
}
