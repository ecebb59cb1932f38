//! The tables that make up a store, each with its columns: what is copied and compared.

use std::collections::BTreeMap;

use super::Held;
use crate::store::cells::Cells;
use crate::store::snapshot::Snapshot;
use crate::store::{StoreError, TableHolds};

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) name: &'static str,
    columns: &'static str,
    /// The kind of each column: `t` text, `b` bytes, `n` number.
    kinds: &'static str,
}

/// All tables with contents; the ledger of migrations and the locks are each engine's own.
pub(super) const TABLES: [Table; 28] = [
    Table {
        name: "rating",
        columns: "agency, id, key, receipt, counter, code, procedure, edition, survey, version, \
                  language, mode, verified, received_at, marks, answers, ticket, amended_at, held, point, \
                  words, judged_at",
        kinds: "tbbttttbtnttnnttbnntnn",
    },
    Table { name: "ticket", columns: "agency, ticket, key, spent_at", kinds: "tbbn" },
    Table {
        name: "judgement",
        columns: "agency, id, rating, verdict, reason, at, account",
        kinds: "tbbttnt",
    },
    Table {
        name: "words_review",
        columns: "agency, rating, question, verdict, words, account, at",
        kinds: "tbttttn",
    },
    Table {
        name: "slip_batch",
        columns: "agency, id, counter, survey, version, from_day, until_day, account, opened_at, closed_at",
        kinds: "tbttnnntnn",
    },
    Table {
        name: "tally_answer",
        columns: "agency, held, day, counter, procedure, survey, version, mode, verified, question, \
                  answer, n",
        kinds: "tnntttntnttn",
    },
    Table {
        name: "tally_score",
        columns: "agency, held, month, counter, survey, version, mode, verified, question, other, n, \
                  sum_first, sum_second, sum_product",
        kinds: "tnnttntnttnnnn",
    },
    Table { name: "tally_hour", columns: "agency, held, month, weekday, hour, n", kinds: "tnnnnn" },
    Table {
        name: "tally_period",
        columns: "scope, period, mode, verified, unit, survey, version, question, answer, n",
        kinds: "tntnttnttn",
    },
    Table { name: "purge_line", columns: "agency, month", kinds: "tn" },
    Table {
        name: "matter",
        columns: "agency, id, tracking, kind, procedure, edition_from, edition, counter, page, demands, words, \
                  folded, language, received_at, marks, state, due, handled_by, answered_by, events, \
                  changed_at, assigned, number, held, trigrams_a, trigrams_b, trigrams_c, trigrams_d",
        kinds: "tbbttnbttttttnttnnnnnttnnnnn",
    },
    Table {
        name: "matter_event",
        columns: "agency, matter, number, at, author, account, act",
        kinds: "tbnnttt",
    },
    Table {
        name: "contact",
        columns: "agency, matter, name, phone, email, address",
        kinds: "tbtttt",
    },
    Table {
        name: "alert_recipient",
        columns: "id, agency, way, target, tongues, kinds, audience, created_at",
        kinds: "bttttttn",
    },
    Table { name: "alert_setting", columns: "name, value", kinds: "tt" },
    Table { name: "alert_cause", columns: "agency, kind, subject, n, first_at", kinds: "tttnn" },
    Table { name: "alert_mark", columns: "agency, what, mark", kinds: "ttn" },
    Table {
        name: "alert",
        columns: "id, recipient, way, agency, facts, created_at, state, tries, next_at, until, lease_until, \
                  unsure, trouble, ended_at",
        kinds: "bbtttntnnnnntn",
    },
    Table {
        name: "officer",
        columns: "id, account, name, role, agency, password, second_factor, second_step, created_at, \
                  disabled_at",
        kinds: "btttttbnnn",
    },
    Table {
        name: "officer_session",
        columns: "token, officer, started_at, seen_at",
        kinds: "bbnn",
    },
    Table { name: "set_up_link", columns: "link, officer, good_until", kinds: "bbn" },
    Table {
        name: "audit",
        columns: "number, at, account, deed, agency, subject, detail, former, hash",
        kinds: "nntttttbb",
    },
    Table { name: "audit_line", columns: "name, number, hash", kinds: "tnb" },
    Table {
        name: "apology",
        columns: "agency, id, file, masked, procedure, failing, reason, due, new_due, matter, drafted_by, \
                  drafted_at, signer, signed_by, signed_at",
        kinds: "tbbttttnnbtnttn",
    },
    Table {
        name: "late_file",
        columns: "agency, masked, due, procedure, returned, imported_at",
        kinds: "ttntnn",
    },
    Table { name: "overdue_total", columns: "agency, month, overdue, account, at", kinds: "tnntn" },
    Table {
        name: "measure",
        columns: "agency, id, period, counter, survey, criterion, cause, measure, answerable, until, outcome, \
                  quote, account, at",
        kinds: "tbtttttttntttn",
    },
    Table {
        name: "chosen_quote",
        columns: "agency, id, period, counter, words, account, at",
        kinds: "tbttttn",
    },
];

impl Table {
    /// Reads all rows.
    pub(super) fn select(self) -> String {
        format!("SELECT {} FROM {}", self.columns, self.name)
    }

    /// Writes a row unless it is there.
    pub(super) fn insert(self) -> String {
        let places = (1..=self.kinds.len()).map(|at| format!("${at}")).collect::<Vec<_>>();
        let (name, columns) = (self.name, self.columns);
        format!(
            "INSERT INTO {name} ({columns}) VALUES ({}) ON CONFLICT DO NOTHING",
            places.join(", ")
        )
    }

    /// The values of a row of [`Table::select`].
    pub(super) fn row(self, row: &dyn Cells) -> Result<Vec<Held>, StoreError> {
        let cell = |(at, kind)| {
            let held = match kind {
                't' => row.text(at).map(|text| text.map(Held::Text)),
                'b' => row.bytes(at).map(|bytes| bytes.map(Held::Bytes)),
                _ => row.number(at).map(|number| number.map(Held::Number)),
            };
            Ok(held.map_err(StoreError::Read)?.unwrap_or(Held::Null))
        };
        self.kinds.chars().enumerate().map(cell).collect()
    }
}

impl TableHolds {
    pub(super) fn add(&mut self, row: &[Held]) {
        let mut hasher = blake3::Hasher::new();
        for held in row {
            held.hash(&mut hasher);
        }
        self.rows += 1;
        self.digest.add(hasher.finalize().as_bytes());
    }
}

/// What a table holds at one moment.
pub(super) fn content(snapshot: &mut dyn Snapshot, table: Table) -> Result<TableHolds, StoreError> {
    let mut content = TableHolds::default();
    snapshot.rows(&table.select(), &[], &mut |row| {
        content.add(&table.row(row)?);
        Ok(())
    })?;
    Ok(content)
}

/// What all tables but that of the ratings hold at one moment.
pub(in crate::store) fn all_but_ratings(
    snapshot: &mut dyn Snapshot,
) -> Result<BTreeMap<String, TableHolds>, StoreError> {
    let others = TABLES.into_iter().filter(|table| table.name != "rating");
    others.map(|table| Ok((table.name.to_owned(), content(snapshot, table)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_kind() {
        for table in TABLES {
            let columns = table.columns.split(',').count();
            assert_eq!(columns, table.kinds.len(), "{}", table.name);
        }
    }
}
