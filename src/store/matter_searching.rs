//! The lines of a list that fit what is asked. Filters are looked at in an index that holds all of them, the trigrams of
//! words included; rows are read only where they are likely to fit, and only until the page is full.

use super::cells::Reading;
use super::matter_cells::{self, LINE};
use super::matter_list_statement::{MatterListStatement, sorted_by};
use super::snapshot::{Snapshot, Value};
use super::trigrams::Trigrams;
use super::{MatterLine, MatterQuery, PilePlace, StoreError};
use crate::text::{Slug, fold};

/// So many rows are looked at at once, where the first ones did not fill the page.
const STEP: usize = 1_000;

/// What is looked for in words.
struct Sought {
    trigrams: Trigrams,
    pattern: String,
}

/// The lines of one agency, at least the first `limit` of them, in no order.
pub(super) fn lines(
    snapshot: &mut dyn Snapshot,
    query: &MatterQuery,
    agency: &Slug,
) -> Result<Vec<MatterLine>, StoreError> {
    let sought = query.words.as_deref().map(|words| {
        let folded = fold(words);
        Sought { trigrams: Trigrams::of(&folded), pattern: like(&folded) }
    });
    let limit = usize::from(query.limit);
    // What somebody has taken on is little, and has an index of its own; what is not filtered needs no other.
    let filtered = sought.is_some() || !query.kinds.is_empty() || query.held.is_some();
    if query.assigned.is_some() || !filtered {
        let mut asked = MatterListStatement::of(LINE, agency);
        asked.in_pile(query.pile, query.after.as_ref());
        asked.filtered(query);
        if let Some(sought) = &sought {
            asked.add(HOLDS, Value::Text(&sought.pattern));
        }
        asked.ordered(query.pile, limit);
        return read(snapshot, &asked);
    }
    let (mut lines, mut after, mut step) = (Vec::new(), query.after, limit * 2);
    loop {
        let likely = likely(snapshot, query, agency, sought.as_ref(), after.as_ref(), step)?;
        let mut asked = MatterListStatement::of(LINE, agency);
        for (at, place) in likely.iter().enumerate() {
            asked.add(if at == 0 { " AND id IN (?" } else { ", ?" }, Value::Bytes(&place.id));
        }
        if let Some(sought) = &sought {
            asked.add(&format!("){HOLDS}"), Value::Text(&sought.pattern));
        } else {
            asked.sql.push(')');
        }
        if !likely.is_empty() {
            lines.extend(read(snapshot, &asked)?);
        }
        if likely.len() < step || lines.len() >= limit {
            return Ok(lines);
        }
        (after, step) = (likely.last().copied(), STEP);
    }
}

/// Whether the words are there indeed.
const HOLDS: &str = " AND folded LIKE ? ESCAPE '!'";

fn read(
    snapshot: &mut dyn Snapshot,
    asked: &MatterListStatement<'_>,
) -> Result<Vec<MatterLine>, StoreError> {
    let mut lines = Vec::new();
    snapshot.rows(&asked.sql, &asked.values, &mut |row| {
        lines.push(matter_cells::line(row)?);
        Ok(())
    })?;
    Ok(lines)
}

/// The next places whose matters fit, but for their words: those only may.
fn likely(
    snapshot: &mut dyn Snapshot,
    query: &MatterQuery,
    agency: &Slug,
    sought: Option<&Sought>,
    after: Option<&PilePlace>,
    limit: usize,
) -> Result<Vec<PilePlace>, StoreError> {
    let column = sorted_by(query.pile);
    let mut asked = MatterListStatement::of(&format!("SELECT {column}, id FROM matter"), agency);
    asked.in_pile(query.pile, after);
    asked.filtered(query);
    if let Some(sought) = sought {
        asked.likely(sought.trigrams);
    }
    asked.ordered(query.pile, limit);
    let mut places = Vec::new();
    snapshot.rows(&asked.sql, &asked.values, &mut |row| {
        let cells = Reading { row, whose: "in matter".into() };
        places.push(PilePlace { sorted_by: cells.number(0, column)?, id: cells.id(1, "id")? });
        Ok(())
    })?;
    Ok(places)
}

/// A pattern for what holds these words anywhere.
fn like(folded: &str) -> String {
    let mut pattern = String::from("%");
    for sign in folded.chars() {
        if matches!(sign, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(sign);
    }
    pattern.push('%');
    pattern
}
