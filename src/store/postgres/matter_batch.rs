//! Matters and their logs in a batch: read what is wanted, write what is changed, one statement a table.

use std::collections::BTreeMap;

use tokio_postgres::{Client, Error, Statement, Transaction};

use super::columns::{Column, prepare, values};
use super::meaning::Setback;
use crate::store::matter_cells::{self, EVENTS, MATTER};
use crate::store::matter_ledger::{MatterChanges, MatterId, MatterLedger, MattersWanted};
use crate::store::matter_reading::life;
use crate::store::matter_rows::STATEMENTS;
use crate::store::upkeep::Held;

/// The prepared statements.
pub(super) struct MatterStatements {
    tracked: Statement,
    by_id: Statement,
    events: Statement,
    writing: Vec<Statement>,
}

impl MatterStatements {
    pub(super) async fn prepare(client: &Client) -> Result<Self, Error> {
        let among = "IN (SELECT * FROM UNNEST)";
        let tracked = format!("{MATTER} WHERE (agency, tracking) {among}");
        // Rows are locked in one order, whoever asks.
        let by_id = format!("{MATTER} WHERE (agency, id) {among} ORDER BY agency, id FOR UPDATE");
        let events =
            format!("{EVENTS} WHERE (agency, matter) {among} ORDER BY agency, matter, number");
        let mut writing = Vec::new();
        for statement in STATEMENTS {
            let rows =
                if statement.sql.contains("FROM ROWS") { "UNNEST" } else { "SELECT * FROM UNNEST" };
            let mut sql = statement.sql.replace("ROWS", rows);
            if statement.sql.starts_with("INSERT") {
                sql.push_str(" ON CONFLICT DO NOTHING");
            }
            writing.push(prepare(client, &sql, statement.kinds).await?);
        }
        Ok(Self {
            tracked: prepare(client, &tracked, "tb").await?,
            by_id: prepare(client, &by_id, "tb").await?,
            events: prepare(client, &events, "tb").await?,
            writing,
        })
    }

    /// Reads what is wanted. Logs are read when their matters are locked, so that they are as they stay.
    pub(super) async fn read(
        &self,
        transaction: &Transaction<'_>,
        wanted: &MattersWanted,
        ledger: &mut MatterLedger,
    ) -> Result<(), Setback> {
        if !wanted.tracked.is_empty() {
            let agencies = wanted.tracked.iter().map(|(agency, _)| agency.as_str());
            let hashes = wanted.tracked.iter().map(|(_, tracking)| tracking.0.as_slice());
            let columns = [Column::Texts(agencies.collect()), Column::Bytes(hashes.collect())];
            for row in transaction.query(&self.tracked, &values(&columns)).await? {
                let (_, matter) = matter_cells::matter(&row)?;
                ledger.found_tracking(matter.agency, matter.tracking);
            }
        }
        if !wanted.logged.is_empty() {
            let agencies = wanted.logged.iter().map(|(agency, _)| agency.as_str());
            let ids = wanted.logged.iter().map(|(_, id)| id.as_slice());
            let columns = [Column::Texts(agencies.collect()), Column::Bytes(ids.collect())];
            let matters = transaction.query(&self.by_id, &values(&columns)).await?;
            let mut logs: BTreeMap<MatterId, Vec<_>> = BTreeMap::new();
            for row in transaction.query(&self.events, &values(&columns)).await? {
                let (agency, id, event) = matter_cells::event(&row)?;
                logs.entry((agency, id)).or_default().push(event);
            }
            for row in matters {
                let (id, matter) = matter_cells::matter(&row)?;
                let log = logs.get(&(matter.agency.clone(), id)).map_or(&[][..], Vec::as_slice);
                let life = life(&id, &matter, log)?;
                ledger.found(id, matter, life);
            }
        }
        Ok(())
    }

    /// Writes what is changed.
    pub(super) async fn write(
        &self,
        transaction: &Transaction<'_>,
        changes: &MatterChanges,
    ) -> Result<(), Setback> {
        let batches = changes.rows()?;
        for ((statement, prepared), rows) in STATEMENTS.into_iter().zip(&self.writing).zip(&batches)
        {
            if rows.is_empty() {
                continue;
            }
            let columns = columns(rows, statement.kinds);
            let written = transaction.execute(prepared, &values(&columns)).await?;
            if statement.all && usize::try_from(written) != Ok(rows.len()) {
                return Err(Setback::Again("another host wrote the same at this moment".into()));
            }
        }
        Ok(())
    }
}

/// Rows as columns.
fn columns<'a>(rows: &'a [Vec<Held>], kinds: &str) -> Vec<Column<'a>> {
    let column = |(at, kind): (usize, char)| {
        let cells = rows.iter().map(move |row| row.get(at).unwrap_or(&Held::Null));
        match kind {
            't' => Column::SomeTexts(cells.map(Held::text).collect()),
            'b' => Column::SomeBytes(cells.map(Held::bytes).collect()),
            _ => Column::SomeNumbers(cells.map(Held::number).collect()),
        }
    };
    kinds.chars().enumerate().map(column).collect()
}
