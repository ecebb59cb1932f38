//! One form that was sent, with the place and the survey that it belongs to, and the answers that are
//! common to a first rating and to what is added later.

use actix_web::http::StatusCode;
use actix_web::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue, ORIGIN, VARY};

use super::crowd::Wait;
use super::reply::Reply;
use super::scene::{FormScene, Scene, TicketWhy, Why};
use super::scene_reply::scene;
use super::tally::RatingOutcome as Outcome;
use super::visit::Visit;
use super::{address, rating_page};
use crate::feedback::{
    Asked, Key, OneTimeCode, Part, Question, Reason, Rejection, Survey, field, form,
};
use crate::publication::{RatingDesk, RatingPlace};
use crate::store::StoreError;
use crate::text::Language;

/// The longest that anybody is asked to wait, in milliseconds.
const LONGEST_WAIT: i64 = 60_000;

/// Fields of a form, in the order in which they were sent.
pub(super) type Fields = [(String, String)];

/// One form at the desk.
#[derive(Clone, Copy)]
pub(super) struct SentForm<'a> {
    pub(super) visit: Visit<'a>,
    pub(super) place: &'a RatingPlace,
    pub(super) survey: &'a Survey,
    pub(super) language: Language,
    pub(super) fields: &'a Fields,
}

impl<'a> SentForm<'a> {
    /// The form with the survey that it names if it is one that the site offers, else with the one behind
    /// printed codes: it is then handed back with the questions that are asked now. None on a site
    /// without a survey.
    pub(super) fn new(
        visit: Visit<'a>,
        place: &'a RatingPlace,
        fields: &'a Fields,
    ) -> Option<Self> {
        let desk: &RatingDesk = &visit.posted.desk;
        let named = form::value(fields, field::SURVEY).and_then(|id| desk.offered_survey(id));
        let survey = named.or_else(|| desk.counter_survey())?;
        let tag = form::value(fields, field::LANGUAGE).and_then(|tag| Language::parse(tag).ok());
        let language = tag.filter(|tag| desk.site.languages.contains(tag));
        let language = language.unwrap_or(visit.language());
        Some(Self { visit, place, survey, language, fields })
    }

