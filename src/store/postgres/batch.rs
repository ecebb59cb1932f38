//! One batch: read what the orders are about, work out what changes, write it, commit. Everything that
//! can be sent without waiting for an answer is sent together.

use std::collections::BTreeSet;

use futures_util::future::{try_join3, try_join4};
use tokio_postgres::{Client, Error, Row, Statement, Transaction};

use super::columns::{Column, numbers, prepare, texts, values};
use super::matter_batch::MatterStatements;
use super::meaning::Setback;
use super::tally_columns::TallyStatements;
use crate::feedback::{Key, Ticket};
use crate::store::alerts::{self, Causes};
use crate::store::ledger::{Changes, Ledger, Wanted};
use crate::store::office::audit;
use crate::store::order::{Order, Outcome};
use crate::store::words_held::WordsHeld;
use crate::store::{AuditEntry, AuditRow, StoredRating, answers_text, cells, marks_text, select};
use crate::text::Slug;

/// The columns of a new rating, in the order of `added`.
const INSERT: &str = "INSERT INTO rating (agency, id, key, receipt, counter, code, procedure, edition, \
     survey, version, language, mode, verified, received_at, marks, answers, ticket, amended_at, \
     held, point, words) SELECT * FROM UNNEST ON CONFLICT DO NOTHING";

const CHANGE: &str = "UPDATE rating SET answers = new.answers, marks = new.marks, \
     amended_at = new.amended_at, held = new.held, verified = new.verified, ticket = new.ticket, \
     words = new.words FROM UNNEST \
     AS new (agency, id, answers, marks, amended_at, held, verified, ticket, words) \
     WHERE rating.agency = new.agency AND rating.id = new.id";

const SPEND: &str = "INSERT INTO ticket (agency, ticket, key, spent_at) \
     SELECT * FROM UNNEST ON CONFLICT DO NOTHING";

const SPENT: &str = "SELECT agency, ticket, key FROM ticket \
     WHERE (agency, ticket) IN (SELECT * FROM UNNEST)";

const REMEMBER: &str = "INSERT INTO judgement (agency, id, rating, verdict, reason, at) \
     SELECT * FROM UNNEST ON CONFLICT DO NOTHING";

/// The prepared statements of a connection.
pub(super) struct Statements {
    by_key: Statement,
    by_id: Statement,
    spent: Statement,
    insert: Statement,
    change: Statement,
    spend: Statement,
    remember: Statement,
    turn: Statement,
    set_turn: Statement,
    causes: Statement,
    matters: MatterStatements,
    tallies: TallyStatements,
}

impl Statements {
    pub(super) async fn prepare(client: &Client) -> Result<Self, Error> {
        // Rows are locked in one order, whoever asks.
        let lock = "IN (SELECT * FROM UNNEST) ORDER BY agency, id FOR UPDATE";
        let causes = alerts::COUNT.replace("ROWS", "SELECT * FROM UNNEST");
        let by = |column: &str| format!("{} WHERE (agency, {column}) {lock}", select::RATING);
        Ok(Self {
            by_key: prepare(client, &by("key"), "tb").await?,
            by_id: prepare(client, &by("id"), "tb").await?,
            spent: prepare(client, SPENT, "tb").await?,
            insert: prepare(client, INSERT, "tbbttttbtnttnnttbnntn").await?,
            change: prepare(client, CHANGE, "tbttnnnbn").await?,
            spend: prepare(client, SPEND, "tbbn").await?,
            remember: prepare(client, REMEMBER, "tbbttn").await?,
            turn: client.prepare(&format!("{} FOR UPDATE", select::REBUILD_TURN)).await?,
            set_turn: client.prepare("UPDATE lock SET turn = $1 WHERE name = 'rebuild'").await?,
            causes: prepare(client, &causes, "tttnn").await?,
            matters: MatterStatements::prepare(client).await?,
            tallies: TallyStatements::prepare(client).await?,
        })
    }

    /// Carries out all orders in one transaction, or none.
    pub(super) async fn write(
        &self,
        client: &mut Client,
        orders: &[Order],
    ) -> Result<Vec<Outcome>, Setback> {
        // Dropped without a commit, it rolls back.
        let transaction = client.transaction().await?;
        let ledger = self.read(&transaction, &Wanted::by(orders)).await?;
        let (outcomes, changes) = ledger.settle(orders);
        self.write_changes(&transaction, &changes).await?;
        transaction.commit().await?;
        Ok(outcomes)
    }

