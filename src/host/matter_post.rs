//! Something that is brought to an agency: read strictly, kept durably, and answered with the way to a page that shows
//! the tracking code; or handed back with everything that was typed still there.

use actix_web::http::StatusCode;
use actix_web::web;

use super::crowd::Wait;
use super::matter_page::{elsewhere, fresh_key, is_taken, thanks_address};
use super::matter_scene::{MatterFormScene, MatterScene, MatterWhy};
use super::rating_post::RETRY;
use super::reply::{NO_STORE, Reply};
use super::scene::Scene;
use super::scene_reply::{failure, nothing_at, scene};
use super::sent_form::{Fields, allow_site, chain, seconds_of};
use super::visit::Visit;
use super::{form_body, origin, request_body};
use crate::feedback::matter::{AskedMatter, MatterClaim, MatterKind, SentMatter, field, form};
use crate::feedback::{Key, Rejection, form as rating_form};
use crate::publication::MatterPlace;
use crate::store::{Received, StoreError};
use crate::text::Language;

/// Answers a form that was sent to `rest`, the id of an agency.
pub(super) async fn reply(
    visit: Visit<'_>,
    language: Option<Language>,
    kind: MatterKind,
    rest: &str,
    payload: web::Payload,
) -> Reply {
    let language = language.unwrap_or(visit.binding());
    let reply = receive(visit, language, kind, rest, payload).await;
    allow_site(visit, reply.unwrap_or_else(|refusal| refusal))
}

async fn receive(
    visit: Visit<'_>,
    language: Language,
    kind: MatterKind,
    agency: &str,
    payload: web::Payload,
) -> Result<Reply, Reply> {
    let tally = &visit.reception.tally;
    let place = visit.posted.desk.matters.place(agency);
    let place = place.ok_or_else(|| nothing_at(visit, agency).closing())?;
    let refuse = |status| {
        tally.matter("unreadable");
        failure(visit, status, None).closing()
    };
    let body = request_body::read(visit, payload, form::LONGEST).await.map_err(refuse)?;
    let fields = form_body::read(&body).map_err(|_| refuse(StatusCode::BAD_REQUEST))?;
    if !is_taken(place, kind) {
        return Ok(elsewhere(visit, place, language));
    }
    let tag =
        rating_form::value(&fields, field::LANGUAGE).and_then(|tag| Language::parse(tag).ok());
    let known = &visit.posted.desk.site.languages;
    let language = tag.filter(|tag| known.contains(tag)).unwrap_or(language);
    let sent = Sent { visit, place, kind, language, fields: &fields };
    if origin::is_foreign(visit) {
        tally.matter("foreign");
        return Ok(sent.show_foreign());
    }
    let desk = &visit.posted.desk;
    let asked = AskedMatter {
        kind,
        agency: &place.agency,
        languages: known,
        secret: &visit.reception.secret,
        limits: &desk.site.time_limits,
        time: desk.matters.time(place),
        now: visit.now,
    };
    match form::read(&fields, &asked) {
        Err(rejection) => {
            tally.matter("rejected");
            Ok(sent.again(StatusCode::UNPROCESSABLE_ENTITY, &rejection, MatterWhy::Rejected))
        }
        Ok(read) if read.key.is_blank() => {
            tally.matter("without_key");
            Ok(sent.again(StatusCode::OK, &sent.untouched(), MatterWhy::WithoutKey))
        }
        Ok(read) => Ok(keep(sent, read).await),
    }
}

async fn keep(sent: Sent<'_>, read: SentMatter) -> Reply {
    let SentMatter { key, mut matter, .. } = read;
    let (visit, desk) = (sent.visit, &sent.visit.posted.desk);
    let (crowd, tally) = (&visit.reception.crowd, &visit.reception.tally);
    // What the form says that it is about is believed only if it is posted here.
    matter.posted = matter.posted.and_then(|mut posted| {
        let edition = desk.posted(&posted.procedure)?.edition(posted.edition)?;
        posted.from = edition.from_day();
        Some(posted)
    });
    let agency = matter.agency.clone();
    matter.counter =
        matter.counter.filter(|counter| desk.counter(&agency, counter.as_str()).is_some());
    let taken = match crowd.admit_matter(visit.client(), (&key, &mut matter), visit.now) {
        Ok(taken) => taken,
        Err(wait) => return sent.waits(wait),
    };
    match visit.reception.store.receive(matter).await {
        Ok(received) => {
            if received == Received::Already {
                crowd.give_back(&taken);
            }
            tally.matter(if received == Received::New { "received" } else { "duplicate" });
            let claim = MatterClaim { key, at: visit.now };
            let way = thanks_address(visit, sent.language, (sent.kind, &agency), &claim);
            Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &way)
        }
        Err(error) => {
            crowd.give_back(&taken);
            tally.matter(if matches!(error, StoreError::Busy) { "busy" } else { "failed" });
            log_not_kept(&error);
            sent.again(StatusCode::SERVICE_UNAVAILABLE, &sent.untouched(), MatterWhy::NotKept)
                .retry_after(RETRY)
        }
    }
}

/// Says in the log why something was not kept; never what.
pub(super) fn log_not_kept(error: &StoreError) {
    let cause = chain(error);
    if matches!(error, StoreError::Busy | StoreError::Away(_)) {
        tracing::warn!(cause, "a matter was not taken; the citizen was asked to send it again");
    } else {
        tracing::error!(cause, "a matter was not kept; look at /healthz and at the disk");
    }
}

/// One form at the desk.
#[derive(Clone, Copy)]
struct Sent<'a> {
    visit: Visit<'a>,
    place: &'a MatterPlace,
    kind: MatterKind,
    language: Language,
    fields: &'a Fields,
}

impl Sent<'_> {
    /// All that was typed, with nothing wrong.
    fn untouched(self) -> Rejection {
        Rejection { fields: Vec::new(), filled: self.fields.to_vec() }
    }

    /// The form with all that was typed. Its key and stamp are carried on, so that the next try counts once.
    fn again(self, status: StatusCode, rejection: &Rejection, why: MatterWhy) -> Reply {
        let value = |name| rating_form::value(self.fields, name).unwrap_or_default();
        let carried = match Key::parse(value(field::KEY)) {
            Some(key) if !key.is_blank() => (key.to_string(), value(field::STAMP).to_owned()),
            _ => fresh_key(self.visit, self.kind, &self.place.agency),
        };
        self.form(status, rejection, why, &carried)
    }

    /// A form that another site has sent: shown with all that it says, to be sent by its reader or not. It counts as
    /// a new visit, whatever key the other site chose.
    fn show_foreign(self) -> Reply {
        let fresh = fresh_key(self.visit, self.kind, &self.place.agency);
        self.form(StatusCode::FORBIDDEN, &self.untouched(), MatterWhy::Foreign, &fresh)
    }

    fn waits(self, wait: Wait) -> Reply {
        self.visit.reception.tally.not_looked_at(wait.reason);
        self.visit.reception.tally.matter("waiting");
        let seconds = seconds_of(wait);
        let why = MatterWhy::Waits(seconds);
        self.again(StatusCode::TOO_MANY_REQUESTS, &self.untouched(), why)
            .retry_after(&seconds.to_string())
    }

    fn form(
        self,
        status: StatusCode,
        rejection: &Rejection,
        why: MatterWhy,
        (key, stamp): &(String, String),
    ) -> Reply {
        let Self { visit, place, kind, language, .. } = self;
        let form = MatterFormScene { kind, place, rejection, key, stamp, why };
        scene(visit, status, &Scene::Matter(MatterScene::Form(form)), language)
    }
}
