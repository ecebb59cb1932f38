//! What is sent under the claim on a rating that is kept: another face because the first was a slip, or
//! the next page of the survey. Both change the one rating and never make a second.

use actix_web::http::StatusCode;

use super::rating_post::RETRY;
use super::reply::Reply;
use super::sent_form::{SentForm, log_not_kept};
use super::tally::RatingOutcome as Outcome;
use super::thanks;
use crate::feedback::{Amendment, Claim, How, Part, Rejection, field, read_amendment};
use crate::store::{Amended, StoreError};
use crate::theme::context::ThanksNote;

/// Answers a form whose claim was found good.
pub(super) async fn reply(form: SentForm<'_>, claim: &Claim) -> Reply {
    let mut amendment = match read_amendment(form.fields, &form.asked(), claim) {
        Ok(Some(amendment)) => amendment,
        // Nothing was said on this page, which is everybody's right.
        Ok(None) => return thanks::way(form, claim, next_page(form), None),
        Err(rejection) => {
            form.visit.reception.tally.rejected(&rejection);
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
            if replaces {
                let chosen = form.survey.tapped(&amendment.answers);
                let claim = Claim { chosen, ..*claim };
                thanks::way(form, &claim, 1, Some(ThanksNote::Replaced))
            } else {
                thanks::way(form, claim, next_page(form), Some(ThanksNote::Added))
            }
        }
        Ok(Amended::TooLate(_) | Amended::Unknown) => {
            form.visit.reception.tally.rating(Outcome::TooLate);
            if replaces {
                return thanks::way(form, claim, 1, Some(ThanksNote::TooLateToReplace));
            }
            again(form, claim, StatusCode::CONFLICT, ThanksNote::TooLateToAdd)
        }
        Err(error) => {
            crowd.give_back(&taken);
            log_not_kept(&error);
            form.visit.reception.tally.rating(match error {
                StoreError::Busy => Outcome::Busy,
                _ => Outcome::Failed,
            });
            let status = StatusCode::SERVICE_UNAVAILABLE;
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

fn next_page(form: SentForm<'_>) -> usize {
    match form.part() {
        Part::Page(page) => page + 1,
        Part::Tap => 1,
        Part::Whole => form.survey.pages().len() + 1,
    }
}
