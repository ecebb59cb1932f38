//! A rating that is sent: read strictly, kept durably, and answered with thanks; or handed back with
//! everything that was typed still there.

use actix_web::http::StatusCode;
use actix_web::web;

use super::crowd::Taken;
use super::reply::Reply;
use super::scene::Scene;
use super::scene_reply::{failure, scene};
use super::sent_form::{SentForm, allow_site};
use super::tally::RatingOutcome as Outcome;
use super::visit::Visit;
use super::{form_body, origin, rating_more, rating_page, request_body, thanks};
use crate::catalogue::PrintedCode;
use crate::feedback::{
    Amendment, Claim, How, Mark, REPLACE_WINDOW, Reason, Rejection, Submission, field, form,
};
use crate::store::{Amended, Kept, StoreError};
use crate::theme::context::ThanksNote;

/// Seconds until a form that could not be kept is worth sending again.
pub(super) const RETRY: &str = "5";

/// Answers a form that was sent to the code `typed`.
pub(super) async fn reply(visit: Visit<'_>, typed: &str, payload: web::Payload) -> Reply {
    let reply = receive(visit, typed, payload).await.unwrap_or_else(|refusal| refusal);
    allow_site(visit, reply)
}

async fn receive(visit: Visit<'_>, typed: &str, payload: web::Payload) -> Result<Reply, Reply> {
    let code = PrintedCode::parse(typed)
        .map_err(|_| rating_page::unknown(visit, None, visit.language()).closing())?;
    let place = rating_page::place(visit, code, visit.language()).map_err(Reply::closing)?;
    let refuse = |status| {
        visit.reception.tally.rating(Outcome::Unreadable);
        failure(visit, status, Some(place)).closing()
    };
    let body =
        request_body::read(visit, payload, visit.posted.largest_body).await.map_err(refuse)?;
    let mut fields = form_body::read(&body).map_err(|_| refuse(StatusCode::BAD_REQUEST))?;
    if form::value(&fields, field::CLAIM).is_some() {
        let form = SentForm::new(visit, place, &fields);
        let form = form.ok_or_else(|| failure(visit, StatusCode::NOT_FOUND, Some(place)))?;
        let claim = thanks::claim_of(form, form.value(field::CLAIM));
        if let Some(claim) = claim.filter(|_| !origin::is_foreign(visit)) {
            return Ok(rating_more::reply(form, &claim).await);
        }
        // A claim that is not ours, or is no more, or sent by another site: what was typed comes back as a
        // form of its own.
        let own = [field::CLAIM, field::REPLACE, field::PART];
        fields.retain(|(name, _)| !own.contains(&name.as_str()));
    }
    let form = SentForm::new(visit, place, &fields)
        .ok_or_else(|| failure(visit, StatusCode::NOT_FOUND, Some(place)))?;
    if origin::is_foreign(visit) {
        visit.reception.tally.rating(Outcome::Foreign);
        return Ok(form.show_foreign());
    }
    let reading = match form.read_within_bounds(|| form::read(form.fields, &form.asked())) {
        Ok(reading) => reading,
        Err(wait) => return Ok(form.ticket_waits(wait, false)),
    };
    match reading {
        Err(rejection) => Ok(hand_back(form, &rejection)),
        Ok(submission) if submission.key.is_blank() => Ok(give_key(form)),
        Ok(mut submission) => {
            match visit.reception.crowd.admit(visit.client(), &mut submission, visit.now) {
                Ok(taken) => Ok(keep(form, submission, &taken).await),
                Err(wait) => Ok(form.waits(wait)),
            }
        }
    }
}

/// The form again, with what is wrong beside each field.
fn hand_back(form: SentForm<'_>, rejection: &Rejection) -> Reply {
    form.visit.reception.tally.rejected(rejection);
    match rejection.ticket_alone() {
        Some(reason) => form.ticket_refused(reason, false),
        None => form.again(StatusCode::UNPROCESSABLE_ENTITY, rejection),
    }
}

/// A page with one button: all that was typed, and a key. It was never stamped, and a stamp of this
/// moment would only tell how fast one button is pressed.
fn give_key(form: SentForm<'_>) -> Reply {
    let visit = form.visit;
    visit.reception.tally.rating(Outcome::WithoutKey);
    let key = visit.reception.draw_key().to_string();
    let blank = [field::KEY, field::STAMP];
    let kept = form.fields.iter().filter(|(name, _)| !blank.contains(&name.as_str()));
    let mut fields: Vec<(String, String)> = kept.cloned().collect();
    fields.push((field::KEY.to_owned(), key));
    let with_key = Scene::WithKey { place: form.place, fields: &fields };
    scene(visit, StatusCode::OK, &with_key, form.language)
}

