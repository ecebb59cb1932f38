//! Carries out a piece of work on alerts in one transaction, the same on every database.

use super::{AlertMark, AlertPlan, AlertWork, QueuedAlert};
use crate::feedback::alert::Recipient;
use crate::store::StoreError;
use crate::store::failure::{Failure, Reach};
use crate::store::office::{AuditEntry, By, Deed, Transaction, Worked, append};
use crate::store::stored_rating::digits;
use crate::store::upkeep::Held;
use crate::text::Slug;

const ADD: &str = "INSERT INTO alert_recipient (id, agency, way, target, tongues, kinds, audience, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
const NAMED: &str =
    "SELECT agency, target, way, kinds, audience FROM alert_recipient WHERE id = $1";
const REMOVE: &str = "DELETE FROM alert_recipient WHERE id = $1";
const REMOVE_WAITING: &str = "DELETE FROM alert WHERE recipient = $1 AND state = 'waiting'";
const SET: &str = "INSERT INTO alert_setting (name, value) VALUES ($1, $2) \
     ON CONFLICT (name) DO UPDATE SET value = excluded.value";
const UNSET: &str = "DELETE FROM alert_setting WHERE name = $1";
const MARKED: &str = "SELECT mark FROM alert_mark WHERE agency = $1 AND what = $2";
const MARK: &str = "INSERT INTO alert_mark (agency, what, mark) VALUES ($1, $2, $3) \
     ON CONFLICT (agency, what) DO UPDATE SET mark = excluded.mark";
const TAKE_OUT: &str = "UPDATE alert_cause SET n = n - $1, first_at = $2 \
     WHERE agency = $3 AND kind = $4 AND subject = $5";
const DROP_EMPTY: &str = "DELETE FROM alert_cause WHERE agency = $1 AND n <= 0";
const QUEUE: &str = "INSERT INTO alert (id, recipient, way, agency, facts, created_at, state, tries, next_at, until, \
     lease_until, unsure) VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $8, 0, 0)";
const KNOWN: &str = "SELECT 1 FROM alert_recipient WHERE id = $1";
const CLAIM: &str = "UPDATE alert SET tries = tries + 1, unsure = CASE WHEN lease_until > 0 THEN 1 ELSE unsure END, \
     lease_until = $1 WHERE id = $2 AND state = 'waiting' AND tries = $3 AND next_at <= $4 AND lease_until <= $5";
const SENT: &str = "UPDATE alert SET state = 'sent', lease_until = 0, ended_at = $1, trouble = NULL \
     WHERE id = $2 AND state <> 'sent'";
const LATER: &str = "UPDATE alert SET lease_until = 0, next_at = $1, unsure = $2, trouble = $3 \
     WHERE id = $4 AND tries = $5 AND state = 'waiting'";
const GIVE_UP: &str = "UPDATE alert SET state = 'failed', lease_until = 0, ended_at = $1, unsure = $2, trouble = $3 \
     WHERE id = $4 AND tries = $5 AND state = 'waiting'";
const RETRY: &str = "UPDATE alert SET state = 'waiting', next_at = $1, until = $2, ended_at = NULL \
     WHERE state <> 'sent' AND recipient IN (SELECT id FROM alert_recipient)";
const SWEEP: &str = "DELETE FROM alert WHERE state <> 'waiting' AND ended_at < $1";

/// Carries out one piece of work. `Gone` means that nothing was changed: it is not there, or somebody was faster.
pub(in crate::store) fn carry_out(
    transaction: &mut dyn Transaction,
    work: &AlertWork,
) -> Result<Worked, Failure> {
    let touched = match work {
        AlertWork::Add { recipient, by } => {
            transaction.lock("office")?;
            let touched = transaction.execute(ADD, &row(recipient))?;
            if touched > 0 {
                note(transaction, Deed::AlertRecipientAdded, &recipient.id, by)?;
            }
            touched
        }
        AlertWork::Remove { recipient, by } => {
            transaction.lock("office")?;
            transaction.lock("alerts")?;
            note(transaction, Deed::AlertRecipientRemoved, recipient, by)?;
            transaction.execute(REMOVE_WAITING, &[bytes(recipient)])?;
            transaction.execute(REMOVE, &[bytes(recipient)])?
        }
        AlertWork::Set { name, value, by } => {
            transaction.lock("office")?;
            let touched = match value {
                Some(value) => transaction.execute(SET, &[text(name), text(value)])?,
                None => transaction.execute(UNSET, &[text(name)])?,
            };
            if touched > 0 {
                // What is on one line is told; a certificate is not.
                let shown =
                    value.as_deref().map_or("–", |value| value.lines().next().unwrap_or("–"));
                append(
                    transaction,
                    &AuditEntry {
                        at: by.at,
                        account: by.account.clone(),
                        deed: Deed::AlertSettingChanged,
                        agency: None,
                        subject: name.clone(),
                        detail: shown.to_owned(),
                    },
                )?;
            }
            touched
        }
        AlertWork::Plan(plan) => return queue(transaction, plan),
        AlertWork::Claim { alert, tries, now, lease_until } => {
            let (tries, now) = (Held::Number((*tries).into()), Held::Number(*now));
            let values = [Held::Number(*lease_until), bytes(alert), tries, now.clone(), now];
            transaction.execute(CLAIM, &values)?
        }
        AlertWork::Sent { alert, at } => {
            transaction.execute(SENT, &[Held::Number(*at), bytes(alert)])?
        }
        AlertWork::NotSent { alert, tries, next_at, unsure, trouble, at } => {
            let (sql, when) = next_at.map_or((GIVE_UP, *at), |next| (LATER, next));
            let (unsure, tries) = (Held::Number((*unsure).into()), Held::Number((*tries).into()));
            let values = [Held::Number(when), unsure, text(trouble), bytes(alert), tries];
            transaction.execute(sql, &values)?
        }
        AlertWork::Retry { now, until } => {
            transaction.execute(RETRY, &[Held::Number(*now), Held::Number(*until)])?
        }
        AlertWork::Sweep { before } => transaction.execute(SWEEP, &[Held::Number(*before)])?,
    };
    Ok(if touched == 0 { Worked::Gone } else { Worked::Done })
}

