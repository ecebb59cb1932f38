//! What officers do with a matter: each is an event in its log, and a row in the log of the desk in the same
//! transaction.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::matter::{self, Shown};
use super::reach;
use super::seat::Seat;
use super::way::Way;
use super::{Fields, value};
use crate::feedback::matter::{Act, Event, NotAllowed, ReplyTemplate, Settled};
use crate::feedback::officer::Action;
use crate::host::reply::{NO_STORE, Reply};
use crate::store::{Appended, LogEntry, StoredMatter, StoredOfficer};
use crate::text::{Slug, nfc};
use crate::theme::context::Typed;

/// The forms of the page, in their order.
const FORMS: [(&str, Action); 8] = [
    ("accept", Action::Accept),
    ("answer", Action::Answer),
    ("assign", Action::Assign),
    ("note", Action::Note),
    ("pass_on", Action::PassOn),
    ("refuse", Action::Refuse),
    ("register", Action::Accept),
    ("close", Action::Close),
];

/// What a form asks to do; to open personal data is no event.
pub(super) fn action_of(form: &str) -> Option<Action> {
    if form == "open" {
        return Some(Action::OpenPersonalData);
    }
    FORMS.iter().find(|(known, _)| *known == form).map(|(_, action)| *action)
}

/// Whether an officer can be given matters of an agency.
pub(super) fn can_take(stored: &StoredOfficer, agency: &Slug) -> bool {
    stored.disabled_at.is_none() && matter::is_of(&stored.officer.role, agency)
}

/// A matter in the hands of an officer.
pub(super) struct Deeds<'a> {
    pub(super) asked: Asked<'a>,
    pub(super) seat: &'a Seat,
    pub(super) stored: &'a StoredMatter,
}

impl Deeds<'_> {
    /// Whether the officer may do this with it.
    pub(super) fn may(&self, action: Action) -> bool {
        let (matter, life) = (&self.stored.matter, &self.stored.life);
        reach::may_with(self.seat, action, &matter.agency, matter.kind, life.assigned.as_deref())
    }

    /// The forms that make sense now: what the officer may do and the matter allows.
    pub(super) fn possible(&self) -> Vec<String> {
        let allowed = FORMS.into_iter().filter(|(form, action)| {
            let trial = self.act(
                form,
                &[
                    ("words", "x"),
                    ("settled", "fixed"),
                    ("body", "x"),
                    ("contact", "x"),
                    ("number", "x"),
                ],
            );
            self.may(*action)
                && trial.is_some_and(|act| self.stored.life.follow(&self.event(act)).is_ok())
        });
        allowed.map(|(form, _)| form.to_owned()).collect()
    }

    fn event(&self, act: Act) -> Event {
        Event { at: self.asked.visit.now, by: reach::author(self.seat), act }
    }

    /// The act that a form asks for; none where a field is missing or too long.
    fn act(&self, form: &str, fields: &[(&str, &str)]) -> Option<Act> {
        let field = |name: &str, most: usize| {
            let typed = fields.iter().find(|(known, _)| *known == name)?.1;
            let typed = nfc(typed).replace("\r\n", "\n").trim().to_owned();
            let sound = (1..=most).contains(&typed.chars().count())
                && !typed.contains(|sign: char| sign.is_control() && sign != '\n');
            sound.then(|| typed.into_boxed_str())
        };
        let reopen_until = self.asked.reopen_until(&self.stored.matter.agency);
        Some(match form {
            "accept" => Act::Accept,
            "close" => Act::Close,
            "assign" => Act::Assign { to: field("account", 32) },
            "note" => Act::Note { words: field("words", 2_000)? },
            "refuse" => Act::Refuse { reason: field("words", 2_000)?, reopen_until },
            "register" => Act::Register { number: field("number", 60)? },
            "pass_on" => {
                let (body, contact) = (field("body", 200)?, field("contact", 300)?);
                Act::PassOn { body, contact, reopen_until }
            }
            "answer" => {
                let settled = match &*field("settled", 20)? {
                    "fixed" => Settled::Fixed,
                    "explained" => Settled::Explained,
                    _ => return None,
                };
                Act::Answer {
                    settled,
                    words: field("words", ReplyTemplate::LONGEST)?,
                    reopen_until,
                }
            }
            _ => return None,
        })
    }
}

/// Carries out what a form of the page asks for; the door has asked `may`.
pub(super) async fn carry_out(
    asked: Asked<'_>,
    seat: &Seat,
    stored: StoredMatter,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let form = value(fields, "viec");
    if form == "open" {
        return matter::open(asked, seat, stored).await;
    }
    let pairs: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let act = Deeds { asked, seat, stored: &stored }.act(form, &pairs);
    let words = asked.words();
    let Some(act) = act else {
        let fault = words.get("desk_incomplete").to_owned();
        return back(asked, seat, stored, fields, StatusCode::UNPROCESSABLE_ENTITY, fault).await;
    };
    if let Act::Assign { to: Some(account) } = &act {
        let (account, agency) = (account.to_string(), stored.matter.agency.clone());
        let officers = asked.look(|store| store.officers()).await?;
        let mut own = officers.iter().filter(|stored| can_take(stored, &agency));
        if !own.any(|stored| stored.officer.account.as_str() == account) {
            let fault = words.get("desk_incomplete").to_owned();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return back(asked, seat, stored, fields, status, fault).await;
        }
    }
    let event = Deeds { asked, seat, stored: &stored }.event(act);
    let expected = value(fields, "expected").parse().unwrap_or(0);
    let (agency, id) = (stored.matter.agency.clone(), stored.id);
    let entry = LogEntry { agency: agency.clone(), matter: id, expected, event };
    let appended = asked.visit.reception.store.append(entry).await;
    let appended = match appended {
        Ok(appended) => appended,
        Err(error) => {
            tracing::error!(cause = error.to_string(), "what an officer did was not kept");
            let fault = words.get("desk_trouble").to_owned();
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return back(asked, seat, stored, fields, status, fault).await;
        }
    };
    let fault = match appended {
        Appended::Done { .. } => {
            let to = format!("{}?xong=1", asked.href(&Way::Matter { agency, id }));
            return Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to));
        }
        Appended::Overtaken { .. } => words.get("desk_overtaken").to_owned(),
        Appended::NotAllowed(NotAllowed::TooEarly(until)) => {
            words.fill("desk_too_early", &[("day", &words.date(until))])
        }
        Appended::NotAllowed(_) | Appended::Unknown => words.get("desk_not_now").to_owned(),
    };
    // As it is now, with what was typed still there.
    let now = asked.look(move |store| store.matter(&agency, &id)).await?;
    let current = now.unwrap_or(stored);
    back(asked, seat, current, fields, StatusCode::CONFLICT, fault).await
}

/// The page again, with what was typed.
async fn back(
    asked: Asked<'_>,
    seat: &Seat,
    stored: StoredMatter,
    fields: &Fields,
    status: StatusCode,
    fault: String,
) -> Result<Reply, Reply> {
    let typed = |name| value(fields, name).to_owned();
    let typed = Typed {
        form: typed("viec"),
        words: typed("words"),
        body: typed("body"),
        contact: typed("contact"),
        number: typed("number"),
    };
    matter::page(asked, seat, stored, status, Shown { open: false, fault, typed }).await
}
