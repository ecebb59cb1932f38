//! A rating that is sent: read strictly, kept durably, and answered with a receipt; or handed back with
//! everything that was typed still there.

use actix_web::http::StatusCode;
use actix_web::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue, ORIGIN, VARY};
use actix_web::web;

use super::reply::{NO_STORE, Reply};
use super::scene::Scene;
use super::scene_reply::{failure, scene};
use super::tally::RatingOutcome as Outcome;
use super::visit::Visit;
use super::{address, form_body, rating_page, request_body};
use crate::catalogue::PrintedCode;
use crate::feedback::{Asked, Key, Receipt, Rejection, Stamp, Submission, Survey, field, form};
use crate::publication::{RatingDesk, RatingPlace};
use crate::store::{Kept, StoreError};
use crate::text::Language;

type Fields = [(String, String)];

/// Seconds until a form that could not be kept is worth sending again.
const RETRY: &str = "5";

/// Answers a form that was sent to the code `typed`.
pub(super) async fn reply(visit: Visit<'_>, typed: &str, payload: web::Payload) -> Reply {
    let reply = receive(visit, typed, payload).await.unwrap_or_else(|refusal| refusal);
    allow_site(visit, reply)
}

async fn receive(visit: Visit<'_>, typed: &str, payload: web::Payload) -> Result<Reply, Reply> {
    let code = PrintedCode::parse(typed)
        .map_err(|_| rating_page::unknown(visit, None, visit.binding()).closing())?;
    let place = rating_page::place(visit, code, visit.binding()).map_err(Reply::closing)?;
    let refuse = |status| {
        visit.reception.tally.rating(Outcome::Unreadable);
        failure(visit, status, Some(place)).closing()
    };
    let body = request_body::read(visit, payload).await.map_err(refuse)?;
    let fields = form_body::read(&body).map_err(|_| refuse(StatusCode::BAD_REQUEST))?;
    let survey = survey_of(&visit.posted.desk, &fields)
        .ok_or_else(|| failure(visit, StatusCode::NOT_FOUND, Some(place)))?;
    let desk = Desk { visit, place, survey, language: language_of(visit, &fields) };
    match form::read(&fields, &desk.asked()) {
        Err(rejection) => Ok(desk.hand_back(&rejection)),
        Ok(submission) if submission.key.is_blank() => Ok(desk.give_key(&fields)),
        Ok(submission) => Ok(desk.keep(submission, &fields).await),
    }
}

/// One form at the desk.
#[derive(Clone, Copy)]
struct Desk<'a> {
    visit: Visit<'a>,
    place: &'a RatingPlace,
    survey: &'a Survey,
    language: Language,
}