    /// What it is read against.
    pub(super) fn asked(self) -> Asked<'a> {
        Asked {
            survey: self.survey,
            code: self.place.code,
            agency: &self.place.agency,
            point: self.place.point.as_ref(),
            counter: &self.place.counter,
            languages: &self.visit.posted.desk.site.languages,
            secret: &self.visit.reception.secret,
            now: self.visit.now,
        }
    }

    /// The value of a field; empty if it was not sent.
    pub(super) fn value(self, name: &str) -> &'a str {
        form::value(self.fields, name).unwrap_or_default()
    }

    /// The part of the survey that the page showed; the whole where the questions have changed since, so
    /// that all that was typed finds its place.
    pub(super) fn part(self) -> Part {
        let is = |name: &str, own: &str| form::value(self.fields, name).is_none_or(|it| it == own);
        let same = is(field::SURVEY, self.survey.id.as_str())
            && is(field::VERSION, &self.survey.version.to_string());
        let part = self.survey.part(self.value(field::PART)).filter(|_| same);
        part.unwrap_or(Part::Whole)
    }

    /// The page of the survey that follows the part that was sent.
    pub(super) fn next_page(self) -> usize {
        match self.part() {
            Part::Tap => 1,
            Part::Page(page) => page + 1,
            Part::Whole => self.survey.pages().len() + 1,
        }
    }

    /// Says in the log and in the metrics that the store did not take it.
    pub(super) fn note_not_kept(self, error: &StoreError) {
        log_not_kept(error);
        self.visit.reception.tally.rating(match error {
            StoreError::Busy => Outcome::Busy,
            _ => Outcome::Failed,
        });
    }

    /// The part of the survey that has room for all that was sent: a page may have asked more than its part names.
    fn part_to_show(self) -> Part {
        let part = self.part();
        let shown = self.survey.questions_of(part);
        let is_beyond = |(name, value): &(String, String)| {
            let of = |known: &Question| field::question_of(name) == Some(known.id.as_str());
            !value.is_empty() && self.survey.questions.iter().any(of) && !shown.iter().any(of)
        };
        if self.fields.iter().any(is_beyond) { Part::Whole } else { part }
    }

    /// The form with all that was typed. Its key and stamp are carried on, so that the next try counts
    /// once and its time is that of the first page.
    pub(super) fn again(self, status: StatusCode, rejection: &Rejection) -> Reply {
        self.form(status, rejection, self.key_and_stamp())
    }

    /// A form that another site has sent: shown with all that it says, to be sent by its reader or not. It counts
    /// as a new visit, whatever key the other site chose.
    pub(super) fn show_foreign(self) -> Reply {
        let untouched = Rejection { fields: Vec::new(), filled: self.fields.to_vec() };
        let fresh = rating_page::fresh_key(self.visit, self.place.code);
        self.form(StatusCode::FORBIDDEN, &untouched, fresh)
    }

    fn form(self, status: StatusCode, rejection: &Rejection, marks: (String, String)) -> Reply {
        let (key, stamp) = marks;
        let again = Scene::Form(FormScene {
            place: self.place,
            survey: self.survey,
            part: self.part_to_show(),
            rejection,
            key: &key,
            stamp: &stamp,
            why: Why::Returned(status.as_u16()),
        });
        scene(self.visit, status, &again, self.language)
    }

    /// Whether it carries what may be a one-time code. What cannot be one is no guess.
    fn claims_a_ticket(self) -> bool {
        let values = |name| self.fields.iter().filter(move |(known, _)| known == name);
        let openly = values(field::OPENLY).any(|_| true)
            && values(field::OPENLY).all(|(_, value)| value == "1");
        !openly && values(field::TICKET).any(|(_, value)| OneTimeCode::parse(value).is_some())
    }

    /// Reads the form. One with a one-time code is read only if its sender has not guessed too often; else even a
    /// right one would tell that it is right.
    pub(super) fn read_within_bounds<T>(
        self,
        read: impl FnOnce() -> Result<T, Rejection>,
    ) -> Result<Result<T, Rejection>, Wait> {
        if !self.claims_a_ticket() {
            return Ok(read());
        }
        let (visit, crowd) = (self.visit, &self.visit.reception.crowd);
        let taken = crowd.may_try(visit.client(), self.place.code, visit.now)?;
        let reading = read();
        if reading.as_ref().err().is_none_or(|wrong| wrong.reason(field::TICKET).is_none()) {
            crowd.give_back(&taken);
        }
        Ok(reading)
    }

    /// A page with one button: all that was typed, to be sent again in a moment.
    pub(super) fn waits(self, wait: Wait) -> Reply {
        let seconds = self.counted(wait);
        let waiting = Scene::Waiting { place: self.place, fields: self.fields, seconds };
        scene(self.visit, StatusCode::TOO_MANY_REQUESTS, &waiting, self.language)
            .retry_after(&seconds.to_string())
    }

    /// The page for a one-time code that is not looked at yet: to be sent again in a moment, or at once without it.
    /// The rating may be `kept` already.
    pub(super) fn ticket_waits(self, wait: Wait, kept: bool) -> Reply {
        let seconds = self.counted(wait);
        self.ask_for_ticket(StatusCode::TOO_MANY_REQUESTS, TicketWhy::Waits { seconds }, kept)
            .retry_after(&seconds.to_string())
    }

    /// Counts a form that has to wait, and says for how many seconds.
    fn counted(self, wait: Wait) -> u64 {
        self.visit.reception.tally.waits(wait.reason);
        seconds_of(wait)
    }

    /// The page for a one-time code that proves nothing: all else is still there. The rating may be `kept`
    /// already.
    pub(super) fn ticket_refused(self, reason: Reason, kept: bool) -> Reply {
        let reason = rating_page::refine(self.visit, self.value(field::TICKET), reason);
        self.ask_for_ticket(StatusCode::UNPROCESSABLE_ENTITY, TicketWhy::Refused(reason), kept)
    }

    /// The page that asks for the one-time code, with what was typed.
    pub(super) fn ask_for_ticket(self, status: StatusCode, why: TicketWhy, kept: bool) -> Reply {
        let own = [field::TICKET, field::OPENLY, field::KEY, field::STAMP];
        let others = self.fields.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        let mut fields: Vec<(String, String)> = others.cloned().collect();
        // A claim says by itself which rating is meant.
        if self.value(field::CLAIM).is_empty() {
            let (key, stamp) = self.key_and_stamp();
            fields.push((field::KEY.to_owned(), key));
            fields.push((field::STAMP.to_owned(), stamp));
        }
        let ticket = self.value(field::TICKET);
        let asked = Scene::Ticket { place: self.place, fields: &fields, ticket, why, kept };
        scene(self.visit, status, &asked, self.language)
    }

    fn key_and_stamp(self) -> (String, String) {
        match Key::parse(self.value(field::KEY)) {
            Some(key) if !key.is_blank() => (key.to_string(), self.value(field::STAMP).to_owned()),
            _ => rating_page::fresh_key(self.visit, self.place.code),
        }
    }
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

/// Says in the log why something was not kept.
fn log_not_kept(error: &StoreError) {
    let cause = chain(error);
    if matches!(error, StoreError::Busy | StoreError::Away(_)) {
        tracing::warn!(cause, "a rating was not taken; the citizen was asked to send it again");
    } else {
        tracing::error!(cause, "a rating was not kept; look at /healthz and at the disk");
    }
}

/// For how many seconds somebody is asked to wait.
pub(super) fn seconds_of(wait: Wait) -> u64 {
    wait.millis.clamp(1, LONGEST_WAIT).unsigned_abs().div_ceil(1_000)
}

/// An error with all its causes on one line.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
