//! The page after a rating was kept. It asks no store: its address carries the claim on the rating, signed,
//! and from that follow the receipt, what was tapped and what can still be done.
//!
//! The claim stands in the path, so the page is kept by nobody and its links tell nobody where they were
//! followed from. When the windows are over, the address opens no more than thanks and a receipt.

use actix_web::http::StatusCode;

use super::reply::{NO_STORE, Reply};
use super::scene::{Scene, ThanksScene, TicketWhy};
use super::scene_reply::{nothing_at, scene};
use super::sent_form::{SentForm, allow_site};
use super::visit::Visit;
use crate::catalogue::PrintedCode;
use crate::feedback::{ADD_WINDOW, Claim, Part, REPLACE_WINDOW, Receipt, Rejection, Survey, field};
use crate::publication::RatingPlace;
use crate::text::Language;
use crate::theme::context::ThanksNote;

/// What became of the last thing that was sent, as the address says it.
const NOTES: [(&str, ThanksNote); 4] = [
    ("da-doi", ThanksNote::Replaced),
    ("het-gio", ThanksNote::TooLateToReplace),
    ("da-them", ThanksNote::Added),
    ("da-xac-nhan", ThanksNote::Verified),
];

/// The end of the address at which the one-time code for a rating that was kept openly is typed.
const TICKET: &str = "ma";

/// The page at `/cam-on/CODE/SURVEY/CLAIM/PAGE`, or with `/ma` behind it the one that asks for a one-time
/// code; or that nothing lies at `path`.
pub(super) fn reply(
    visit: Visit<'_>,
    path: &str,
    language: Option<Language>,
    code: &str,
    rest: &str,
) -> Reply {
    let language = language.unwrap_or(visit.binding());
    let (rest, asks) = match rest.strip_suffix(TICKET).and_then(|rest| rest.strip_suffix('/')) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let Some((place, survey, claim, page)) = read(visit, code, rest) else {
        return nothing_at(visit, path);
    };
    let query = visit.request.uri().query();
    let note = NOTES.into_iter().find(|(word, _)| query == Some(*word)).map(|(_, note)| note);
    let own = Own { visit, place, survey, language };
    if asks && own.may_verify(&claim) {
        return allow_site(visit, own.ask_for_ticket(&claim, page));
    }
    allow_site(visit, own.page(&claim, page, StatusCode::OK, None, note))
}

fn read<'a>(
    visit: Visit<'a>,
    code: &str,
    rest: &str,
) -> Option<(&'a RatingPlace, &'a Survey, Claim, usize)> {
    let place = visit.posted.desk.place(&PrintedCode::parse(code).ok()?)?;
    let mut parts = rest.split('/');
    let survey = visit.posted.desk.offered_survey(parts.next()?)?;
    let secret = &visit.reception.secret;
    let claim = Claim::read(parts.next()?, secret, &place.code, &survey.id)?;
    let page = parts.next().map_or(Some(1), |page| page.parse().ok())?;
    parts.next().is_none().then_some((place, survey, claim, page))
}

/// The claim that a form carries, if it is ours and for this code and survey.
pub(super) fn claim_of(form: SentForm<'_>, text: &str) -> Option<Claim> {
    Claim::read(text, &form.visit.reception.secret, &form.place.code, &form.survey.id)
}

/// The way to the page, at the survey's page `page`.
pub(super) fn way(
    form: SentForm<'_>,
    claim: &Claim,
    page: usize,
    note: Option<ThanksNote>,
) -> Reply {
    let SentForm { visit, place, survey, language, .. } = form;
    let address = Own { visit, place, survey, language }.address(claim, page);
    let word = NOTES.into_iter().find(|(_, own)| note == Some(*own)).map(|(word, _)| word);
    let note = word.map(|word| format!("?{word}")).unwrap_or_default();
    Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &format!("{address}{note}"))
}

/// The page with a form that was sent and could not be taken.
pub(super) fn again(
    form: SentForm<'_>,
    claim: &Claim,
    page: usize,
    status: StatusCode,
    rejection: &Rejection,
    note: Option<ThanksNote>,
) -> Reply {
    let SentForm { visit, place, survey, language, .. } = form;
    Own { visit, place, survey, language }.page(claim, page, status, Some(rejection), note)
}

/// Whose page it is.
#[derive(Clone, Copy)]
struct Own<'a> {
    visit: Visit<'a>,
    place: &'a RatingPlace,
    survey: &'a Survey,
    language: Language,
}

impl Own<'_> {
    /// Where the page lies.
    fn address(self, claim: &Claim, page: usize) -> String {
        let Self { visit, place, survey, language } = self;
        let tag = match language {
            language if language == visit.binding() => String::new(),
            language => format!("/{language}"),
        };
        let (base, code, survey) = (visit.base(), place.code, &survey.id);
        let claim = claim.write(&visit.reception.secret, &code, survey);
        format!("{base}{tag}/cam-on/{code}/{survey}/{claim}/{page}")
    }

    /// Whether something can still be added. A survey that has changed since asks other questions.
    fn is_open(self, claim: &Claim) -> bool {
        let age = self.visit.now.saturating_sub(claim.at);
        claim.version == self.survey.version && age <= ADD_WINDOW
    }

    /// Whether a one-time code can still verify the rating, as far as its holder knows.
    fn may_verify(self, claim: &Claim) -> bool {
        self.is_open(claim) && !claim.verified
    }

    fn ask_for_ticket(self, claim: &Claim, page: usize) -> Reply {
        let Self { visit, place, survey, language } = self;
        let claim = claim.write(&visit.reception.secret, &place.code, &survey.id);
        let mut fields = vec![
            (field::LANGUAGE.to_owned(), language.tag().to_owned()),
            (field::SURVEY.to_owned(), survey.id.to_string()),
            (field::VERSION.to_owned(), survey.version.to_string()),
            (field::CLAIM.to_owned(), claim),
        ];
        // Behind the last page there is no part to come back to.
        if (1..=survey.pages().len()).contains(&page) {
            fields.push((field::PART.to_owned(), Part::Page(page).written()));
        }
        let asked =
            Scene::Ticket { place, fields: &fields, ticket: "", why: TicketWhy::Asked, kept: true };
        scene(visit, StatusCode::OK, &asked, language)
    }

    fn page(
        self,
        claim: &Claim,
        page: usize,
        status: StatusCode,
        rejection: Option<&Rejection>,
        note: Option<ThanksNote>,
    ) -> Reply {
        let Self { visit, place, survey, language } = self;
        let secret = &visit.reception.secret;
        let age = visit.now.saturating_sub(claim.at);
        // What is too late is not asked. What was typed already stays on the page in any case.
        let open = self.is_open(claim);
        let verify = format!("{}/{TICKET}", self.address(claim, page));
        let exists = (1..=survey.pages().len()).contains(&page);
        let thanks = Scene::Thanks(ThanksScene {
            place,
            survey,
            receipt: &Receipt::of(secret, &claim.key).grouped(),
            claim: &claim.write(secret, &place.code, &survey.id),
            chosen: claim.chosen,
            can_replace: claim.version == survey.version && age <= REPLACE_WINDOW,
            verify: Some(verify.as_str()).filter(|_| self.may_verify(claim)),
            next: Some(page).filter(|_| exists && (open || rejection.is_some())),
            note,
            rejection,
        });
        scene(visit, status, &thanks, language)
    }
}
