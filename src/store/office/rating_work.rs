//! What the desk writes about ratings besides their judgements: piles of paper slips, and what was decided of words.

use super::audit::append;
use super::{AuditEntry, By, Deed, Transaction, Worked};
use crate::feedback::secrecy::WordsReview;
use crate::store::SlipBatch;
use crate::store::failure::Failure;
use crate::store::tally::day_number;
use crate::store::upkeep::Held;
use crate::text::Slug;

const OPEN: &str = "INSERT INTO slip_batch (agency, id, counter, survey, version, from_day, until_day, account, \
     opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING";

const CLOSE: &str = "UPDATE slip_batch SET closed_at = $1 WHERE agency = $2 AND id = $3 \
     AND closed_at IS NULL";

const REVIEW: &str = "INSERT INTO words_review (agency, rating, question, verdict, words, account, at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";

/// Words of a rating, and the counter that it is about.
pub(super) struct Words<'a> {
    pub(super) agency: &'a Slug,
    pub(super) counter: &'a Slug,
    pub(super) rating: &'a [u8; 16],
    pub(super) question: &'a Slug,
}

pub(super) fn open_slips(
    transaction: &mut dyn Transaction,
    batch: &SlipBatch,
) -> Result<Worked, Failure> {
    let text = |slug: &Slug| Held::Text(slug.to_string());
    let values = [
        text(&batch.agency),
        Held::Bytes(batch.id.to_vec()),
        text(&batch.counter),
        text(&batch.survey),
        Held::Number(batch.version.into()),
        Held::Number(day_number(batch.from).into()),
        Held::Number(day_number(batch.until).into()),
        Held::Text(batch.account.clone()),
        Held::Number(batch.opened_at),
    ];
    // A form that is sent twice begins one pile.
    if transaction.execute(OPEN, &values)? == 1 {
        let by = By { account: batch.account.clone(), at: batch.opened_at };
        note(transaction, Deed::SlipsBegun, batch, &by)?;
    }
    Ok(Worked::Done)
}

pub(super) fn close_slips(
    transaction: &mut dyn Transaction,
    batch: &SlipBatch,
    by: &By,
) -> Result<Worked, Failure> {
    let values =
        [Held::Number(by.at), Held::Text(batch.agency.to_string()), Held::Bytes(batch.id.to_vec())];
    if transaction.execute(CLOSE, &values)? == 1 {
        note(transaction, Deed::SlipsDone, batch, by)?;
    }
    Ok(Worked::Done)
}

pub(super) fn review(
    transaction: &mut dyn Transaction,
    words: &Words<'_>,
    review: &WordsReview,
    by: &By,
) -> Result<Worked, Failure> {
    let (verdict, said) = match review {
        WordsReview::Quotable(said) => ("quotable", Held::Text(said.clone())),
        WordsReview::Withheld => ("withheld", Held::Null),
    };
    let values = [
        Held::Text(words.agency.to_string()),
        Held::Bytes(words.rating.to_vec()),
        Held::Text(words.question.to_string()),
        Held::Text(verdict.to_owned()),
        said,
        Held::Text(by.account.clone()),
        Held::Number(by.at),
    ];
    if transaction.execute(REVIEW, &values)? == 0 {
        return Ok(Worked::Decided);
    }
    let entry = AuditEntry {
        at: by.at,
        account: by.account.clone(),
        deed: Deed::WordsReviewed,
        agency: Some(words.agency.clone()),
        subject: words.counter.to_string(),
        detail: verdict.to_owned(),
    };
    append(transaction, &entry)?;
    Ok(Worked::Done)
}

fn note(
    transaction: &mut dyn Transaction,
    deed: Deed,
    batch: &SlipBatch,
    by: &By,
) -> Result<(), Failure> {
    let entry = AuditEntry {
        at: by.at,
        account: by.account.clone(),
        deed,
        agency: Some(batch.agency.clone()),
        subject: batch.counter.to_string(),
        detail: format!("{} – {}", batch.from, batch.until),
    };
    append(transaction, &entry)
}