async fn keep(form: SentForm<'_>, mut submission: Submission, taken: &Taken) -> Reply {
    let (visit, tally) = (form.visit, &form.visit.reception.tally);
    // What the form says of a procedure is believed only if it is posted at this counter.
    submission.about = submission.about.filter(|about| {
        let listing = visit.posted.desk.listing(form.place, &about.procedure);
        listing.is_some_and(|listing| listing.has(about.edition))
    });
    let claim = Claim {
        key: submission.key,
        at: visit.now,
        version: submission.version,
        chosen: form.survey.tapped(&submission.answers),
        verified: submission.verified(),
    };
    let same_again = amendment(&submission);
    let marks = submission.marks.clone();
    match visit.reception.store.keep(submission).await {
        Ok(Kept::New(_)) => {
            tally.rating(Outcome::Kept);
            tally.marked(&marks);
            thanks::way(form, &claim, form.next_page(), None)
        }
        Ok(Kept::Already(_)) => {
            tally.rating(Outcome::Duplicate);
            change(form, claim, same_again).await
        }
        Ok(Kept::Spent) => spent(form, false),
        Err(error) => {
            // Else a hall that sends once more, as it is asked to, would have to wait when the store is well again.
            visit.reception.crowd.give_back(taken);
            apologise(form, &error)
        }
    }
}

/// The page for a one-time code that proved another rating before; this one may be `kept` already.
pub(super) fn spent(form: SentForm<'_>, kept: bool) -> Reply {
    let fields = vec![(field::TICKET.to_owned(), Reason::TicketSpent)];
    form.visit.reception.tally.rejected(&Rejection { fields, filled: Vec::new() });
    form.ticket_refused(Reason::TicketSpent, kept)
}

/// The answers of a form as a change of the rating that is kept under the same key.
fn amendment(submission: &Submission) -> Amendment {
    let of_content = |mark: &&Mark| matches!(mark, Mark::Honeypot | Mark::Personal | Mark::Repeat);
    Amendment {
        agency: submission.agency.clone(),
        key: submission.key,
        survey: submission.survey.clone(),
        version: submission.version,
        how: How::Replace,
        answers: submission.answers.clone(),
        ticket: submission.ticket,
        code: submission.code,
        marks: submission.marks.iter().filter(of_content).copied().collect(),
        at: submission.received_at,
    }
}

/// The same page was sent again: by a double tap, which changes nothing, or by somebody who went back
/// and chose otherwise, who is believed for as long as a slip may be corrected.
async fn change(form: SentForm<'_>, claim: Claim, again: Amendment) -> Reply {
    let store = &form.visit.reception.store;
    let code_alone = Amendment { answers: Vec::new(), marks: Vec::new(), ..again.clone() };
    let amended = match store.amend(again).await {
        // A one-time code may be added for longer than answers may be replaced.
        Ok(Amended::TooLate(receipt)) if code_alone.ticket.is_some() => {
            match store.amend(code_alone).await {
                Ok(Amended::Done(_)) => Ok((Amended::TooLate(receipt), true)),
                amended => amended.map(|amended| (amended, false)),
            }
        }
        amended => amended.map(|amended| (amended, claim.verified)),
    };
    match amended {
        Ok((Amended::Done(_), _)) => thanks::way(form, &claim, form.next_page(), None),
        Ok((Amended::Spent(_), _)) => spent(form, true),
        Ok((Amended::TooLate(_) | Amended::Unknown, verified)) => {
            let at = claim.at - REPLACE_WINDOW - 1;
            let claim = Claim { at, chosen: 0, verified, ..claim };
            thanks::way(form, &claim, form.next_page(), Some(ThanksNote::TooLateToReplace))
        }
        Err(error) => apologise(form, &error),
    }
}

/// Nothing is lost for the citizen: the form comes back whole, with its key, to be sent again.
fn apologise(form: SentForm<'_>, error: &StoreError) -> Reply {
    form.note_not_kept(error);
    let untouched = Rejection { fields: Vec::new(), filled: form.fields.to_vec() };
    form.again(StatusCode::SERVICE_UNAVAILABLE, &untouched).retry_after(RETRY)
}
