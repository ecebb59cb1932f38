//! Somebody who is signed in: the session, and the officer that it belongs to.

use super::asked::Asked;
use super::cookie;
use crate::feedback::officer::{Officer, Role};
use crate::host::reply::Reply;
use crate::store::{Session, StoredOfficer, Token, Work};

/// A session is written as seen at most so often, in milliseconds.
const TO_THE_MINUTE: i64 = 60 * 1_000;

/// Who is signed in.
pub(super) struct Seat {
    pub(super) token: Token,
    pub(super) session: Session,
    pub(super) stored: StoredOfficer,
}

impl Seat {
    /// Whoever the cookie of a request belongs to; nobody if its session is over.
    pub(super) async fn find(asked: Asked<'_>) -> Result<Option<Self>, Reply> {
        match cookie::read(asked) {
            Some(token) => Self::of(asked, token).await,
            None => Ok(None),
        }
    }

    /// Whoever holds this token; nobody if its session is over.
    pub(super) async fn of(asked: Asked<'_>, token: Token) -> Result<Option<Self>, Reply> {
        let now = asked.visit.now;
        let found = asked.look(move |store| store.session(&token, now)).await?;
        let Some((session, stored)) = found else { return Ok(None) };
        if now - session.seen_at >= TO_THE_MINUTE {
            let seen = Work::Seen { token: session.token, at: now };
            // Nobody waits for it; if it fails, the session only ends a minute sooner.
            drop(asked.visit.reception.store.work(seen));
        }
        Ok(Some(Self { token, session, stored }))
    }

    pub(super) fn officer(&self) -> &Officer {
        &self.stored.officer
    }

    pub(super) fn role(&self) -> &Role {
        &self.stored.officer.role
    }

    /// Whether one-time numbers must be set up before anything else.
    pub(super) fn lacks_second_factor(&self) -> bool {
        self.role().needs_second_factor() && self.stored.second_factor.is_none()
    }

    /// Whether a form with this token comes from a page of this session.
    pub(super) fn sent(&self, token: &str) -> bool {
        constant_time_eq::constant_time_eq(self.token.form_token().as_bytes(), token.as_bytes())
    }
}
