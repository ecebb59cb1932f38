//! A page of the ratings of a counter: counted by half days from an index alone, gathered by the rule, and only then
//! read.

use super::{Disclosure, DisclosureQuery, slips};
use crate::feedback::AnswerValue;
use crate::feedback::secrecy::{
    Disclosed, Gathering, HalfDay, Heard, WordsReview, disclose, disclose_words, gather,
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
const REVIEWS: &str =
    "SELECT question, verdict, words FROM words_review WHERE agency = $1 AND rating = $2";

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
    let counts = counts(snapshot, query)?;
    let month = HalfDay::of(LocalTime::moments(query.month).0);
    let all = gather(counts.iter().map(|one| (one.half_day, one.n)));
    let of_month = all.into_iter().rev().filter(|one| one.last >= month);
    let mut of_month =
        of_month.filter(|one| query.before.is_none_or(|before| one.last < before)).peekable();
    let mut page = Disclosure::default();
    let mut rows = 0;
    while let Some(gathering) = of_month.next() {
        let heard = heard(snapshot, query, gathering, false)?;
        rows += heard.len() as u64;
        let heard: Vec<Heard> = heard.into_iter().map(|found| found.heard).collect();
        page.gatherings.extend(disclose(gathering, &heard));
        if (rows >= ROWS || page.gatherings.len() >= GATHERINGS) && of_month.peek().is_some() {
            page.next = Some(gathering.first);
            break;
        }
    }
    if query.before.is_some() {
        return Ok(page);
    }
    for found in words(snapshot, query, &counts)? {
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

/// How many ratings came in a half day, and how many with words.
pub(super) struct Count {
    half_day: HalfDay,
    n: u64,
    with_words: u64,
}

/// The half days of the year up to the end of the month.
pub(super) fn counts(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
) -> Result<Vec<Count>, StoreError> {
    let sql = format!(
        "SELECT (received_at + 25200000) / 43200000, count(*), count(words) FROM rating \
         WHERE {LISTED} GROUP BY 1 ORDER BY 1"
    );
    let (from, _) = LocalTime::moments(query.month / 100 * 100 + 1);
    let (_, until) = LocalTime::moments(query.month);
    let until = until.min(query.horizon.half_day().start());
    let mut counts = Vec::new();
    snapshot.rows(&sql, &values(query, from, until), &mut |row| {
        let cells = Reading { row, whose: "in rating".into() };
        counts.push(Count {
            half_day: HalfDay(cells.number(0, "received_at")?),
            n: cells.small(1, "count")?,
            with_words: cells.small(2, "words")?,
        });
        Ok(())
    })?;
    Ok(counts)
}

/// The ratings whose words were gathered and are shown in the month, by gathering. Where words have been erased, so
/// that too few are left, none of them.
pub(super) fn words(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
    counts: &[Count],
) -> Result<Vec<Vec<Found>>, StoreError> {
    let month = HalfDay::of(LocalTime::moments(query.month).0);
    let mut all = Vec::new();
    for gathering in gather(counts.iter().map(|one| (one.half_day, one.with_words))) {
        if gathering.last < month {
            continue;
        }
        let mut found = heard(snapshot, query, gathering, true)?;
        found.retain(|one| {
            one.heard.answers.iter().any(|(_, answer)| matches!(answer, AnswerValue::Text(_)))
        });
        if found.len() as u64 >= crate::feedback::secrecy::FEWEST {
            all.push(found);
        }
    }
    Ok(all)
}

/// The ratings of a gathering: all, or those with words.
fn heard(
    snapshot: &mut dyn Snapshot,
    query: &DisclosureQuery,
    gathering: Gathering,
    with_words: bool,
) -> Result<Vec<Found>, StoreError> {
    let only = if with_words { " AND words IS NOT NULL" } else { "" };
    let sql = format!("SELECT id, version, answers FROM rating WHERE {LISTED}{only}");
    let mut all = Vec::new();
    let values = values(query, gathering.first.start(), gathering.last.next().start());
    snapshot.rows(&sql, &values, &mut |row| {
        all.push(read(row)?);
        Ok(())
    })?;
    if with_words {
        for found in &mut all {
            found.heard.reviews = reviews(snapshot, &query.agency, &found.id)?;
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

/// What was decided of the words of a rating, by question.
pub(super) fn reviews(
    snapshot: &mut dyn Snapshot,
    agency: &Slug,
    rating: &[u8; 16],
) -> Result<Vec<(Slug, WordsReview)>, StoreError> {
    let mut reviews = Vec::new();
    let values = [Value::Text(agency.as_str()), Value::Bytes(rating)];
    snapshot.rows(REVIEWS, &values, &mut |row| {
        let cells = Reading { row, whose: digits(rating) };
        let words = row.text(2).map_err(StoreError::Read)?.unwrap_or_default();
        let review = cells.parse(1, "verdict", |verdict| match verdict {
            "quotable" => Some(WordsReview::Quotable(words)),
            "withheld" => Some(WordsReview::Withheld),
            _ => None,
        })?;
        reviews.push((cells.slug(0, "question")?, review));
        Ok(())
    })?;
    Ok(reviews)
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