impl<'a> Desk<'a> {
    fn asked(self) -> Asked<'a> {
        Asked {
            survey: self.survey,
            code: self.place.code,
            agency: &self.place.agency,
            counter: &self.place.counter,
            languages: &self.visit.posted.desk.site.languages,
            secret: &self.visit.reception.secret,
            now: self.visit.now,
        }
    }

    /// The form again, with what is wrong beside each field.
    fn hand_back(self, rejection: &Rejection) -> Reply {
        self.visit.reception.tally.rejected(rejection);
        self.again(StatusCode::UNPROCESSABLE_ENTITY, rejection)
    }

    /// The form with all that was typed. Its key and stamp are carried on, so that the next try counts
    /// once and its time is that of the first page.
    fn again(self, status: StatusCode, rejection: &Rejection) -> Reply {
        let sent = |name| form::value(&rejection.filled, name).unwrap_or_default();
        let (key, stamp) = match Key::parse(sent(field::KEY)) {
            Some(key) if !key.is_blank() => (key.to_string(), sent(field::STAMP).to_owned()),
            _ => self.fresh(),
        };
        let (place, survey) = (self.place, self.survey);
        let again = Scene::Again { place, survey, rejection, key: &key, stamp: &stamp };
        scene(self.visit, status, &again, self.language)
    }

    /// A page with one button: all that was typed, and a key. It was never stamped, and a stamp of this
    /// moment would only tell how fast one button is pressed.
    fn give_key(self, fields: &Fields) -> Reply {
        self.visit.reception.tally.rating(Outcome::WithoutKey);
        let key = self.visit.reception.draw_key().to_string();
        let kept =
            fields.iter().filter(|(name, _)| !matches!(name.as_str(), field::KEY | field::STAMP));
        let mut fields: Vec<(String, String)> = kept.cloned().collect();
        fields.push((field::KEY.to_owned(), key));
        let with_key = Scene::WithKey { place: self.place, fields: &fields };
        scene(self.visit, StatusCode::OK, &with_key, self.language)
    }

    async fn keep(self, submission: Submission, fields: &Fields) -> Reply {
        let tally = &self.visit.reception.tally;
        match self.visit.reception.store.keep(submission).await {
            Ok(Kept::New(receipt)) => {
                tally.rating(Outcome::Kept);
                self.thank(&receipt)
            }
            Ok(Kept::Already(receipt)) => {
                tally.rating(Outcome::Duplicate);
                self.thank(&receipt)
            }
            // No form carries a one-time code yet, so none can be spent.
            Ok(Kept::Spent) => {
                tally.rating(Outcome::Rejected);
                let untouched = Rejection { fields: Vec::new(), filled: fields.to_vec() };
                self.again(StatusCode::CONFLICT, &untouched)
            }
            Err(error) => {
                tally.rating(match error {
                    StoreError::Busy => Outcome::Busy,
                    _ => Outcome::Failed,
                });
                self.apologise(&error, fields)
            }
        }
    }

    fn thank(self, receipt: &Receipt) -> Reply {
        let tag = match self.language {
            language if language == self.visit.binding() => String::new(),
            language => format!("/{language}"),
        };
        let (base, code) = (self.visit.base(), self.place.code);
        let to = format!("{base}{tag}/cam-on/{code}/{receipt}");
        Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to)
    }

    /// Nothing is lost for the citizen: the form comes back whole, with its key, to be sent again.
    fn apologise(self, error: &StoreError, fields: &Fields) -> Reply {
        let cause = chain(error);
        if matches!(error, StoreError::Busy | StoreError::Away(_)) {
            tracing::warn!(cause, "a rating was not taken; the citizen was asked to send it again");
        } else {
            tracing::error!(cause, "a rating was not kept; look at /healthz and at the disk");
        }
        let untouched = Rejection { fields: Vec::new(), filled: fields.to_vec() };
        self.again(StatusCode::SERVICE_UNAVAILABLE, &untouched).retry_after(RETRY)
    }

    fn fresh(self) -> (String, String) {
        let key = self.visit.reception.draw_key();
        let secret = &self.visit.reception.secret;
        let stamp = Stamp::sign(secret, &self.place.code, &key, self.visit.now);
        (key.to_string(), stamp.to_string())
    }
}

/// The survey that the form names if it is one that the site offers, else the one behind printed codes:
/// the form is then handed back with the questions that are asked now.
fn survey_of<'a>(desk: &'a RatingDesk, fields: &Fields) -> Option<&'a Survey> {
    let named = form::value(fields, field::SURVEY).and_then(|id| {
        let offered = desk.site.counter_survey.iter().chain(&desk.site.more_surveys);
        let id = offered.into_iter().find(|known| known.as_str() == id)?;
        desk.surveys.iter().find(|survey| survey.id == *id)
    });
    named.or_else(|| desk.counter_survey())
}

fn language_of(visit: Visit<'_>, fields: &Fields) -> Language {
    let tag = form::value(fields, field::LANGUAGE).and_then(|tag| Language::parse(tag).ok());
    tag.filter(|tag| visit.posted.desk.site.languages.contains(tag)).unwrap_or(visit.binding())
}

/// A script on the site itself may read the answer, when the site lives elsewhere; no other may.
pub(super) fn allow_site(visit: Visit<'_>, reply: Reply) -> Reply {
    let site = address::origin_of(&visit.posted.desk.site.base_url);
    if visit.header(ORIGIN).is_some_and(|origin| origin.eq_ignore_ascii_case(site)) {
        let vary = HeaderValue::from_static("Origin");
        reply.with_text(ACCESS_CONTROL_ALLOW_ORIGIN, site).with(VARY, vary)
    } else {
        reply
    }
}

/// An error with all its causes on one line.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
