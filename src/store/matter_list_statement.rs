//! A statement that lists matters of one agency, put together from what is asked.

use super::snapshot::Value;
use super::trigrams::Trigrams;
use super::{MatterQuery, Pile, PilePlace};
use crate::text::Slug;

/// The columns of [`Trigrams`].
const TRIGRAMS: [&str; 4] = ["trigrams_a", "trigrams_b", "trigrams_c", "trigrams_d"];

/// The text and the values. In `SQLite` `$3` is a name, and names are numbered as they come: so are these.
pub(super) struct MatterListStatement<'a> {
    pub(super) sql: String,
    pub(super) values: Vec<Value<'a>>,
}

impl<'a> MatterListStatement<'a> {
    /// What is selected of an agency.
    pub(super) fn of(select: &str, agency: &'a Slug) -> Self {
        let values = vec![Value::Text(agency.as_str())];
        Self { sql: format!("{select} WHERE agency = $1"), values }
    }

    /// A condition with one value, which stands in it as `?`.
    pub(super) fn add(&mut self, condition: &str, value: Value<'a>) {
        self.values.push(value);
        self.sql.push_str(&condition.replace('?', &format!("${}", self.values.len())));
    }

    /// Only what lies in the pile, after a place.
    pub(super) fn in_pile(&mut self, pile: Pile, after: Option<&'a PilePlace>) {
        match pile {
            Pile::Open => self.sql.push_str(" AND due IS NOT NULL"),
            Pile::In(state) => self.add(" AND state = ?", Value::Text(state.word())),
            Pile::All => {}
        }
        if let Some(place) = after {
            let than = if pile == Pile::Open { '>' } else { '<' };
            let place_of = format!(" AND ({}, id) {than} (?", sorted_by(pile));
            self.add(&place_of, Value::Number(place.sorted_by));
            self.add(", ?)", Value::Bytes(&place.id));
        }
    }

    /// Only what fits the filters; words are not among them.
    pub(super) fn filtered(&mut self, query: &'a MatterQuery) {
        for (at, kind) in query.kinds.iter().enumerate() {
            let before = if at == 0 { " AND kind IN (?" } else { ", ?" };
            self.add(before, Value::Text(kind.word()));
        }
        if !query.kinds.is_empty() {
            self.sql.push(')');
        }
        if let Some(account) = &query.assigned {
            self.add(" AND assigned = ?", Value::Text(account));
        }
        if let Some(held) = query.held {
            self.add(" AND held = ?", Value::Number(held.into()));
        }
    }

    /// Only what may hold all of these.
    pub(super) fn likely(&mut self, sought: Trigrams) {
        for (column, bits) in TRIGRAMS.into_iter().zip(sought.0).filter(|(_, bits)| *bits != 0) {
            self.add(&format!(" AND ({column} | ?) = -1"), Value::Number(!bits));
        }
    }

    /// In the order of the pile, at most so many.
    pub(super) fn ordered(&mut self, pile: Pile, limit: usize) {
        let order = match pile {
            Pile::Open => "due, id",
            Pile::In(_) | Pile::All => "changed_at DESC, id DESC",
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.add(&format!(" ORDER BY {order} LIMIT ?"), Value::Number(limit));
    }
}

/// The column by which a pile is ordered.
pub(super) fn sorted_by(pile: Pile) -> &'static str {
    match pile {
        Pile::Open => "due",
        Pile::In(_) | Pile::All => "changed_at",
    }
}
