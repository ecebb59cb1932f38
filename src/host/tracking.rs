//! The page on which something that was brought is looked up. The tracking code is sent in a form and never stands in an
//! address, so every answer here is a page and none leads on: loading it again looks again.

use actix_web::http::StatusCode;
use actix_web::web;

use super::matter_post::log_not_kept;
use super::matter_scene::{MatterScene, TrackingNote, TrackingScene};
use super::reply::Reply;
use super::scene::Scene;
use super::scene_reply::{failure, scene};
use super::sent_form::{Fields, allow_site, seconds_of};
use super::visit::Visit;
use super::{form_body, origin, request_body};
use crate::feedback::matter::{Act, By, Event, TrackingCode, field, form};
use crate::feedback::{Reason, clean_words, form as rating_form};
use crate::store::{Appended, LogEntry, StoreError, StoredMatter};
use crate::text::Language;

/// How often something is tried again when an officer has written meanwhile.
const TRIES: usize = 3;

/// The page that asks for a code.
pub(super) fn page(visit: Visit<'_>, language: Option<Language>) -> Reply {
    let language = language.unwrap_or(visit.binding());
    allow_site(visit, show(visit, StatusCode::OK, language, &TrackingScene::default()))
}

/// Answers a form: what was found under its code, after what it asks for was done.
pub(super) async fn reply(
    visit: Visit<'_>,
    language: Option<Language>,
    payload: web::Payload,
) -> Reply {
    let language = language.unwrap_or(visit.binding());
    let reply = look(visit, language, payload).await;
    allow_site(visit, reply.unwrap_or_else(|refusal| refusal))
}

async fn look(visit: Visit<'_>, language: Language, payload: web::Payload) -> Result<Reply, Reply> {
    let refuse = |status| failure(visit, status, None).closing();
    let body = request_body::read(visit, payload, form::LONGEST).await.map_err(refuse)?;
    let fields = form_body::read(&body).map_err(|_| refuse(StatusCode::BAD_REQUEST))?;
    let tag = value(&fields, field::LANGUAGE);
    let known = &visit.posted.desk.site.languages;
    let tag = Language::parse(tag).ok().filter(|tag| known.contains(tag));
    let language = tag.unwrap_or(language);
    let typed = value(&fields, field::CODE);
    let odd = |status, scene: &TrackingScene<'_>| show(visit, status, language, scene);
    let wrong =
        |reason| TrackingScene { code: typed, fault: Some(reason), ..TrackingScene::default() };
    let Ok(code) = TrackingCode::parse(typed) else {
        return Ok(odd(StatusCode::UNPROCESSABLE_ENTITY, &wrong(Reason::CodeMistyped)));
    };
    let crowd = &visit.reception.crowd;
    let taken = match crowd.may_look(visit.client(), visit.now) {
        Ok(taken) => taken,
        Err(wait) => {
            visit.reception.tally.not_looked_at(wait.reason);
            let seconds = seconds_of(wait);
            let waiting =
                TrackingScene { code: typed, wait: Some(seconds), ..TrackingScene::default() };
            return Ok(
                odd(StatusCode::TOO_MANY_REQUESTS, &waiting).retry_after(&seconds.to_string())
            );
        }
    };
    let away = |error: &StoreError| {
        log_not_kept(error);
        failure(visit, StatusCode::SERVICE_UNAVAILABLE, None)
    };
    let found = find(visit, code).await.map_err(|error| away(&error))?;
    let Some(found) = found else {
        return Ok(odd(StatusCode::NOT_FOUND, &wrong(Reason::CodeUnknown)));
    };
    crowd.give_back(&taken);
    // A form of another site may look, as anybody may, and do nothing.
    let wish = value(&fields, field::DO);
    let wish = if origin::is_foreign(visit) { "" } else { wish };
    let own = Own { visit, language, code, typed };
    Ok(match wish {
        field::REOPEN => own.reopen(found, value(&fields, field::WORDS)).await,
        field::FORGET => own.forget(found).await,
        _ => own.shown(StatusCode::OK, &found, None),
    })
}

fn value<'f>(fields: &'f Fields, name: &str) -> &'f str {
    rating_form::value(fields, name).unwrap_or_default()
}

/// What lies under a code. Databases are not asked from a thread that serves others.
async fn find(visit: Visit<'_>, code: TrackingCode) -> Result<Option<StoredMatter>, StoreError> {
    let store = std::sync::Arc::clone(&visit.reception.store);
    let tracking = code.hash(&visit.reception.secret);
    let looked = web::block(move || store.tracked(&tracking)).await;
    looked.unwrap_or_else(|gone| Err(StoreError::Stopped(gone.to_string())))
}

