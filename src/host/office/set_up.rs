//! The page behind a one-time link: whoever holds it sets the password of the account, once.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::way::Way;
use super::{Fields, value};
use crate::feedback::officer::{PasswordFault, SHORTEST_PASSWORD, check_password};
use crate::host::reply::{NO_STORE, Reply};
use crate::store::{Hashed, StoredOfficer, Token, Work, Worked};
use crate::theme::context::DeskSetUp;

/// The form.
pub(super) async fn page(asked: Asked<'_>, link: Option<Token>) -> Result<Reply, Reply> {
    let (link, stored) = linked(asked, link).await?;
    Ok(asked.page(StatusCode::OK, &form(asked, link, &stored)))
}

/// The password that was sent.
pub(super) async fn set(
    asked: Asked<'_>,
    link: Option<Token>,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let (link, stored) = linked(asked, link).await?;
    let refuse = |status, fault: String| {
        let mut page = form(asked, link, &stored);
        page.desk.fault = fault;
        asked.page(status, &page)
    };
    let words = asked.words();
    let password = value(fields, "password");
    let n = SHORTEST_PASSWORD.to_string();
    let fault = match check_password(password, stored.officer.account.as_str()) {
        Err(PasswordFault::Short) => Some(words.fill("desk_password_short", &[("n", &n)])),
        Err(PasswordFault::Long) => Some(words.get("desk_password_long").to_owned()),
        Err(PasswordFault::Guessable) => Some(words.get("desk_password_guessable").to_owned()),
        Ok(()) if password != value(fields, "again") => {
            Some(words.get("desk_password_differs").to_owned())
        }
        Ok(()) => None,
    };
    if let Some(fault) = fault {
        return Err(refuse(StatusCode::UNPROCESSABLE_ENTITY, fault));
    }
    let busy = || {
        let fault = words.get("desk_sign_in_busy").to_owned();
        refuse(StatusCode::SERVICE_UNAVAILABLE, fault).retry_after("2")
    };
    let hashing = &asked.visit.reception.office.hashing;
    let hashed = hashing.hash(password).map_err(|_| busy())?.await;
    let Ok(Some(Hashed::Hash(password))) = hashed else { return Err(busy()) };
    match asked.work(Work::SetPassword { link, password, at: asked.visit.now }).await? {
        Worked::Done => {
            let to = format!("{}?xong=mat-khau", asked.href(&Way::SignIn));
            Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to))
        }
        _ => Err(asked.notice(StatusCode::GONE, "link_over", None)),
    }
}

/// Whom the link leads to, or the page that says that it is over.
async fn linked(asked: Asked<'_>, link: Option<Token>) -> Result<(Token, StoredOfficer), Reply> {
    let over = || asked.notice(StatusCode::GONE, "link_over", None);
    let (link, now) = (link.ok_or_else(over)?, asked.visit.now);
    let found = asked.look(move |store| store.linked(&link, now)).await?;
    Ok((link, found.ok_or_else(over)?))
}

fn form(asked: Asked<'_>, link: Token, stored: &StoredOfficer) -> DeskSetUp {
    let title = asked.words().get("desk_set_up_title").to_owned();
    let way = Way::SetUp(Some(link));
    DeskSetUp {
        desk: asked.head(title, None, Some(&way)),
        action: asked.href(&way),
        account: stored.officer.account.to_string(),
        name: stored.officer.name.clone(),
        shortest: SHORTEST_PASSWORD,
    }
}