    async fn read(
        &self,
        transaction: &Transaction<'_>,
        wanted: &Wanted,
    ) -> Result<Ledger, Setback> {
        let keys = pairs(&wanted.keys, |key: &Key| &key.0);
        let ids = pairs(&wanted.ids, |id| id);
        let tickets = pairs(&wanted.tickets, |ticket: &Ticket| &ticket.id);
        let ask = |statement, columns| rows(transaction, statement, columns);
        let (by_key, by_id, spent) =
            try_join3(ask(&self.by_key, keys), ask(&self.by_id, ids), ask(&self.spent, tickets))
                .await?;
        let mut ledger = Ledger::default();
        for row in by_key.iter().chain(&by_id) {
            ledger.found_rating(cells::rating(row)?);
        }
        for row in &spent {
            let (agency, ticket, key) = cells::spent_ticket(row)?;
            ledger.found_ticket(agency, ticket, key);
        }
        self.matters.read(transaction, &wanted.matters, &mut ledger.matters).await?;
        if wanted.turn {
            let row = transaction.query_one(&self.turn, &[]).await?;
            ledger.found_turn(cells::number(&row)?);
        }
        Ok(ledger)
    }

    async fn write_changes(
        &self,
        transaction: &Transaction<'_>,
        changes: &Changes,
    ) -> Result<(), Setback> {
        let (spent, added) = (spent(changes), added(&changes.added)?);
        let (amended, words) = (changed(&changes.changed)?, judged(changes));
        let rows = async {
            try_join4(
                execute(transaction, &self.spend, spent, changes.spent.len()),
                execute(transaction, &self.insert, added, changes.added.len()),
                execute(transaction, &self.change, amended, changes.changed.len()),
                execute(transaction, &self.remember, words, changes.judged.len()),
            )
            .await
        };
        let tallies =
            async { Ok::<_, Setback>(self.tallies.write(transaction, &changes.tallies).await?) };
        futures_util::future::try_join(rows, tallies).await?;
        self.matters.write(transaction, &changes.matters).await?;
        self.count_causes(transaction, &changes.causes()).await?;
        log(transaction, &changes.audited()).await?;
        if let Some(turn) = changes.turn {
            transaction.execute(&self.set_turn, &[&turn]).await?;
        }
        Ok(())
    }

    /// Counts what somebody is to be told of. A statement writes each row once, as the causes of a batch are.
    async fn count_causes(
        &self,
        transaction: &Transaction<'_>,
        causes: &Causes,
    ) -> Result<(), Setback> {
        if causes.is_empty() {
            return Ok(());
        }
        let columns = [
            Column::Texts(causes.keys().map(|(agency, _, _)| agency.as_str()).collect()),
            Column::Texts(causes.keys().map(|(_, kind, _)| *kind).collect()),
            Column::Texts(causes.keys().map(|(_, _, subject)| subject.as_str()).collect()),
            Column::Numbers(causes.values().map(|(n, _)| *n).collect()),
            Column::Numbers(causes.values().map(|(_, first_at)| *first_at).collect()),
        ];
        transaction.execute(&self.causes, &values(&columns)).await?;
        Ok(())
    }
}

/// Adds rows to the log of the desk, one after the other under its lock.
async fn log(transaction: &Transaction<'_>, entries: &[AuditEntry]) -> Result<(), Setback> {
    if entries.is_empty() {
        return Ok(());
    }
    let lock = "SELECT turn FROM lock WHERE name = 'office' FOR UPDATE";
    transaction.query_one(lock, &[]).await?;
    let mut last = match transaction.query_opt(audit::LAST, &[]).await? {
        Some(row) => (row.try_get(0)?, row.try_get(1)?),
        None => (0, vec![0; 32]),
    };
    for entry in entries {
        let row = AuditRow::after(last, entry);
        last = (row.number, row.hash.clone());
        transaction.execute_raw(audit::INSERT, row.values()).await?;
    }
    transaction.execute(audit::COUNT, &[&last.0]).await?;
    Ok(())
}

/// Rows by agency and sixteen bytes; nothing is asked where nothing is wanted.
async fn rows(
    transaction: &Transaction<'_>,
    statement: &Statement,
    columns: [Column<'_>; 2],
) -> Result<Vec<Row>, Setback> {
    if let [Column::Texts(agencies), _] = &columns
        && agencies.is_empty()
    {
        return Ok(Vec::new());
    }
    Ok(transaction.query(statement, &values(&columns)).await?)
}

/// Writes so many rows; fewer mean that somebody else wrote one of them since it was looked for.
async fn execute(
    transaction: &Transaction<'_>,
    statement: &Statement,
    columns: Vec<Column<'_>>,
    expected: usize,
) -> Result<(), Setback> {
    if expected == 0 {
        return Ok(());
    }
    let written = transaction.execute(statement, &values(&columns)).await?;
    if usize::try_from(written).is_ok_and(|written| written == expected) {
        Ok(())
    } else {
        Err(Setback::Again("another host wrote the same at this moment".into()))
    }
}

fn pairs<'a, T>(
    wanted: &'a BTreeSet<(Slug, T)>,
    bytes: impl Fn(&'a T) -> &'a [u8; 16],
) -> [Column<'a>; 2] {
    [
        Column::Texts(wanted.iter().map(|(agency, _)| agency.as_str()).collect()),
        Column::Bytes(wanted.iter().map(|(_, one)| bytes(one).as_slice()).collect()),
    ]
}

fn spent(changes: &Changes) -> Vec<Column<'_>> {
    let spent = || changes.spent.iter();
    vec![
        Column::Texts(spent().map(|((agency, _), _)| agency.as_str()).collect()),
        Column::Bytes(spent().map(|((_, ticket), _)| ticket.id.as_slice()).collect()),
        Column::Bytes(spent().map(|(_, (key, _))| key.0.as_slice()).collect()),
        Column::Numbers(spent().map(|(_, (_, at))| *at).collect()),
    ]
}

