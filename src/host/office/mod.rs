//! The officers' desk, `/desk/…`. Every request comes through the one door in this file: it finds the form's origin,
//! the session, the officer, and asks `may` before anything is looked up or done. There is no second way in.
//!
//! No script, no address from elsewhere, a policy of its own; nothing of it may be kept by a browser or a proxy.

mod apologies;
mod apology;
mod apology_lists;
mod asked;
mod brought_back;
mod cookie;
mod inbox;
mod kept_form;
mod letters;
mod listing;
mod log;
mod matter;
mod matter_acts;
mod measures;
mod officers;
mod posted_text;
mod quarantine;
mod rating_filter;
mod rating_list;
mod reach;
mod results;
mod results_beside;
mod results_chart;
mod results_choice;
mod results_place;
mod results_queries;
mod seat;
mod second_factor;
mod sessions;
mod set_up;
mod sign_in;
mod slip_piles;
mod slips;
mod slowing;
mod way;
mod words_review;

use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::web;

use super::reply::Reply;
use super::visit::Visit;
use super::{form_body, origin, request_body};
use crate::feedback::officer::{Action, Role, Target, may};
use crate::store::{Hashing, Randomness, StoreError};
use crate::text::Language;
use asked::Asked;
use kept_form::KeptForm;
use seat::Seat;
use slowing::Slowing;
use way::Way;

/// What the desk keeps in memory.
pub(super) struct Office {
    hashing: Hashing,
    slowing: Slowing,
}

impl Office {
    pub(super) fn new(random: &Randomness) -> Result<Self, StoreError> {
        let hashing = Hashing::start(Randomness::clone(random))?;
        Ok(Self { hashing, slowing: Slowing::new(random) })
    }
}

/// The most bytes of a form: an answer of 5,000 letters, each of which may take nine on its way.
const LARGEST_FORM: usize = 64 * 1024;

/// Fields of a form of the desk, in order.
type Fields = [(String, String)];

/// Answers a request for what follows `desk/`, in a language; none for the one that binds.
pub(super) async fn answer(
    visit: Visit<'_>,
    language: Option<Language>,
    rest: &str,
    payload: web::Payload,
) -> Reply {
    let asked = Asked::new(visit, language);
    enter(asked, rest, payload).await.unwrap_or_else(|refusal| refusal)
}

/// The door.
async fn enter(asked: Asked<'_>, rest: &str, payload: web::Payload) -> Result<Reply, Reply> {
    let visit = asked.visit;
    let is_post = match *visit.request.method() {
        Method::GET | Method::HEAD => false,
        Method::POST => true,
        _ => {
            let allowed = HeaderValue::from_static("GET, HEAD, POST");
            let refusal = asked.notice(StatusCode::METHOD_NOT_ALLOWED, "unreadable", None);
            return Err(refusal.with(ALLOW, allowed).closing());
        }
    };
    if !asked.is_private() {
        return Err(asked.notice(StatusCode::FORBIDDEN, "insecure", None).closing());
    }
    if is_post && !origin::is_from_here(visit) {
        return Err(asked.notice(StatusCode::FORBIDDEN, "foreign", None).closing());
    }
    let fields = if is_post { form(asked, payload).await? } else { Vec::new() };
    let seat = Seat::find(asked).await?;
    let way = Way::of(rest);
    let Some(seat) = seat else { return outside(asked, way, is_post, &fields).await };
    let Some(way) = way else {
        return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(&seat)));
    };
    if is_post && !way.is_open() && !seat.sent(value(&fields, "token")) {
        return Err(asked.notice(StatusCode::FORBIDDEN, "foreign", Some(&seat)));
    }
    if seat.lacks_second_factor() && !is_kept_open(&way) {
        return Ok(asked.go_to(&Way::SecondFactor));
    }
    // Who runs the machine has no matters; the accounts are that desk.
    if way == Way::Inbox && !is_post && seat.role() == &Role::Administrator {
        return Ok(asked.go_to(&Way::Officers));
    }
    if !is_allowed(&seat, &way) {
        return Err(asked.notice(StatusCode::FORBIDDEN, "forbidden", Some(&seat)));
    }
    inside(asked, &seat, &way, is_post, &fields).await
}