/// Writes into the log whose recipient was added or is taken out, as its row says, be it readable otherwise or not. Of
/// the address of a webhook only the server is told: the rest may be a secret between the two.
fn note(
    transaction: &mut dyn Transaction,
    deed: Deed,
    recipient: &[u8; 16],
    by: &By,
) -> Result<(), Failure> {
    let mut found = None;
    transaction.rows(NAMED, &[bytes(recipient)], &mut |row| {
        let cell = |at| row.text(at).map_err(StoreError::Read);
        let target = cell(1)?.unwrap_or_default();
        let server = target.split_inclusive('/').take(3).collect::<String>();
        let told = if cell(2)?.as_deref() == Some("mail") { target } else { server };
        let detail =
            format!("{told} {} {}", cell(3)?.unwrap_or_default(), cell(4)?.unwrap_or_default());
        found = Some((cell(0)?.and_then(|agency| Slug::parse(&agency).ok()), detail));
        Ok(())
    })?;
    let Some((agency, detail)) = found else { return Ok(()) };
    let By { account, at } = by.clone();
    let subject = digits(recipient)[..8].to_owned();
    append(transaction, &AuditEntry { at, account, deed, agency, subject, detail })
}

/// Queues messages, unless it was told further since the plan was made.
fn queue(transaction: &mut dyn Transaction, plan: &AlertPlan) -> Result<Worked, Failure> {
    transaction.lock("alerts")?;
    let mut marked = None;
    let key = [text(plan.agency.as_str()), text(&plan.mark.what)];
    transaction.rows(MARKED, &key, &mut |row| {
        marked = row.number(0).map_err(StoreError::Read)?;
        Ok(())
    })?;
    if marked != plan.before {
        return Ok(Worked::Gone);
    }
    for mark in [&plan.mark].into_iter().chain(&plan.more_marks) {
        set_mark(transaction, &plan.agency, mark)?;
    }
    for cause in &plan.causes {
        let values = [
            Held::Number(cause.n),
            Held::Number(plan.now),
            text(cause.agency.as_str()),
            text(&cause.kind),
            text(&cause.subject),
        ];
        transaction.execute(TAKE_OUT, &values)?;
    }
    if !plan.causes.is_empty() {
        transaction.execute(DROP_EMPTY, &[text(plan.agency.as_str())])?;
    }
    for alert in &plan.alerts {
        add(transaction, plan, alert)?;
    }
    Ok(Worked::Done)
}

fn set_mark(
    transaction: &mut dyn Transaction,
    agency: &Slug,
    AlertMark { what, mark }: &AlertMark,
) -> Result<(), Failure> {
    transaction.execute(MARK, &[text(agency.as_str()), text(what), Held::Number(*mark)]).map(drop)
}

/// A recipient that was taken out since the plan was made gets nothing.
fn add(
    transaction: &mut dyn Transaction,
    plan: &AlertPlan,
    alert: &QueuedAlert,
) -> Result<(), Failure> {
    let mut known = false;
    transaction.rows(KNOWN, &[bytes(&alert.recipient)], &mut |_| {
        known = true;
        Ok(())
    })?;
    if !known {
        return Ok(());
    }
    let facts = serde_json::to_string(&alert.facts);
    let values = [
        bytes(&alert.id),
        bytes(&alert.recipient),
        text(alert.target.way()),
        text(alert.agency.as_str()),
        Held::Text(facts.map_err(|error| Failure::new(Reach::Order, error))?),
        Held::Number(plan.now),
        Held::Number(plan.now),
        Held::Number(plan.until),
    ];
    transaction.execute(QUEUE, &values).map(drop)
}

fn row(recipient: &Recipient) -> [Held; 8] {
    let words = |words: Vec<&str>| Held::Text(words.join(" "));
    [
        bytes(&recipient.id),
        recipient.agency.as_ref().map_or(Held::Null, |agency| text(agency.as_str())),
        text(recipient.target.way()),
        text(recipient.target.address()),
        words(recipient.tongues.iter().map(|tongue| tongue.tag()).collect()),
        words(recipient.kinds.iter().map(|kind| kind.word()).collect()),
        text(recipient.audience.word()),
        Held::Number(recipient.created_at),
    ]
}

fn text(text: &str) -> Held {
    Held::Text(text.to_owned())
}

fn bytes(bytes: &[u8]) -> Held {
    Held::Bytes(bytes.to_vec())
}