fn show(
    visit: Visit<'_>,
    status: StatusCode,
    language: Language,
    tracking: &TrackingScene<'_>,
) -> Reply {
    let tracking = TrackingScene { now: visit.now, ..*tracking };
    scene(visit, status, &Scene::Matter(MatterScene::Tracking(tracking)), language)
}

/// Whose page it is.
#[derive(Clone, Copy)]
struct Own<'a> {
    visit: Visit<'a>,
    language: Language,
    code: TrackingCode,
    typed: &'a str,
}

impl Own<'_> {
    fn shown(self, status: StatusCode, found: &StoredMatter, note: Option<TrackingNote>) -> Reply {
        let scene = TrackingScene {
            code: self.typed,
            found: Some(found),
            note,
            ..TrackingScene::default()
        };
        show(self.visit, status, self.language, &scene)
    }

    async fn reopen(self, found: StoredMatter, typed: &str) -> Reply {
        let words = clean_words(typed);
        let length = words.chars().count();
        let reason = if length > usize::from(form::MOST_WORDS) {
            let given = u32::try_from(length).unwrap_or(u32::MAX);
            Some(Reason::TooLong { max: form::MOST_WORDS, given })
        } else if length < usize::from(form::LEAST_WORDS) {
            Some(Reason::TooShort { min: form::LEAST_WORDS })
        } else {
            None
        };
        if let Some(reason) = reason.filter(|_| found.life.may_reopen(self.visit.now)) {
            let scene = TrackingScene {
                code: self.typed,
                found: Some(&found),
                reopening: Some((typed, reason)),
                ..TrackingScene::default()
            };
            return show(self.visit, StatusCode::UNPROCESSABLE_ENTITY, self.language, &scene);
        }
        let desk = &self.visit.posted.desk;
        let Some(place) = desk.matters.place(found.matter.agency.as_str()) else {
            return self.shown(StatusCode::CONFLICT, &found, Some(TrackingNote::Changed));
        };
        let (kind, time, now) = (found.matter.kind, desk.matters.time(place), self.visit.now);
        let dues = desk.site.time_limits.dues(kind, &time, now);
        let act = |_: &StoredMatter| Act::Reopen { words: words.as_str().into(), dues };
        self.carry_out(found, act, |_| TrackingNote::Reopened).await
    }

    async fn forget(self, found: StoredMatter) -> Reply {
        let withdraws = |found: &StoredMatter| {
            found.matter.kind.needs_contact() && found.life.state.awaits_answer()
        };
        let act = |found: &StoredMatter| if withdraws(found) { Act::Withdraw } else { Act::Forget };
        self.carry_out(found, act, |act| match act {
            Act::Withdraw => TrackingNote::Withdrawn,
            _ => TrackingNote::Forgotten,
        })
        .await
    }

    /// Appends what the citizen does, and shows how it stands then. What an officer wrote in the same moment is no
    /// reason to refuse it: it is looked at once more and tried again.
    async fn carry_out(
        self,
        mut found: StoredMatter,
        act: impl Fn(&StoredMatter) -> Act,
        note: impl Fn(&Act) -> TrackingNote,
    ) -> Reply {
        for _ in 0..TRIES {
            let act = act(&found);
            let done = note(&act);
            let entry = LogEntry {
                agency: found.matter.agency.clone(),
                matter: found.id,
                expected: found.life.events,
                event: Event { at: self.visit.now, by: By::Citizen, act },
            };
            let appended = match self.visit.reception.store.append(entry).await {
                Ok(appended) => appended,
                Err(error) => return self.not_kept(&found, &error),
            };
            match find(self.visit, self.code).await {
                Ok(Some(now)) => found = now,
                Ok(None) => break,
                Err(error) => return self.not_kept(&found, &error),
            }
            match appended {
                Appended::Done { .. } => return self.shown(StatusCode::OK, &found, Some(done)),
                Appended::Overtaken { .. } => {}
                Appended::NotAllowed(_) | Appended::Unknown => break,
            }
        }
        self.shown(StatusCode::CONFLICT, &found, Some(TrackingNote::Changed))
    }

    fn not_kept(self, found: &StoredMatter, error: &StoreError) -> Reply {
        log_not_kept(error);
        self.shown(StatusCode::SERVICE_UNAVAILABLE, found, Some(TrackingNote::NotKept))
            .retry_after(super::rating_post::RETRY)
    }
}
