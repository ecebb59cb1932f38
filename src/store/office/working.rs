//! Carries out a piece of work in one transaction, the same on every database.

use super::audit::append;
use super::session::ABSOLUTE;
use super::{AuditEntry, By, Deed, Token, Transaction, Work, Worked};
use crate::feedback::officer::Officer;
use crate::store::alerts;
use crate::store::failure::{Failure, Reach};
use crate::store::remedy;
use crate::store::upkeep::Held;
use crate::text::Slug;

const ADD: &str = "INSERT INTO officer (id, account, name, role, agency, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
const ADD_LINK: &str = "INSERT INTO set_up_link (link, officer, good_until) VALUES ($1, $2, $3)";
const DROP_LINKS: &str = "DELETE FROM set_up_link WHERE officer = $1";
const DROP_SESSIONS: &str = "DELETE FROM officer_session WHERE officer = $1";
const CLEAR: &str = "UPDATE officer SET password = NULL, second_factor = NULL, second_step = NULL \
     WHERE id = $1 AND disabled_at IS NULL";
const DISABLE: &str = "UPDATE officer SET disabled_at = $1, password = NULL WHERE id = $2 \
     AND disabled_at IS NULL";
const LINKED: &str = "SELECT set_up_link.officer FROM set_up_link JOIN officer \
     ON officer.id = set_up_link.officer \
     WHERE set_up_link.link = $1 AND set_up_link.good_until >= $2 AND officer.disabled_at IS NULL";
const SET_PASSWORD: &str = "UPDATE officer SET password = $1 WHERE id = $2";
const NAMED: &str = "SELECT account, agency, second_step FROM officer WHERE id = $1";
const FITS: &str =
    "SELECT account FROM officer WHERE id = $1 AND password = $2 AND disabled_at IS NULL";
const USE_STEP: &str = "UPDATE officer SET second_step = $1 WHERE id = $2 \
     AND (second_step IS NULL OR second_step < $3)";
const ADD_SESSION: &str = "INSERT INTO officer_session (token, officer, started_at, seen_at) \
     VALUES ($1, $2, $3, $4)";
const END_SESSION: &str = "DELETE FROM officer_session WHERE token = $1";
const END_OWN: &str = "DELETE FROM officer_session WHERE officer = $1 AND token = $2";
const END_OLD: &str = "DELETE FROM officer_session WHERE started_at < $1";
const SEEN: &str = "UPDATE officer_session SET seen_at = $1 WHERE token = $2 AND seen_at < $3";
const SET_SECOND: &str = "UPDATE officer SET second_factor = $1, second_step = $2 \
     WHERE id = $3 AND disabled_at IS NULL";

/// Carries out one piece of work.
pub(in crate::store) fn carry_out(
    transaction: &mut dyn Transaction,
    work: &Work,
) -> Result<Worked, Failure> {
    if let Work::Seen { token, at } = work {
        // Of no weight: neither logged nor kept in line with the rest.
        let values = [Held::Number(*at), bytes(token), Held::Number(*at)];
        transaction.execute(SEEN, &values)?;
        return Ok(Worked::Done);
    }
    if let Work::Alerts(work) = work {
        return alerts::carry_out(transaction, work);
    }
    transaction.lock("office")?;
    let mut desk = Desk { transaction };
    match work {
        Work::AddOfficer { officer, link, by } => desk.add(officer, link, by),
        Work::Reset { officer, link, by } => desk.reset(officer, link, by),
        Work::Disable { officer, by } => desk.disable(officer, by),
        Work::SetPassword { link, password, at } => desk.set_password(link, password, *at),
        Work::SignIn { officer, password, token, former, step, at } => {
            desk.sign_in(officer, password, token, former.as_ref(), *step, *at)
        }
        Work::EndSession { officer, token, by } => desk.end_session(officer, token, by),
        Work::SetSecondFactor { officer, sealed, step, by } => {
            desk.set_second_factor(officer, sealed, *step, by)
        }
        Work::Remedy { remedy, by } => remedy::carry_out(desk.transaction, remedy, by),
        Work::Note(entry) => {
            append(desk.transaction, entry)?;
            Ok(Worked::Done)
        }
        Work::Seen { .. } | Work::Alerts(_) => Ok(Worked::Done),
    }
}

