//! What is sent under the claim on a rating that is kept: another face because the first was a slip, the
//! next page of the survey, or the one-time code that verifies it. All change the one rating and never make
//! a second.

use actix_web::http::StatusCode;

use super::rating_post::{RETRY, spent};
use super::reply::Reply;
use super::scene::TicketWhy;
use super::sent_form::SentForm;
use super::tally::RatingOutcome as Outcome;
use super::thanks;
use crate::feedback::{Amendment, Claim, How, Part, Rejection, field, form, read_amendment};
use crate::store::{Amended, StoreError};
use crate::theme::context::ThanksNote;

/// Answers a form whose claim was found good.
pub(super) async fn reply(form: SentForm<'_>, claim: &Claim) -> Reply {
    let reading =
        match form.read_within_bounds(|| read_amendment(form.fields, &form.asked(), claim)) {
            Ok(reading) => reading,
            Err(wait) => return form.ticket_waits(wait, true),
        };
    let mut amendment = match reading {
        Ok(Some(amendment)) => amendment,
        // Nothing was said on this page, which is everybody's right.
        Ok(None) => return thanks::way(form, claim, onward(form, true), None),
        Err(rejection) => {
            form.visit.reception.tally.rejected(&rejection);
            if let Some(reason) = rejection.ticket_alone() {
                return form.ticket_refused(reason, true);
            }
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return thanks::again(form, claim, page(form), status, &rejection, None);
        }
    };
    let visit = form.visit;
    let crowd = &visit.reception.crowd;
    let code = form.place.code;
    let taken = match crowd.admit_more(visit.client(), code, &mut amendment, visit.now) {
        Ok(taken) => taken,
        Err(wait) => return form.waits(wait),
    };
    let replaces = !form.value(field::REPLACE).is_empty();
    match amend(form, amendment.clone(), replaces).await {
        Ok(Amended::Done(_)) => {
            visit.reception.tally.rating(Outcome::Amended);
            visit.reception.tally.marked(&amendment.marks);
            if amendment.ticket.is_some() {
                let claim = Claim { verified: true, ..*claim };
                let page = onward(form, amendment.answers.is_empty());
                thanks::way(form, &claim, page, Some(ThanksNote::Verified))
            } else if replaces {
                let chosen = form.survey.tapped(&amendment.answers);
                let claim = Claim { chosen, ..*claim };
                thanks::way(form, &claim, 1, Some(ThanksNote::Replaced))
            } else {
                thanks::way(form, claim, onward(form, false), Some(ThanksNote::Added))
            }
        }
        Ok(Amended::Spent(_)) => spent(form, true),
        Ok(Amended::TooLate(_) | Amended::Unknown) => {
            form.visit.reception.tally.rating(Outcome::TooLate);
            if replaces {
                return thanks::way(form, claim, 1, Some(ThanksNote::TooLateToReplace));
            }
            again(form, claim, StatusCode::CONFLICT, ThanksNote::TooLateToAdd)
        }
        Err(error) => {
            crowd.give_back(&taken);
            form.note_not_kept(&error);
            let status = StatusCode::SERVICE_UNAVAILABLE;
            if amendment.ticket.is_some() && amendment.answers.is_empty() {
                let asked = form.ask_for_ticket(status, TicketWhy::NotKept, true);
                return asked.retry_after(RETRY);
            }
            again(form, claim, status, ThanksNote::NotKept).retry_after(RETRY)
        }
    }
}

/// Asks the store; what came too late to take the place of other answers may still be added.
async fn amend(
    form: SentForm<'_>,
    amendment: Amendment,
    replaces: bool,
) -> Result<Amended, StoreError> {
    let store = &form.visit.reception.store;
    let may_add = amendment.how == How::Replace && !replaces;
    let added = Amendment { how: How::Add, ..amendment.clone() };
    match store.amend(amendment).await? {
        Amended::TooLate(_) if may_add => store.amend(added).await,
        amended => Ok(amended),
    }
}

/// The page as it was sent, with what became of it.
fn again(form: SentForm<'_>, claim: &Claim, status: StatusCode, note: ThanksNote) -> Reply {
    let untouched = Rejection { fields: Vec::new(), filled: form.fields.to_vec() };
    thanks::again(form, claim, page(form), status, &untouched, Some(note))
}

/// The page of the survey that was sent.
fn page(form: SentForm<'_>) -> usize {
    match form.part() {
        Part::Page(page) => page,
        Part::Tap | Part::Whole => 1,
    }
}

/// Where a form leads on to. The form of a one-time code leads back to the page from which it was reached,
/// if `nothing` else was said on it.
fn onward(form: SentForm<'_>, nothing: bool) -> usize {
    let back = nothing && form::value(form.fields, field::TICKET).is_some();
    match form.part() {
        Part::Page(page) if back => page,
        _ => form.next_page(),
    }
}
