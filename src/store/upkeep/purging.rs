//! Taking out what has been kept long enough: first words that may point at a person, then all words, then
//! the ratings themselves. Counts stay: before a rating goes its month is sealed, and a sealed month is
//! never counted anew.

use super::words_purge::WordsPurge;
use super::{Held, Place, PurgePlan, Step, log_purge, matter_purge};
use crate::store::StoreError;
use crate::store::cells::Cells;
use crate::store::snapshot::{self, Snapshot, Value};
use crate::text::Slug;

/// Rows in one transaction: few enough that a host which writes meanwhile does not notice.
pub(super) const BATCH: usize = 200;

/// With no rating for so long, in milliseconds, the clock is likelier wrong than the hall empty.
const SILENCE: i64 = 400 * 24 * 60 * 60 * 1_000;

const SEAL: &str = "INSERT INTO purge_line (agency, month) VALUES ($1, $2) ON CONFLICT (agency) \
     DO UPDATE SET month = excluded.month WHERE purge_line.month < excluded.month";

const OLD: &str = "SELECT agency, id FROM rating WHERE agency = $1 AND received_at < $2";

const FORGET: &str = "DELETE FROM judgement WHERE agency = $1 AND rating = $2";

const TAKE_OUT: &str = "DELETE FROM rating WHERE agency = $1 AND id = $2";

/// What was taken out, or would be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Texts that may hold personal data, erased.
    pub marked_words: u64,
    /// Other texts, erased.
    pub words: u64,
    /// Ratings, taken out.
    pub ratings: u64,
    /// Contacts of those who brought something, deleted.
    pub contacts: u64,
    /// Petitions and reports with their logs, taken out.
    pub matters: u64,
    /// Rows of the desk's log, taken out.
    pub log: u64,
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
         was taken out; if it is right: niemyet store purge --yes --trust-clock"
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
    let periods = snapshot::periods(snapshot.as_mut())?;
    let bringing = matter_purge::agencies(snapshot.as_mut())?;
    let lasts = periods.iter().map(|(.., last)| *last);
    let newest = lasts.chain(bringing.iter().map(|(_, last)| *last)).max().unwrap_or(i64::MIN);
    let empty = periods.is_empty() && bringing.is_empty();
    let mut agencies: Vec<Slug> = periods.into_iter().map(|(agency, ..)| agency).collect();
    // Engines sort in orders of their own.
    agencies.sort();
    if !trust_clock && !empty && plan.now.saturating_sub(newest) > SILENCE {
        return Err(PurgeError::Clock { newest: crate::store::utc::written(newest) });
    }
    let mut purged = Purged::default();
    let mut hand = if dry { None } else { Some(place.hand()?) };
    let words = WordsPurge::new(plan, snapshot.as_mut())?;
    for agency in agencies {
        let old = old_ratings(snapshot.as_mut(), &agency, plan)?;
        if let Some(hand) = &mut hand
            && !old.is_empty()
        {
            let month = Held::Number(plan.ratings.into());
            let values = vec![Held::Text(agency.to_string()), month];
            hand.carry_out(&[Step { sql: SEAL, values }])?;
            for ids in old.chunks(BATCH) {
                hand.carry_out(&taking_out(&agency, ids))?;
            }
        }
        let hand = hand.as_deref_mut();
        words.carry_out(snapshot.as_mut(), &agency, hand, &mut purged)?;
        purged.ratings += old.len() as u64;
        if !old.is_empty() {
            purged.sealed.push(agency);
        }
    }
    for (agency, _) in bringing {
        let hand = hand.as_deref_mut();
        matter_purge::carry_out(snapshot.as_mut(), &agency, plan, hand, &mut purged)?;
    }
    purged.log = log_purge::carry_out(snapshot.as_mut(), plan, hand.as_deref_mut())?;
    if let Some(hand) = &mut hand {
        words.finish(hand.as_mut())?;
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

pub(super) fn bytes(row: &dyn Cells, at: usize) -> Result<Vec<u8>, StoreError> {
    Ok(row.bytes(at).map_err(StoreError::Read)?.unwrap_or_default())
}