fn added(ratings: &[StoredRating]) -> serde_json::Result<Vec<Column<'_>>> {
    Ok(vec![
        texts(ratings, |one| one.submission.agency.as_str()),
        Column::Bytes(ratings.iter().map(|one| one.id.as_slice()).collect()),
        Column::Bytes(ratings.iter().map(|one| one.submission.key.0.as_slice()).collect()),
        texts(ratings, |one| one.submission.receipt.as_str()),
        texts(ratings, |one| one.submission.counter.as_str()),
        texts(ratings, |one| one.submission.code.as_str()),
        Column::SomeTexts(
            ratings
                .iter()
                .map(|one| one.submission.about.as_ref().map(|about| about.procedure.as_str()))
                .collect(),
        ),
        Column::SomeBytes(
            ratings
                .iter()
                .map(|one| one.submission.about.as_ref().map(|about| about.edition.0.as_slice()))
                .collect(),
        ),
        texts(ratings, |one| one.submission.survey.as_str()),
        numbers(ratings, |one| one.submission.version.into()),
        texts(ratings, |one| one.submission.language.tag()),
        texts(ratings, |one| one.submission.mode.word()),
        numbers(ratings, |one| one.submission.verified().into()),
        numbers(ratings, |one| one.submission.received_at),
        marks(ratings),
        answers(ratings)?,
        tickets(ratings),
        Column::SomeNumbers(ratings.iter().map(|one| one.amended_at).collect()),
        numbers(ratings, |one| one.held.into()),
        Column::SomeTexts(
            ratings.iter().map(|one| one.submission.point.as_ref().map(Slug::as_str)).collect(),
        ),
        words(ratings),
    ])
}

fn changed(ratings: &[StoredRating]) -> serde_json::Result<Vec<Column<'_>>> {
    Ok(vec![
        texts(ratings, |one| one.submission.agency.as_str()),
        Column::Bytes(ratings.iter().map(|one| one.id.as_slice()).collect()),
        answers(ratings)?,
        marks(ratings),
        Column::SomeNumbers(ratings.iter().map(|one| one.amended_at).collect()),
        numbers(ratings, |one| one.held.into()),
        numbers(ratings, |one| one.submission.verified().into()),
        tickets(ratings),
        words(ratings),
    ])
}

fn judged(changes: &Changes) -> Vec<Column<'_>> {
    let judged = || changes.judged.iter();
    vec![
        Column::Texts(judged().map(|(_, one)| one.agency.as_str()).collect()),
        Column::Bytes(judged().map(|(id, _)| id.as_slice()).collect()),
        Column::Bytes(judged().map(|(_, one)| one.rating.as_slice()).collect()),
        Column::Texts(judged().map(|(_, one)| one.verdict.word()).collect()),
        Column::Texts(judged().map(|(_, one)| one.reason.as_str()).collect()),
        Column::Numbers(judged().map(|(_, one)| one.at).collect()),
    ]
}

fn tickets(ratings: &[StoredRating]) -> Column<'_> {
    let tickets = ratings.iter().map(|one| one.submission.ticket.as_ref());
    Column::SomeBytes(tickets.map(|ticket| ticket.map(|ticket| ticket.id.as_slice())).collect())
}

fn words(ratings: &[StoredRating]) -> Column<'static> {
    let words = ratings.iter().map(|one| WordsHeld::when_written(&one.submission));
    Column::SomeNumbers(words.collect())
}

fn marks(ratings: &[StoredRating]) -> Column<'static> {
    Column::OwnTexts(ratings.iter().map(|one| marks_text::write(&one.submission.marks)).collect())
}

fn answers(ratings: &[StoredRating]) -> serde_json::Result<Column<'static>> {
    let texts = ratings.iter().map(|one| answers_text::write(&one.submission.answers));
    texts.collect::<Result<_, _>>().map(Column::OwnTexts)
}
