//! Taking out what has been kept long enough: first words that may point at a person, then all words, then
//! the ratings themselves. Counts stay: before a rating goes its month is sealed, and a sealed month is
//! never counted anew.

use super::{Held, Place, PurgePlan, Step};
use crate::feedback::{AnswerValue, Mark, is_suspected_personal};
use crate::store::cells::{self, Cells};
use crate::store::snapshot::{Snapshot, Value};
use crate::store::{StoreError, answers_text, marks_text, select};
use crate::text::Slug;

/// Rows in one transaction: few enough that a host which writes meanwhile does not notice.
const BATCH: usize = 200;

/// With no rating for so long, in milliseconds, the clock is likelier wrong than the hall empty.
const SILENCE: i64 = 400 * 24 * 60 * 60 * 1_000;

const SEAL: &str = "INSERT INTO purge_line (agency, month) VALUES ($1, $2) ON CONFLICT (agency) \
     DO UPDATE SET month = excluded.month WHERE purge_line.month < excluded.month";

const OLD: &str = "SELECT agency, id FROM rating WHERE agency = $1 AND received_at < $2";

const FORGET: &str = "DELETE FROM judgement WHERE agency = $1 AND rating = $2";

const TAKE_OUT: &str = "DELETE FROM rating WHERE agency = $1 AND id = $2";

const WORDS: &str = "SELECT agency, id, received_at, marks, answers FROM rating WHERE agency = $1 \
     AND received_at >= $2 AND received_at < $3 AND answers LIKE '%\"text\"%'";

const ERASE: &str = "UPDATE rating SET answers = $1 WHERE agency = $2 AND id = $3 AND answers = $4";

/// What was taken out, or would be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Texts that may hold personal data, erased.
    pub marked_words: u64,
    /// Other texts, erased.
    pub words: u64,
    /// Ratings, taken out.
    pub ratings: u64,
    /// Agencies that had such ratings; their earlier months are sealed.
    pub sealed: Vec<Slug>,
}

/// Why nothing was taken out, or not all.
#[derive(Debug, thiserror::Error)]
pub enum PurgeError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The clock of this machine does not fit the ratings.
    #[error(
        "the newest rating is of {newest}, more than 400 days ago: the clock may be wrong, so nothing \
         was taken out"
    )]
    Clock {
        /// When the newest rating was received, in RFC 3339.
        newest: String,
    },
}

impl Purged {
    /// Whether there was nothing to take out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Carries out a plan, or with `dry` only says what it would take out. Hosts may go on writing. A clock that
/// is years ahead would take out everything, so without `trust_clock` one that looks wrong is refused.
pub fn purge(
    place: &Place,
    plan: &PurgePlan,
    dry: bool,
    trust_clock: bool,
) -> Result<Purged, PurgeError> {
    let mut snapshot = place.snapshot()?;
    let mut agencies = Vec::new();
    let mut newest = i64::MIN;
    snapshot.rows(select::PERIODS, &[], &mut |row| {
        let (agency, last) = cells::agency_and_number(row, 2)?;
        newest = newest.max(last);
        agencies.push(agency);
        Ok(())
    })?;
    // Engines group in orders of their own.
    agencies.sort();
    if !trust_clock && !agencies.is_empty() && plan.now.saturating_sub(newest) > SILENCE {
        return Err(PurgeError::Clock { newest: crate::store::utc::written(newest) });
    }
    let mut purged = Purged::default();
    let mut hand = if dry { None } else { Some(place.hand()?) };
    for agency in agencies {
        let old = old_ratings(snapshot.as_mut(), &agency, plan)?;
        let erased = words(snapshot.as_mut(), &agency, plan, &mut purged)?;
        if let Some(hand) = &mut hand {
            if !old.is_empty() {
                let month = Held::Number(plan.ratings.into());
                let values = vec![Held::Text(agency.to_string()), month];
                hand.carry_out(&[Step { sql: SEAL, values }])?;
            }
            for ids in old.chunks(BATCH) {
                hand.carry_out(&taking_out(&agency, ids))?;
            }
            for steps in erased.chunks(BATCH) {
                hand.carry_out(steps)?;
            }
        }
        purged.ratings += old.len() as u64;
        if !old.is_empty() {
            purged.sealed.push(agency);
        }
    }
    // A reader that looks at an old moment keeps the journal from being folded.
    drop(snapshot);
    if let Some(hand) = &mut hand {
        hand.finish();
    }
    Ok(purged)
}

fn old_ratings(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    plan: &PurgePlan,
) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut ids = Vec::new();
    let values = [Value::Text(agency.as_str()), Value::Number(plan.ratings_before())];
    snapshot.rows(OLD, &values, &mut |row| {
        ids.push(bytes(row, 1)?);
        Ok(())
    })?;
    Ok(ids)
}

fn taking_out(agency: &Slug, ids: &[Vec<u8>]) -> Vec<Step<'static>> {
    let step = |sql, id: &Vec<u8>| Step {
        sql,
        values: vec![Held::Text(agency.to_string()), Held::Bytes(id.clone())],
    };
    ids.iter().flat_map(|id| [step(FORGET, id), step(TAKE_OUT, id)]).collect()
}

/// The steps that erase words of an agency, counted.
fn words(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    plan: &PurgePlan,
    purged: &mut Purged,
) -> Result<Vec<Step<'static>>, StoreError> {
    let mut steps = Vec::new();
    let until = plan.marked_words.max(plan.words);
    let (from, until) = (Value::Number(plan.ratings_before()), Value::Number(until));
    snapshot.rows(WORDS, &[Value::Text(agency.as_str()), from, until], &mut |row| {
        let id = bytes(row, 1)?;
        let received_at = row.number(2).map_err(StoreError::Read)?.unwrap_or_default();
        let marks = row.text(3).map_err(StoreError::Read)?.unwrap_or_default();
        let before = row.text(4).map_err(StoreError::Read)?.unwrap_or_default();
        let marked = marks_text::read(&marks).is_some_and(|marks| marks.contains(&Mark::Personal));
        // What cannot be read is told by an export; it is not taken out unread.
        let Some(mut answers) = answers_text::read(&before) else { return Ok(()) };
        let mut changed = false;
        for (_, answer) in &mut answers {
            let AnswerValue::Text(words) = answer else { continue };
            if marked || is_suspected_personal(words) {
                if received_at >= plan.marked_words {
                    continue;
                }
                purged.marked_words += 1;
            } else if received_at < plan.words {
                purged.words += 1;
            } else {
                continue;
            }
            *answer = AnswerValue::ErasedText;
            changed = true;
        }
        if changed {
            let after =
                answers_text::write(&answers).map_err(|error| StoreError::Export(error.into()))?;
            let values = vec![
                Held::Text(after),
                Held::Text(agency.to_string()),
                Held::Bytes(id),
                Held::Text(before),
            ];
            steps.push(Step { sql: ERASE, values });
        }
        Ok(())
    })?;
    Ok(steps)
}

fn bytes(row: &dyn Cells, at: usize) -> Result<Vec<u8>, StoreError> {
    Ok(row.bytes(at).map_err(StoreError::Read)?.unwrap_or_default())
}
