//! The pages behind a printed code. A code never dies: whatever its state, whoever scans it reads where he
//! stands and what to do, and is never sent on unasked.

use actix_web::http::StatusCode;

use super::rating_way::RatingWay;
use super::reply::Reply;
use super::scene::{FormScene, Scene, Why};
use super::scene_reply::{failure, scene};
use super::visit::Visit;
use super::{entry_reply, local_day};
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::{Key, Mode, OneTimeCode, Part, Reason, Rejection, Stamp, Survey, field};
use crate::publication::{PageAddress, RatingPlace};
use crate::text::Language;

/// The page of a code as it was typed; `rest` is what follows it in the path.
pub(super) fn reply(visit: Visit<'_>, code: &str, rest: &str) -> Reply {
    let others = visit.posted.desk.site.languages.get(1..).unwrap_or_default();
    let Some((language, way)) = RatingWay::of(rest, others) else {
        return failure(visit, StatusCode::NOT_FOUND, None);
    };
    let spoken = language.unwrap_or(visit.binding());
    let Ok(code) = PrintedCode::parse(code) else { return unknown(visit, None, spoken) };
    // The desk is asked first: a withdrawn code has a page too, but its answer is 410.
    let place = match place(visit, code, spoken) {
        Ok(place) => place,
        Err(refusal) => return refusal,
    };
    let opened = match way {
        RatingWay::Built => {
            let path = PageAddress::Rating { code }.path(language);
            let entry = visit.posted.release.find(&path, local_day::of(visit.now));
            entry.map(|entry| entry_reply::reply(visit, &entry, Some(&code)))
        }
        RatingWay::Choose => {
            let choose = Scene::ChooseProcedure { place };
            Some(scene(visit, StatusCode::OK, &choose, spoken))
        }
        RatingWay::Survey { id, page } => Fresh { visit, place, spoken }.survey(id, page),
        RatingWay::About(procedure) => Fresh { visit, place, spoken }.about(&procedure),
        RatingWay::Slip(slip) => Fresh { visit, place, spoken }.slip(&slip),
    };
    opened.unwrap_or_else(|| failure(visit, StatusCode::NOT_FOUND, Some(place)))
}

/// Where a code stands, or the page that says why it opens no rating.
pub(super) fn place(
    visit: Visit<'_>,
    code: PrintedCode,
    language: Language,
) -> Result<&RatingPlace, Reply> {
    match visit.posted.desk.place(&code) {
        None => Err(unknown(visit, Some(code), language)),
        Some(place) if place.retired => {
            Err(scene(visit, StatusCode::GONE, &Scene::RetiredCode { place }, language))
        }
        Some(place) => Ok(place),
    }
}

/// The page for a code that nobody printed.
pub(super) fn unknown(visit: Visit<'_>, code: Option<PrintedCode>, language: Language) -> Reply {
    scene(visit, StatusCode::NOT_FOUND, &Scene::UnknownCode { code }, language)
}

/// The way on which the address says that it was opened: `?web` from a link of the site, `?kiosk` on a
/// device of the hall. The printed symbol says nothing.
pub(super) fn mode(visit: Visit<'_>) -> Mode {
    let query = visit.request.uri().query().unwrap_or_default();
    let said = query.split('&').find_map(Mode::parse);
    said.filter(|mode| matches!(mode, Mode::Web | Mode::Kiosk)).unwrap_or(Mode::Qr)
}

/// A fresh key and the signed time.
pub(super) fn fresh_key(visit: Visit<'_>, code: PrintedCode) -> (String, String) {
    let key: Key = visit.reception.draw_key();
    let stamp = Stamp::sign(&visit.reception.secret, &code, &key, visit.now);
    (key.to_string(), stamp.to_string())
}

/// A one-time code that is good at another counter is said to be so.
pub(super) fn refine(visit: Visit<'_>, slip: &str, reason: Reason) -> Reason {
    let Some(slip) = OneTimeCode::parse(slip).filter(|_| reason == Reason::TicketForged) else {
        return reason;
    };
    let secret = &visit.reception.secret;
    let today = local_day::of(visit.now).0;
    let places = &visit.posted.desk.places;
    let elsewhere = places.iter().any(|place| slip.prove(secret, &place.code, today).is_ok());
    if elsewhere { Reason::TicketElsewhere } else { reason }
}

/// A form made for this visit alone.
#[derive(Clone, Copy)]
struct Fresh<'a> {
    visit: Visit<'a>,
    place: &'a RatingPlace,
    spoken: Language,
}

impl Fresh<'_> {
    fn survey(self, id: &str, page: &str) -> Option<Reply> {
        let survey = self.visit.posted.desk.offered_survey(id)?;
        let part = if page.is_empty() { survey.first_part() } else { survey.part(page)? };
        Some(self.form(survey, part, Vec::new(), None))
    }

    fn about(self, procedure: &ProcedureCode) -> Option<Reply> {
        let desk = &self.visit.posted.desk;
        let listing = desk.listing(self.place, procedure)?;
        let mark = listing.shown(local_day::of(self.visit.now).0)?;
        let fields = vec![
            (field::PROCEDURE.to_owned(), listing.code.as_str().to_owned()),
            (field::EDITION.to_owned(), field::written_edition(mark)),
        ];
        let survey = desk.counter_survey()?;
        Some(self.form(survey, survey.first_part(), fields, None))
    }

    fn slip(self, slip: &OneTimeCode) -> Option<Reply> {
        let today = local_day::of(self.visit.now).0;
        let Self { visit, place, .. } = self;
        let survey = visit.posted.desk.counter_survey()?;
        let crowd = &visit.reception.crowd;
        let unproved = vec![(field::TICKET.to_owned(), slip.grouped())];
        let (fields, wrong) = match crowd.may_try(visit.client(), place.code, visit.now) {
            // It is filled in and looked at when it is sent. That tells nobody whether it is good.
            Err(wait) => {
                visit.reception.tally.not_looked_at(wait.reason);
                (unproved, None)
            }
            Ok(taken) => match slip.prove(&visit.reception.secret, &place.code, today) {
                Ok(_) => {
                    crowd.give_back(&taken);
                    (unproved, None)
                }
                Err(error) => (Vec::new(), Some(refine(visit, slip.as_str(), error.into()))),
            },
        };
        Some(self.form(survey, survey.first_part(), fields, wrong))
    }

    fn form(
        self,
        survey: &Survey,
        part: Part,
        fields: Vec<(String, String)>,
        ticket: Option<Reason>,
    ) -> Reply {
        let (key, stamp) = fresh_key(self.visit, self.place.code);
        let (mut fields, mode) = (fields, mode(self.visit));
        fields.push((field::MODE.to_owned(), mode.word().to_owned()));
        let blank = Rejection { fields: Vec::new(), filled: fields };
        let form = Scene::Form(FormScene {
            place: self.place,
            survey,
            part,
            rejection: &blank,
            key: &key,
            stamp: &stamp,
            why: Why::Fresh { ticket },
        });
        scene(self.visit, StatusCode::OK, &form, self.spoken)
    }
}
