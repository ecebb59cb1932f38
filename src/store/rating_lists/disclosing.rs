//! A page of the ratings of a counter: counted back by half days from an index alone, as far as it takes, gathered by the
//! rule, and only then read.

use std::collections::BTreeMap;

use super::{Disclosure, DisclosureQuery, slips};
use crate::feedback::AnswerValue;
use crate::feedback::secrecy::{
    Disclosed, FEWEST, Gathering, HalfDay, Heard, Latest, WordsReview, disclose, disclose_words,
    gather_back,
};
use crate::store::cells::{Cells, Reading};
use crate::store::snapshot::{Snapshot, Value};
use crate::store::stored_rating::digits;
use crate::store::tally::LocalTime;
use crate::store::{StoreError, answers_text};
use crate::text::Slug;

/// A page ends with the gathering that brings it to so many ratings.
const ROWS: u64 = 1_000;

/// At most so many gatherings stand on a page.
const GATHERINGS: usize = 20;

/// What is listed of a counter: not what lies in quarantine, nor what a person has moved, which would stand out
/// when it comes and goes; paper is listed by piles.
const LISTED: &str = "agency = $1 AND counter = $2 AND survey = $3 AND received_at >= $4 \
     AND received_at < $5 AND held = 0 AND judged_at IS NULL AND mode <> 'paper'";

/// What a person decided of the words of a rating.
pub(in crate::store) const REVIEWS: &str =
    "SELECT rating, question, verdict, words FROM words_review";

/// A rating with its id, which goes no further than this room.
pub(super) struct Found {
    pub(super) id: [u8; 16],
    pub(super) heard: Heard,
}

/// A page.
pub(super) fn disclosed(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
) -> Result<Disclosure, StoreError> {
    let mut page = Disclosure::default();
    let fills = |some: &[Gathering]| {
        some.len() >= GATHERINGS || some.iter().map(|one| one.n).sum::<u64>() >= ROWS
    };
    let latest = latest(snapshot, query, false, fills)?;
    let mut of_page = latest.gatherings.len();
    while of_page > 0 && !fills(&latest.gatherings[of_page..]) {
        of_page -= 1;
    }
    let shown = &latest.gatherings[of_page..];
    for (gathering, found) in heard(snapshot, query, shown, false)?.into_iter().rev() {
        let heard: Vec<Heard> = found.into_iter().map(|found| found.heard).collect();
        page.gatherings.extend(disclose(gathering, &heard));
    }
    if latest.more || of_page > 0 {
        page.next = shown.first().map(|gathering| gathering.first);
    }
    if query.before.is_some() {
        return Ok(page);
    }
    for found in words(snapshot, query)? {
        page.words.extend(disclose_words(found.iter().map(|one| &one.heard)));
    }
    for (batch, heard) in slips::disclosed(snapshot, query)? {
        let n = heard.len() as u64;
        let whole = Gathering {
            first: HalfDay::morning(batch.from),
            last: HalfDay::morning(batch.until),
            n,
        };
        if let Some(Disclosed { lines, .. }) = disclose(whole, &heard) {
            page.slips.push((batch, lines));
            page.words.extend(disclose_words(&heard));
        }
    }
    page.words.sort();
    Ok(page)
}

/// What was gathered in the month, counted back as far as it takes: ratings, or those with words.
fn latest(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
    with_words: bool,
    are_enough: impl Fn(&[Gathering]) -> bool,
) -> Result<Latest, StoreError> {
    let sql = format!(
        "SELECT (received_at + 25200000) / 43200000, count(*) FROM rating \
         WHERE {} GROUP BY 1 ORDER BY 1",
        listed(with_words)
    );
    let (year, _) = LocalTime::moments(query.month / 100 * 100 + 1);
    let (month, end) = LocalTime::moments(query.month);
    let mut until = HalfDay::of(end).min(query.horizon.half_day());
    if let Some(before) = query.before.filter(|_| !with_words) {
        until = until.min(before);
    }
    let count = |from: HalfDay, until: HalfDay| {
        let mut counts = Vec::new();
        snapshot.rows(&sql, &values(query, from.start(), until.start()), &mut |row| {
            let cells = Reading { row, whose: "in rating".into() };
            counts
                .push((HalfDay(cells.number(0, "received_at")?), cells.small::<u64>(1, "count")?));
            Ok(())
        })?;
        Ok(counts)
    };
    gather_back([HalfDay::of(year), HalfDay::of(month), until], count, are_enough)
}

