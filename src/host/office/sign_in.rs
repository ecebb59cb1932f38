//! Signing in and out.
//!
//! Whether an account exists shows neither in the answer nor in the time it takes: the same is looked up, hashed and
//! written for both. Who waits because of wrong passwords, and whoever finds the queue of the hashing thread full,
//! is told at once, and nothing is hashed.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::brought_back;
use super::cookie;
use super::kept_form::KeptForm;
use super::seat::Seat;
use super::way::Way;
use super::{Fields, value};
use crate::feedback::officer::AccountName;
use crate::host::reply::Reply;
use crate::store::{
    AuditEntry, By, Deed, Hashed, StoredOfficer, Token, Work, Worked, open_second_factor,
};
use crate::theme::context::DeskSignIn;

/// Accounts that do not exist are one in the log: what was typed there may be a password.
const NOBODY: &str = "?";

/// The form, empty.
pub(super) fn page(asked: Asked<'_>, seat: Option<&Seat>) -> Reply {
    let mut page = form(asked, seat, "");
    let said = asked.parameter("xong").unwrap_or_default();
    page.desk.note = match said.as_str() {
        "ra" => asked.words().get("desk_signed_out").to_owned(),
        "mat-khau" => asked.words().get("desk_password_set").to_owned(),
        _ => String::new(),
    };
    asked.page(StatusCode::OK, &page)
}

/// The form for somebody who sent something without a session; what can be kept of it waits there.
pub(super) fn again(asked: Asked<'_>, kept: Option<KeptForm>) -> Reply {
    let why = if kept.is_some() { "desk_sign_in_kept" } else { "desk_sign_in_again" };
    let tried = Tried { typed: "", kept };
    refused(asked, StatusCode::FORBIDDEN, &tried, asked.words().get(why).to_owned())
}

/// What somebody has typed on the page.
struct Tried<'a> {
    /// The account.
    typed: &'a str,
    /// The form that waits behind it.
    kept: Option<KeptForm>,
}

/// Somebody signs in.
pub(super) async fn enter(
    asked: Asked<'_>,
    seat: Option<&Seat>,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let (visit, typed) = (asked.visit, value(fields, "account"));
    let office = &visit.reception.office;
    let tried = Tried { typed, kept: KeptForm::of_sign_in(fields) };
    let account = AccountName::parse(typed).ok();
    let name = account.as_ref().map_or(NOBODY, AccountName::as_str);
    let client = visit.client();
    let wait = office.slowing.wait(name, client, visit.now);
    if wait > 0 {
        return Err(waits(asked, &tried, wait));
    }
    let busy = || {
        let words = asked.words().get("desk_sign_in_busy").to_owned();
        refused(asked, StatusCode::SERVICE_UNAVAILABLE, &tried, words).retry_after("2")
    };
    if office.hashing.is_full() {
        return Err(busy());
    }
    let stored = match account.clone() {
        Some(account) => asked.look(move |store| store.officer(&account)).await?,
        None => None,
    };
    let stored = stored.filter(|stored| stored.disabled_at.is_none());
    let hash = stored.as_ref().and_then(|stored| stored.password.as_deref());
    let fits = office.hashing.verify(value(fields, "password"), hash).map_err(|_| busy())?;
    let fits = matches!(fits.await, Ok(Some(Hashed::Fits(true))));
    let (Some(stored), true) = (stored, fits) else {
        return Err(wrong(asked, &tried, name));
    };
    let Ok(step) = second_step(asked, &stored, value(fields, "number")) else {
        return Err(wrong(asked, &tried, name));
    };
    let token = Token::draw(|bytes| (visit.reception.random)(bytes));
    let work = Work::SignIn {
        officer: stored.officer.id,
        password: stored.password.unwrap_or_default(),
        token,
        former: seat.map(|seat| seat.token),
        step,
        at: visit.now,
    };
    match asked.work(work).await? {
        Worked::Done => {
            office.slowing.came_in(name, client, visit.now);
            let first = match tried.kept {
                Some(kept) => brought_back::page(asked, token, kept).await,
                None => asked.go_to(&Way::Inbox),
            };
            Ok(cookie::hand_out(asked, first, &token))
        }
        // Changed between looking and writing, or the number was used at the same moment.
        _ => Err(wrong(asked, &tried, name)),
    }
}

/// Somebody signs out.
pub(super) async fn leave(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let by = By { account: seat.officer().account.to_string(), at: asked.visit.now };
    let (officer, token) = (seat.officer().id, seat.session.token);
    asked.work(Work::EndSession { officer, token, by }).await?;
    let to = format!("{}?xong=ra", asked.href(&Way::SignIn));
    let away = Reply::moved(StatusCode::SEE_OTHER, crate::host::reply::NO_STORE, &to);
    Ok(cookie::take_back(asked, away))
}

/// The step of the one-time number, where the account has them.
fn second_step(asked: Asked<'_>, stored: &StoredOfficer, typed: &str) -> Result<Option<i64>, ()> {
    let Some(sealed) = &stored.second_factor else { return Ok(None) };
    let secret = &asked.visit.reception.secret;
    let second = open_second_factor(secret, &stored.officer.id, sealed);
    if second.is_none() {
        tracing::error!(
            "the one-time numbers of an account were sealed under another key; reset the account"
        );
    }
    let step = second.and_then(|it| it.step_of(typed, asked.visit.now, stored.second_step));
    step.map(Some).ok_or(())
}

/// Whatever was wrong is said in the same words, and written down. Nobody waits for the writing, so that its time
/// tells nothing.
fn wrong(asked: Asked<'_>, tried: &Tried<'_>, name: &str) -> Reply {
    let (visit, office) = (asked.visit, &asked.visit.reception.office);
    office.slowing.failed(name, visit.client(), visit.now);
    let entry = AuditEntry {
        at: visit.now,
        account: String::new(),
        deed: Deed::SignInFailed,
        agency: None,
        subject: name.to_owned(),
        detail: String::new(),
    };
    drop(visit.reception.store.work(Work::Note(entry)));
    let words = asked.words().get("desk_sign_in_wrong").to_owned();
    refused(asked, StatusCode::UNPROCESSABLE_ENTITY, tried, words)
}

fn waits(asked: Asked<'_>, tried: &Tried<'_>, millis: i64) -> Reply {
    let seconds = millis.unsigned_abs().div_ceil(1_000);
    let words = asked.words();
    let wait = words.count("seconds", usize::try_from(seconds).unwrap_or(usize::MAX));
    let said = words.fill("desk_sign_in_wait", &[("wait", &wait)]);
    refused(asked, StatusCode::TOO_MANY_REQUESTS, tried, said).retry_after(&seconds.to_string())
}

fn refused(asked: Asked<'_>, status: StatusCode, tried: &Tried<'_>, why: String) -> Reply {
    let mut page = form(asked, None, tried.typed);
    page.kept = tried.kept.as_ref().map(KeptForm::hidden).unwrap_or_default();
    page.desk.fault = why;
    asked.page(status, &page)
}

fn form(asked: Asked<'_>, seat: Option<&Seat>, typed: &str) -> DeskSignIn {
    let title = asked.words().get("desk_sign_in_title").to_owned();
    DeskSignIn {
        desk: asked.head(title, seat, Some(&Way::SignIn)),
        action: asked.href(&Way::SignIn),
        account: typed.chars().take(64).collect(),
        kept: Vec::new(),
    }
}
