//! The page of a form that waited for its officer to sign in again: filled in as it was, and not sent. What the officer
//! may not see is not shown, as with any address.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::kept_form::KeptForm;
use super::seat::Seat;
use super::way::Way;
use super::{
    apologies, apology, is_allowed, matter, measures, quarantine, slip_piles, slips, value,
    words_review,
};
use crate::feedback::officer::Action;
use crate::host::reply::Reply;
use crate::store::Token;
use crate::theme::context::Typed;

/// The page, for whoever has just signed in.
pub(super) async fn page(asked: Asked<'_>, token: Token, kept: KeptForm) -> Reply {
    let Ok(Some(seat)) = Seat::of(asked, token).await else { return asked.go_to(&Way::Inbox) };
    if seat.lacks_second_factor() {
        return asked.go_to(&Way::SecondFactor);
    }
    if !is_allowed(&seat, &kept.way) {
        return asked.notice(StatusCode::FORBIDDEN, "forbidden", Some(&seat));
    }
    filled(asked.asking(&kept.query), &seat, &kept).await.unwrap_or_else(|refusal| refusal)
}

async fn filled(asked: Asked<'_>, seat: &Seat, kept: &KeptForm) -> Result<Reply, Reply> {
    let fields = &kept.fields;
    let of = |name| value(fields, name).to_owned();
    let fault = asked.words().get("desk_typed_back").to_owned();
    match &kept.way {
        Way::Matter { agency, id } => {
            let stored = matter::admitted(asked, seat, agency, *id, Action::SeeMatter).await?;
            let typed = Typed {
                form: of("viec"),
                words: of("words"),
                body: of("body"),
                contact: of("contact"),
                number: of("number"),
            };
            let shown = matter::Shown { open: false, fault, typed };
            matter::page(asked, seat, stored, StatusCode::OK, shown).await
        }
        Way::Apologies { agency } => {
            let returned = apologies::Returned::typed(fault, fields);
            apologies::page(asked, seat, agency, StatusCode::OK, returned).await
        }
        Way::Apology { agency, id } | Way::ApologyLetter { agency, id } => {
            let returned = apology::Returned::typed(fault, fields);
            apology::page(asked, seat, agency, *id, StatusCode::OK, returned).await
        }
        Way::Measures { agency } => {
            let period = measures::period(asked, Some(value(fields, "ky")));
            let returned = measures::Returned::typed(fault, fields);
            measures::page(asked, seat, agency, period, StatusCode::OK, returned).await
        }
        Way::Slips { agency, id } => slips::back(asked, seat, agency, *id, fault, fields).await,
        Way::SlipPiles => slip_piles::back(asked, seat, fault, fields).await,
        Way::Words => words_review::back(asked, seat, fault, fields).await,
        Way::Quarantine => quarantine::back(asked, seat, fault, fields).await,
        _ => Ok(asked.go_to(&Way::Inbox)),
    }
}