/// Whether the officer may go this way at all.
fn is_allowed(seat: &Seat, way: &Way) -> bool {
    let own = seat.role().agency();
    let of_agency = own.map_or(Target::WHOLE, Target::of);
    let allowed = |action, target: &Target<'_>| may(seat.role(), action, target);
    match way {
        Way::SignIn | Way::SetUp(_) => true,
        Way::SignOut | Way::Sessions | Way::SecondFactor => {
            allowed(Action::KeepOwnAccount, &Target::WHOLE)
        }
        // The list holds what the role sees and nothing else; who sees all agencies belongs to none.
        Way::Inbox => seat.role() == &Role::Province || allowed(Action::SeeInbox, &of_agency),
        // Which agency it is about is asked again when the address has been read.
        Way::Ratings | Way::Quarantine => {
            seat.role() == &Role::Province || allowed(Action::SeeRatings, &of_agency)
        }
        Way::Words => allowed(Action::ReviewWords, &of_agency),
        Way::SlipPiles => allowed(Action::KeyInSlips, &of_agency),
        Way::Slips { agency, .. } => allowed(Action::KeyInSlips, &Target::of(agency)),
        Way::Results(place) => place.is_open_to(seat.role()),
        Way::Matter { agency, .. } | Way::MatterLetter { agency, .. } => {
            allowed(Action::SeeMatter, &Target::of(agency))
        }
        Way::ApologiesStart | Way::MeasuresStart => {
            seat.role() == &Role::Province || allowed(Action::SeeApologies, &of_agency)
        }
        Way::Apologies { agency } | Way::Apology { agency, .. } | Way::Measures { agency } => {
            allowed(Action::SeeApologies, &Target::of(agency))
        }
        Way::ApologyLetter { agency, .. } => allowed(Action::DraftApology, &Target::of(agency)),
        Way::Log => allowed(Action::SeeAudit, &of_agency),
        Way::Officers => allowed(Action::SeeOfficers, &Target::WHOLE),
    }
}

/// What is left to somebody who has yet to set up one-time numbers.
fn is_kept_open(way: &Way) -> bool {
    matches!(way, Way::SecondFactor | Way::SignOut | Way::Sessions | Way::SignIn | Way::SetUp(_))
}

/// What is there for those who are not signed in.
async fn outside(
    asked: Asked<'_>,
    way: Option<Way>,
    is_post: bool,
    fields: &Fields,
) -> Result<Reply, Reply> {
    match (way, is_post) {
        (Some(Way::SignIn), false) => Ok(sign_in::page(asked, None)),
        (Some(Way::SignIn), true) => sign_in::enter(asked, None, fields).await,
        (Some(Way::SetUp(link)), false) => set_up::page(asked, link).await,
        (Some(Way::SetUp(link)), true) => set_up::set(asked, link, fields).await,
        // Whatever lies behind it: an address says nothing to those outside.
        (_, false) => Ok(asked.go_to(&Way::SignIn)),
        (way, true) => {
            let query = asked.visit.request.uri().query().unwrap_or_default();
            let kept = way.and_then(|way| KeptForm::of_late(&way, query, fields));
            Err(sign_in::again(asked, kept))
        }
    }
}

