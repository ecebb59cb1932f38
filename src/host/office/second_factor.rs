//! Setting up one-time numbers. The secret is drawn for the page and travels in it sealed; only once a number from
//! the phone proves that it arrived is it kept. What is set up is changed by a reset of the account alone, so that
//! whoever finds a session open cannot take the account over.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::seat::Seat;
use super::way::Way;
use super::{Fields, value};
use crate::feedback::officer::TotpSecret;
use crate::host::reply::Reply;
use crate::store::{By, Work, Worked, open_second_factor, seal_second_factor};
use crate::symbol::{Level, Symbol};
use crate::theme::Markup;
use crate::theme::context::DeskSecondFactor;

/// The page, with a fresh secret.
pub(super) fn page(asked: Asked<'_>, seat: &Seat) -> Reply {
    let mut bytes = [0; 20];
    (asked.visit.reception.random)(&mut bytes);
    let mut page = shown(asked, seat, &TotpSecret::new(bytes));
    if asked.parameter("xong").is_some() && page.is_set {
        asked.words().get("desk_second_done").clone_into(&mut page.desk.note);
    }
    asked.page(StatusCode::OK, &page)
}

/// The number that proves it.
pub(super) async fn set(asked: Asked<'_>, seat: &Seat, fields: &Fields) -> Result<Reply, Reply> {
    if seat.stored.second_factor.is_some() {
        return Err(page(asked, seat));
    }
    let (reception, officer) = (asked.visit.reception, seat.officer());
    let sealed = bytes(value(fields, "sealed")).unwrap_or_default();
    let Some(secret) = open_second_factor(&reception.secret, &officer.id, &sealed) else {
        return Err(page(asked, seat));
    };
    let wrong = || {
        let mut page = shown(asked, seat, &secret);
        asked.words().get("desk_second_wrong").clone_into(&mut page.desk.fault);
        asked.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let now = asked.visit.now;
    let Some(step) = secret.step_of(value(fields, "number"), now, seat.stored.second_step) else {
        return Err(wrong());
    };
    let by = By { account: officer.account.to_string(), at: now };
    let work = Work::SetSecondFactor { officer: officer.id, sealed, step, by };
    match asked.work(work).await? {
        Worked::Done => {
            let to = format!("{}?xong=1", asked.href(&Way::SecondFactor));
            Ok(Reply::moved(StatusCode::SEE_OTHER, crate::host::reply::NO_STORE, &to))
        }
        _ => Err(wrong()),
    }
}

fn shown(asked: Asked<'_>, seat: &Seat, secret: &TotpSecret) -> DeskSecondFactor {
    let (words, officer) = (asked.words(), seat.officer());
    let title = words.get("desk_second_title").to_owned();
    let is_set = seat.stored.second_factor.is_some();
    let mut page = DeskSecondFactor {
        desk: asked.head(title, Some(seat), Some(&Way::SecondFactor)),
        action: asked.href(&Way::SecondFactor),
        is_set,
        symbol: Markup::vouched(""),
        secret: String::new(),
        sealed: String::new(),
    };
    if is_set {
        return page;
    }
    // By the host, which is short; where even that is too long for a symbol, without it.
    let symbol =
        |issuer| Symbol::encode(&secret.address(issuer, officer.account.as_str()), Level::L);
    if let Ok(symbol) = symbol(asked.site_host()).or_else(|_| symbol("")) {
        page.symbol = Markup::vouched(&symbol.svg(words.get("desk_second_scan")));
    }
    let reception = asked.visit.reception;
    let sealed = seal_second_factor(&reception.secret, &officer.id, secret, &reception.random);
    page.sealed = sealed.map(|sealed| digits(&sealed)).unwrap_or_default();
    page.secret = secret.typed();
    page
}

fn digits(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut digits, byte| {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    if digits.len() > 256 || !digits.is_ascii() || !digits.len().is_multiple_of(2) {
        return None;
    }
    let pairs = (0..digits.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(&digits[at..at + 2], 16).ok()).collect()
}
