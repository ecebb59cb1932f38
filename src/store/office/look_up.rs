//! What the desk looks up.

use super::{AuditRow, Session, StoredOfficer, Token};
use crate::feedback::officer::{AccountName, Officer, Role};
use crate::store::StoreError;
use crate::store::cells::Cells;
use crate::store::snapshot::{Snapshot, Value};
use crate::store::stored_rating::digits;
use crate::text::Slug;

const OFFICER: &str = "SELECT officer.id, account, name, role, agency, password, second_factor, \
     second_step, created_at, disabled_at";

const SESSION: &str = "token, officer, started_at, seen_at";

const AUDIT: &str =
    "SELECT number, at, account, deed, agency, subject, detail, former, hash FROM audit";

/// The officer of an account.
pub(in crate::store) fn officer(
    snapshot: &mut dyn Snapshot,
    account: &AccountName,
) -> Result<Option<StoredOfficer>, StoreError> {
    let sql = format!("{OFFICER} FROM officer WHERE account = $1");
    one_officer(snapshot, &sql, &[Value::Text(account.as_str())])
}

/// All officers, by account.
pub(in crate::store) fn officers(
    snapshot: &mut dyn Snapshot,
) -> Result<Vec<StoredOfficer>, StoreError> {
    let mut all = Vec::new();
    snapshot.rows(&format!("{OFFICER} FROM officer"), &[], &mut |row| {
        all.push(read_officer(row)?);
        Ok(())
    })?;
    all.sort_by(|one, other| one.officer.account.cmp(&other.officer.account));
    Ok(all)
}

/// The officer whom a one-time link leads to, if it is good at `now`.
pub(in crate::store) fn linked(
    snapshot: &mut dyn Snapshot,
    link: &Token,
    now: i64,
) -> Result<Option<StoredOfficer>, StoreError> {
    let sql = format!(
        "{OFFICER} FROM officer JOIN set_up_link ON set_up_link.officer = officer.id \
         WHERE link = $1 AND good_until >= $2 AND disabled_at IS NULL"
    );
    let hash = link.hash();
    one_officer(snapshot, &sql, &[Value::Bytes(&hash), Value::Number(now)])
}

/// A session that is alive at `now`, with its officer.
pub(in crate::store) fn session(
    snapshot: &mut dyn Snapshot,
    token: &Token,
    now: i64,
) -> Result<Option<(Session, StoredOfficer)>, StoreError> {
    let sql = format!(
        "{OFFICER}, {SESSION} FROM officer JOIN officer_session ON officer_session.officer = officer.id \
         WHERE token = $1 AND disabled_at IS NULL"
    );
    let mut found = None;
    snapshot.rows(&sql, &[Value::Bytes(&token.hash())], &mut |row| {
        found = Some((read_session(row, 10)?, read_officer(row)?));
        Ok(())
    })?;
    Ok(found.filter(|(session, _)| session.is_alive(now)))
}

/// The sessions of an officer that are alive at `now`, the latest first.
pub(in crate::store) fn sessions(
    snapshot: &mut dyn Snapshot,
    officer: &[u8; 16],
    now: i64,
) -> Result<Vec<Session>, StoreError> {
    let sql = format!(
        "SELECT {SESSION} FROM officer_session WHERE officer = $1 ORDER BY started_at DESC"
    );
    let mut all = Vec::new();
    snapshot.rows(&sql, &[Value::Bytes(officer)], &mut |row| {
        all.push(read_session(row, 0)?);
        Ok(())
    })?;
    all.retain(|session| session.is_alive(now));
    Ok(all)
}

/// At most so many rows of the log before a number, the latest first: all, or those of one agency.
pub(in crate::store) fn audit(
    snapshot: &mut dyn Snapshot,
    agency: Option<&Slug>,
    before: i64,
    most: u32,
) -> Result<Vec<AuditRow>, StoreError> {
    let (limit, before) = (Value::Number(most.into()), Value::Number(before));
    let mut rows = Vec::new();
    let mut keep = |row: &dyn Cells| {
        rows.push(AuditRow::read(row)?);
        Ok(())
    };
    match agency {
        None => {
            let sql = format!("{AUDIT} WHERE number < $1 ORDER BY number DESC LIMIT $2");
            snapshot.rows(&sql, &[before, limit], &mut keep)?;
        }
        Some(agency) => {
            let sql =
                format!("{AUDIT} WHERE agency = $1 AND number < $2 ORDER BY number DESC LIMIT $3");
            snapshot.rows(&sql, &[Value::Text(agency.as_str()), before, limit], &mut keep)?;
        }
    }
    Ok(rows)
}

fn one_officer(
    snapshot: &mut dyn Snapshot,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Option<StoredOfficer>, StoreError> {
    let mut found = None;
    snapshot.rows(sql, values, &mut |row| {
        found = Some(read_officer(row)?);
        Ok(())
    })?;
    Ok(found)
}

fn read_officer(row: &dyn Cells) -> Result<StoredOfficer, StoreError> {
    let text = |at| row.text(at).map_err(StoreError::Read);
    let number = |at| row.number(at).map_err(StoreError::Read);
    let id = sixteen(row, 0)?;
    let refuse = |column, found: String| {
        let id = format!("of an officer {}", digits(&id));
        StoreError::Unreadable { id, column, found }
    };
    let account = text(1)?.unwrap_or_default();
    let account = AccountName::parse(&account).map_err(|_| refuse("account", account))?;
    let agency = match text(4)? {
        None => None,
        Some(agency) => Some(Slug::parse(&agency).map_err(|_| refuse("agency", agency))?),
    };
    let word = text(3)?.unwrap_or_default();
    let role = Role::of(&word, agency).map_err(|_| refuse("role", word))?;
    Ok(StoredOfficer {
        officer: Officer { id, account, name: text(2)?.unwrap_or_default(), role },
        password: text(5)?,
        second_factor: row.bytes(6).map_err(StoreError::Read)?,
        second_step: number(7)?,
        created_at: number(8)?.unwrap_or_default(),
        disabled_at: number(9)?,
    })
}

/// The columns of a session, from this one on.
fn read_session(row: &dyn Cells, at: usize) -> Result<Session, StoreError> {
    let number = |at| row.number(at).map(Option::unwrap_or_default).map_err(StoreError::Read);
    let token = row.bytes(at).map_err(StoreError::Read)?.unwrap_or_default();
    let token = token.as_slice().try_into().map_err(|_| StoreError::Unreadable {
        id: "of a session".into(),
        column: "token",
        found: digits(&token),
    })?;
    Ok(Session {
        token,
        officer: sixteen(row, at + 1)?,
        started_at: number(at + 2)?,
        seen_at: number(at + 3)?,
    })
}

fn sixteen(row: &dyn Cells, at: usize) -> Result<[u8; 16], StoreError> {
    let bytes = row.bytes(at).map_err(StoreError::Read)?.unwrap_or_default();
    bytes.as_slice().try_into().map_err(|_| StoreError::Unreadable {
        id: "of an officer".into(),
        column: "id",
        found: digits(&bytes),
    })
}