async fn inside(
    asked: Asked<'_>,
    seat: &Seat,
    way: &Way,
    is_post: bool,
    fields: &Fields,
) -> Result<Reply, Reply> {
    match (way, is_post) {
        (Way::SignIn, false) => Ok(sign_in::page(asked, Some(seat))),
        (Way::SignIn, true) => sign_in::enter(asked, Some(seat), fields).await,
        (Way::SignOut, true) => sign_in::leave(asked, seat).await,
        (Way::SetUp(link), false) => set_up::page(asked, *link).await,
        (Way::SetUp(link), true) => set_up::set(asked, *link, fields).await,
        (Way::SecondFactor, false) => Ok(second_factor::page(asked, seat)),
        (Way::SecondFactor, true) => second_factor::set(asked, seat, fields).await,
        (Way::Sessions, false) => sessions::page(asked, seat, "").await,
        (Way::Sessions, true) => sessions::end(asked, seat, fields).await,
        (Way::Log, false) => log::page(asked, seat).await,
        (Way::Officers, false) => officers::page(asked, seat).await,
        (Way::Inbox, false) => inbox::page(asked, seat).await,
        (Way::Ratings, false) => rating_list::page(asked, seat).await,
        (Way::Quarantine, false) => quarantine::page(asked, seat).await,
        (Way::Quarantine, true) => quarantine::judge(asked, seat, fields).await,
        (Way::Words, false) => words_review::page(asked, seat).await,
        (Way::Words, true) => words_review::decide(asked, seat, fields).await,
        (Way::SlipPiles, false) => slip_piles::page(asked, seat).await,
        (Way::SlipPiles, true) => slip_piles::begin(asked, seat, fields).await,
        (Way::Slips { agency, id }, false) => slips::page(asked, seat, agency, *id).await,
        (Way::Slips { agency, id }, true) => slips::send(asked, seat, agency, *id, fields).await,
        (Way::Results(place), false) => results::page(asked, seat, place).await,
        (Way::Matter { agency, id }, false) => {
            let action = Action::SeeMatter;
            let stored = matter::admitted(asked, seat, agency, *id, action).await?;
            matter::page(asked, seat, stored, StatusCode::OK, matter::Shown::default()).await
        }
        (Way::Matter { agency, id }, true) => {
            // A form that asks for nothing we know is one that may not be sent.
            let action = matter_acts::action_of(value(fields, "viec"));
            let action = action
                .ok_or_else(|| asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)))?;
            let stored = matter::admitted(asked, seat, agency, *id, action).await?;
            matter_acts::carry_out(asked, seat, stored, fields).await
        }
        (Way::MatterLetter { agency, id }, true) => {
            letters::reply(asked, seat, agency, *id, fields).await
        }
        (
            Way::MeasuresStart
            | Way::Measures { .. }
            | Way::ApologiesStart
            | Way::Apologies { .. }
            | Way::Apology { .. }
            | Way::ApologyLetter { .. },
            _,
        ) => remedies(asked, seat, way, is_post, fields).await,
        (Way::SignOut | Way::MatterLetter { .. }, false)
        | (Way::Inbox | Way::Results(_) | Way::Log | Way::Officers | Way::Ratings, true) => {
            Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)))
        }
    }
}

/// What an agency makes good.
async fn remedies(
    asked: Asked<'_>,
    seat: &Seat,
    way: &Way,
    is_post: bool,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let may_do = |action, agency| {
        let allowed = may(seat.role(), action, &Target::of(agency));
        let refusal = || asked.notice(StatusCode::FORBIDDEN, "forbidden", Some(seat));
        allowed.then_some(()).ok_or_else(refusal)
    };
    match (way, is_post) {
        (Way::MeasuresStart, false) => measures::first(asked, seat),
        (Way::Measures { agency }, false) => {
            let period = measures::period(asked, asked.parameter("ky").as_deref());
            let returned = measures::Returned::default();
            measures::page(asked, seat, agency, period, StatusCode::OK, returned).await
        }
        (Way::Measures { agency }, true) => {
            may_do(Action::KeepMeasures, agency)?;
            measures::carry_out(asked, seat, agency, fields).await
        }
        (Way::ApologiesStart, false) => apologies::first(asked, seat),
        (Way::Apologies { agency }, false) => {
            apologies::page(asked, seat, agency, StatusCode::OK, apologies::Returned::default())
                .await
        }
        (Way::Apologies { agency }, true) => {
            may_do(Action::DraftApology, agency)?;
            apologies::carry_out(asked, seat, agency, fields).await
        }
        (Way::Apology { agency, id }, false) => {
            apology::page(asked, seat, agency, *id, StatusCode::OK, apology::Returned::default())
                .await
        }
        (Way::Apology { agency, id }, true) => {
            let action = apology::action_of(value(fields, "viec"));
            let action = action
                .ok_or_else(|| asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat)))?;
            may_do(action, agency)?;
            apology::carry_out(asked, seat, agency, *id, fields).await
        }
        (Way::ApologyLetter { agency, id }, true) => {
            apology::letter(asked, seat, agency, *id, fields).await
        }
        _ => Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat))),
    }
}

/// The fields of what was sent.
async fn form(asked: Asked<'_>, payload: web::Payload) -> Result<Vec<(String, String)>, Reply> {
    let refuse = |status| asked.notice(status, "unreadable", None).closing();
    let body = request_body::read(asked.visit, payload, LARGEST_FORM).await.map_err(refuse)?;
    form_body::read(&body).map_err(|_| refuse(StatusCode::BAD_REQUEST))
}

/// The first value of a field; empty if it was not sent.
fn value<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}
