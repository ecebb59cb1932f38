//! An officer's own sessions, each of which can be ended from any other.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::seat::Seat;
use super::way::Way;
use super::{Fields, value};
use crate::host::reply::Reply;
use crate::store::{By, Session, Token, Work};
use crate::theme::context::{DeskSessions, SessionLine};

/// The list; `note` says what has just been done.
pub(super) async fn page(asked: Asked<'_>, seat: &Seat, note: &str) -> Result<Reply, Reply> {
    let (officer, now) = (seat.officer().id, asked.visit.now);
    let sessions = asked.look(move |store| store.sessions(&officer, now)).await?;
    let line = |session: &Session| SessionLine {
        id: named(session),
        started: asked.moment(session.started_at),
        seen: asked.moment(session.seen_at),
        own: session.token == seat.session.token,
    };
    let title = asked.words().get("desk_sessions_title").to_owned();
    let mut shown = DeskSessions {
        desk: asked.head(title, Some(seat), Some(&Way::Sessions)),
        action: asked.href(&Way::Sessions),
        sessions: sessions.iter().map(line).collect(),
        second_factor: asked.href(&Way::SecondFactor),
    };
    note.clone_into(&mut shown.desk.note);
    Ok(asked.page(StatusCode::OK, &shown))
}

/// Ends one of the officer's own sessions.
pub(super) async fn end(asked: Asked<'_>, seat: &Seat, fields: &Fields) -> Result<Reply, Reply> {
    // What is named is the hash of a token, of the same shape as a token itself.
    let token = Token::parse(value(fields, "session"));
    let Some(token) = token else {
        return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)));
    };
    let by = By { account: seat.officer().account.to_string(), at: asked.visit.now };
    let ending = Work::EndSession { officer: seat.officer().id, token: token.bytes(), by };
    asked.work(ending).await?;
    page(asked, seat, asked.words().get("desk_session_ended")).await
}

fn named(session: &Session) -> String {
    Token::of_bytes(session.token).digits()
}