/// A transaction that holds the lock.
struct Desk<'a> {
    transaction: &'a mut dyn Transaction,
}

/// What the log says of an officer.
struct Named {
    account: String,
    agency: Option<Slug>,
    step: Option<i64>,
}

impl Desk<'_> {
    fn add(&mut self, officer: &Officer, link: &(Token, i64), by: &By) -> Result<Worked, Failure> {
        let agency = officer.role.agency();
        let values = [
            bytes(&officer.id),
            Held::Text(officer.account.to_string()),
            Held::Text(officer.name.clone()),
            Held::Text(officer.role.word().to_owned()),
            agency.map_or(Held::Null, |agency| Held::Text(agency.to_string())),
            Held::Number(by.at),
        ];
        if self.transaction.execute(ADD, &values)? == 0 {
            return Ok(Worked::Taken);
        }
        self.link(&officer.id, link)?;
        self.note(
            Deed::OfficerAdded,
            by,
            agency.cloned(),
            officer.account.as_str(),
            officer.role.word(),
        )?;
        Ok(Worked::Done)
    }

    fn reset(
        &mut self,
        officer: &[u8; 16],
        link: &(Token, i64),
        by: &By,
    ) -> Result<Worked, Failure> {
        if self.transaction.execute(CLEAR, &[bytes(officer)])? == 0 {
            return Ok(Worked::Gone);
        }
        self.transaction.execute(DROP_SESSIONS, &[bytes(officer)])?;
        self.link(officer, link)?;
        self.note_of(Deed::OfficerReset, by, officer)
    }

    fn disable(&mut self, officer: &[u8; 16], by: &By) -> Result<Worked, Failure> {
        if self.transaction.execute(DISABLE, &[Held::Number(by.at), bytes(officer)])? == 0 {
            return Ok(Worked::Gone);
        }
        self.transaction.execute(DROP_SESSIONS, &[bytes(officer)])?;
        self.transaction.execute(DROP_LINKS, &[bytes(officer)])?;
        self.note_of(Deed::OfficerDisabled, by, officer)
    }

    fn set_password(&mut self, link: &Token, password: &str, at: i64) -> Result<Worked, Failure> {
        let mut officer = None;
        let values = [bytes(&link.hash()), Held::Number(at)];
        self.transaction.rows(LINKED, &values, &mut |row| {
            officer = row.bytes(0).map_err(crate::store::StoreError::Read)?;
            Ok(())
        })?;
        let Some(officer) = officer else { return Ok(Worked::Gone) };
        let values = [Held::Text(password.to_owned()), Held::Bytes(officer.clone())];
        self.transaction.execute(SET_PASSWORD, &values)?;
        self.transaction.execute(DROP_LINKS, &[Held::Bytes(officer.clone())])?;
        self.transaction.execute(DROP_SESSIONS, &[Held::Bytes(officer.clone())])?;
        let Some(named) = self.named(&officer)? else { return Ok(Worked::Gone) };
        let by = By { account: named.account.clone(), at };
        self.note(Deed::PasswordSet, &by, named.agency, &named.account, "")?;
        Ok(Worked::Done)
    }

    fn sign_in(
        &mut self,
        officer: &[u8; 16],
        password: &str,
        token: &Token,
        former: Option<&Token>,
        step: Option<i64>,
        at: i64,
    ) -> Result<Worked, Failure> {
        let mut there = false;
        let values = [bytes(officer), Held::Text(password.to_owned())];
        self.transaction.rows(FITS, &values, &mut |_| {
            there = true;
            Ok(())
        })?;
        let named = self.named(officer)?;
        let Some(named) = named.filter(|_| there) else { return Ok(Worked::Gone) };
        if let Some(step) = step {
            let values = [Held::Number(step), bytes(officer), Held::Number(step)];
            if self.transaction.execute(USE_STEP, &values)? == 0 {
                return Ok(Worked::StepUsed);
            }
        }
        if let Some(former) = former {
            self.transaction.execute(END_SESSION, &[bytes(&former.hash())])?;
        }
        self.transaction.execute(END_OLD, &[Held::Number(at.saturating_sub(ABSOLUTE))])?;
        let values = [bytes(&token.hash()), bytes(officer), Held::Number(at), Held::Number(at)];
        self.transaction.execute(ADD_SESSION, &values)?;
        let by = By { account: named.account.clone(), at };
        let how = if step.is_some() { "password+number" } else { "password" };
        self.note(Deed::SignedIn, &by, named.agency, &named.account, how)?;
        Ok(Worked::Done)
    }

    fn end_session(
        &mut self,
        officer: &[u8; 16],
        token: &[u8; 32],
        by: &By,
    ) -> Result<Worked, Failure> {
        if self.transaction.execute(END_OWN, &[bytes(officer), bytes(token)])? == 0 {
            return Ok(Worked::Gone);
        }
        self.note_of(Deed::SessionEnded, by, officer)
    }

    fn set_second_factor(
        &mut self,
        officer: &[u8; 16],
        sealed: &[u8],
        step: i64,
        by: &By,
    ) -> Result<Worked, Failure> {
        let Some(named) = self.named(officer)? else { return Ok(Worked::Gone) };
        if named.step.is_some_and(|last| last >= step) {
            return Ok(Worked::StepUsed);
        }
        let values = [Held::Bytes(sealed.to_vec()), Held::Number(step), bytes(officer)];
        if self.transaction.execute(SET_SECOND, &values)? == 0 {
            return Ok(Worked::Gone);
        }
        self.note(Deed::SecondFactorSet, by, named.agency, &named.account, "")?;
        Ok(Worked::Done)
    }

    /// One link at a time leads to an account.
    fn link(&mut self, officer: &[u8; 16], link: &(Token, i64)) -> Result<(), Failure> {
        self.transaction.execute(DROP_LINKS, &[bytes(officer)])?;
        let values = [bytes(&link.0.hash()), bytes(officer), Held::Number(link.1)];
        self.transaction.execute(ADD_LINK, &values).map(drop)
    }

    fn named(&mut self, officer: &[u8]) -> Result<Option<Named>, Failure> {
        let mut named = None;
        self.transaction.rows(NAMED, &[Held::Bytes(officer.to_vec())], &mut |row| {
            let read = crate::store::StoreError::Read;
            let agency = row.text(1).map_err(read)?;
            named = Some(Named {
                account: row.text(0).map_err(read)?.unwrap_or_default(),
                agency: agency.and_then(|agency| Slug::parse(&agency).ok()),
                step: row.number(2).map_err(read)?,
            });
            Ok(())
        })?;
        Ok(named)
    }

    fn note_of(&mut self, deed: Deed, by: &By, officer: &[u8; 16]) -> Result<Worked, Failure> {
        let gone = || Failure::new(Reach::Order, "the officer is not there");
        let named = self.named(officer)?.ok_or_else(gone)?;
        self.note(deed, by, named.agency, &named.account, "")?;
        Ok(Worked::Done)
    }

    fn note(
        &mut self,
        deed: Deed,
        by: &By,
        agency: Option<Slug>,
        subject: &str,
        detail: &str,
    ) -> Result<(), Failure> {
        let By { account, at } = by.clone();
        let (subject, detail) = (subject.to_owned(), detail.to_owned());
        append(self.transaction, &AuditEntry { at, account, deed, agency, subject, detail })
    }
}

fn bytes(bytes: &[u8]) -> Held {
    Held::Bytes(bytes.to_vec())
}