/// The ratings whose words were gathered and are shown in the month, by gathering. Where words have been erased, so
/// that too few are left, none of them.
pub(super) fn words(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
) -> Result<Vec<Vec<Found>>, StoreError> {
    let gatherings = latest(snapshot, query, true, |_| false)?.gatherings;
    let mut all = Vec::new();
    for (_, mut found) in heard(snapshot, query, &gatherings, true)? {
        found.retain(|one| {
            one.heard.answers.iter().any(|(_, answer)| matches!(answer, AnswerValue::Text(_)))
        });
        if found.len() as u64 >= FEWEST {
            all.push(found);
        }
    }
    Ok(all)
}

/// The ratings of gatherings that lie side by side: all, or those with words.
fn heard(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
    gatherings: &[Gathering],
    with_words: bool,
) -> Result<Vec<(Gathering, Vec<Found>)>, StoreError> {
    let (Some(first), Some(last)) = (gatherings.first(), gatherings.last()) else {
        return Ok(Vec::new());
    };
    let sql = format!(
        "SELECT id, version, answers, received_at FROM rating WHERE {}",
        listed(with_words)
    );
    let values = values(query, first.first.start(), last.last.next().start());
    let mut all: Vec<_> = gatherings.iter().map(|one| (*one, Vec::new())).collect();
    snapshot.rows(&sql, &values, &mut |row| {
        let half =
            HalfDay::of(Reading { row, whose: "in rating".into() }.number(3, "received_at")?);
        let at = gatherings.partition_point(|one| one.last < half);
        if let Some((_, found)) = all.get_mut(at) {
            found.push(read(row)?);
        }
        Ok(())
    })?;
    if with_words {
        let sql = format!(
            "{REVIEWS} WHERE agency = $1 AND rating IN (SELECT id FROM rating WHERE {})",
            listed(true)
        );
        let mut reviews = reviews(snapshot, &sql, &values)?;
        for found in all.iter_mut().flat_map(|(_, found)| found) {
            found.heard.reviews = reviews.remove(&found.id).unwrap_or_default();
        }
    }
    Ok(all)
}

/// A rating of `id, version, answers`.
pub(super) fn read(row: &dyn Cells) -> Result<Found, StoreError> {
    let bytes = row.bytes(0).map_err(StoreError::Read)?.unwrap_or_default();
    let cells = Reading { row, whose: digits(&bytes) };
    Ok(Found {
        id: cells.id(0, "id")?,
        heard: Heard {
            version: cells.small(1, "version")?,
            answers: cells.parse(2, "answers", answers_text::read)?,
            reviews: Vec::new(),
        },
    })
}

/// What was decided of words, by rating and question.
pub(in crate::store) type Reviews = BTreeMap<[u8; 16], Vec<(Slug, WordsReview)>>;

/// What a statement that begins with [`REVIEWS`] finds.
pub(in crate::store) fn reviews(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Reviews, StoreError> {
    let mut reviews = Reviews::new();
    snapshot.rows(sql, values, &mut |row| {
        let bytes = row.bytes(0).map_err(StoreError::Read)?.unwrap_or_default();
        let cells = Reading { row, whose: digits(&bytes) };
        let words = row.text(3).map_err(StoreError::Read)?.unwrap_or_default();
        let review = cells.parse(2, "verdict", |verdict| WordsReview::parse(verdict, words))?;
        let of_rating = reviews.entry(cells.id(0, "rating")?).or_default();
        of_rating.push((cells.slug(1, "question")?, review));
        Ok(())
    })?;
    Ok(reviews)
}

/// The condition for what is listed: all, or what holds words.
fn listed(with_words: bool) -> String {
    format!("{LISTED}{}", if with_words { " AND words IS NOT NULL" } else { "" })
}

fn values(query: &DisclosureQuery, from: i64, until: i64) -> [Value<'_>; 5] {
    [
        Value::Text(query.agency.as_str()),
        Value::Text(query.counter.as_str()),
        Value::Text(query.survey.as_str()),
        Value::Number(from),
        Value::Number(until),
    ]
}
