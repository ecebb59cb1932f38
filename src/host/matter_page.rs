//! The pages on which something is brought to an agency: which way is the right one, the forms, and thanks.

use actix_web::http::StatusCode;
use actix_web::http::header::REFERER;

use super::matter_scene::{MatterFormScene, MatterScene, MatterWhy};
use super::reply::Reply;
use super::scene::Scene;
use super::scene_reply::{nothing_at, scene};
use super::sent_form::allow_site;
use super::visit::Visit;
use super::{address, local_day};
use crate::catalogue::agency::PetitionPath;
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::matter::{MatterClaim, MatterKind, TrackingCode, field};
use crate::feedback::{Rejection, Stamp, written_edition};
use crate::publication::{Listing, MatterPlace};
use crate::text::{Language, Slug};

/// The segment before the claim in the address of a page of thanks.
const THANKS: &str = "da-gui";

/// The page at `path`, or that nothing lies there.
pub(super) fn reply(
    visit: Visit<'_>,
    path: &str,
    language: Option<Language>,
    kind: MatterKind,
    rest: &str,
) -> Reply {
    let language = language.unwrap_or(visit.binding());
    let own = Own { visit, language, kind };
    allow_site(visit, own.at(rest).unwrap_or_else(|| nothing_at(visit, path)))
}

/// Whether a place takes this kind of matter here.
pub(super) fn is_taken(place: &MatterPlace, kind: MatterKind) -> bool {
    kind != MatterKind::Petition || place.petitions == PetitionPath::Desk
}

/// Which way is the right one to an agency that takes petitions elsewhere.
pub(super) fn elsewhere(visit: Visit<'_>, place: &MatterPlace, language: Language) -> Reply {
    let guide = MatterScene::Guide { place: Some(place), choose: None };
    scene(visit, StatusCode::OK, &Scene::Matter(guide), language)
}

/// A key and a stamp for one visit to a page.
pub(super) fn fresh_key(visit: Visit<'_>, kind: MatterKind, agency: &Slug) -> (String, String) {
    let key = visit.reception.draw_key();
    let stamp = Stamp::sign_for_matter(&visit.reception.secret, kind, agency, &key, visit.now);
    (key.to_string(), stamp.to_string())
}

/// The way to the page of thanks.
pub(super) fn thanks_address(
    visit: Visit<'_>,
    language: Language,
    (kind, agency): (MatterKind, &Slug),
    claim: &MatterClaim,
) -> String {
    let tag = match language {
        language if language == visit.binding() => String::new(),
        language => format!("/{language}"),
    };
    let word = crate::theme::context::MatterLinks::word(kind);
    let claim = claim.write(&visit.reception.secret, kind, agency);
    format!("{}{tag}/{word}/{agency}/{THANKS}/{claim}", visit.base())
}

/// Whose page it is.
#[derive(Clone, Copy)]
struct Own<'a> {
    visit: Visit<'a>,
    language: Language,
    kind: MatterKind,
}

impl<'a> Own<'a> {
    fn at(self, rest: &str) -> Option<Reply> {
        let desk = &self.visit.posted.desk;
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        match (self.kind, parts.as_slice()) {
            (MatterKind::PageError, []) => Some(self.page_error()),
            (_, []) => Some(self.guide(None, None)),
            (MatterKind::Report, ["thu-tuc", code]) => {
                Some(self.guide(None, Some(self.listing(code)?)))
            }
            (_, [agency]) => Some(self.form(desk.matters.place(agency)?, Vec::new())),
            (_, [agency, "thu-tuc", code]) => {
                let about = self.about(self.listing(code)?);
                Some(self.form(desk.matters.place(agency)?, about))
            }
            (_, [agency, "quay", counter]) => {
                let place = desk.matters.place(agency)?;
                desk.counter(&place.agency, counter)?;
                let about = vec![(field::COUNTER.to_owned(), (*counter).to_owned())];
                Some(self.form(place, about))
            }
            (_, [agency, THANKS, claim]) => self.thanks(desk.matters.place(agency)?, claim),
            _ => None,
        }
    }

    fn guide(self, place: Option<&MatterPlace>, choose: Option<&Listing>) -> Reply {
        let guide = MatterScene::Guide { place, choose };
        scene(self.visit, StatusCode::OK, &Scene::Matter(guide), self.language)
    }

    /// A form for an agency with what it is about; where it takes no petitions here, the way to where it does.
    fn form(self, place: &MatterPlace, about: Vec<(String, String)>) -> Reply {
        let Self { visit, language, kind } = self;
        if !is_taken(place, kind) {
            return elsewhere(visit, place, language);
        }
        let (key, stamp) = fresh_key(visit, kind, &place.agency);
        let rejection = Rejection { fields: Vec::new(), filled: about };
        let form = MatterFormScene {
            kind,
            place,
            rejection: &rejection,
            key: &key,
            stamp: &stamp,
            why: MatterWhy::Fresh,
        };
        scene(visit, StatusCode::OK, &Scene::Matter(MatterScene::Form(form)), language)
    }

    fn listing(self, code: &str) -> Option<&'a Listing> {
        self.visit.posted.desk.posted(&ProcedureCode::parse(code).ok()?)
    }

    /// The edition of a listing that is shown today, as a form sends it along.
    fn about(self, listing: &Listing) -> Vec<(String, String)> {
        let today = local_day::of(self.visit.now).0;
        let Some(edition) = listing.shown_edition(today) else { return Vec::new() };
        vec![
            (field::PROCEDURE.to_owned(), listing.code.as_str().to_owned()),
            (field::EDITION.to_owned(), written_edition(edition.mark)),
        ]
    }

    /// The form for a page that is wrong: the one from which the link was followed, and the agency whose it is.
    fn page_error(self) -> Reply {
        let matters = &self.visit.posted.desk.matters;
        let page = self.visit.header(REFERER).and_then(|referer| page_of(self.visit, referer));
        let agency = page.as_deref().and_then(|page| {
            let page = page.split_once("don-vi/")?.1;
            matters.place(page.split(['/', '.']).next()?)
        });
        let common = matters.common.as_ref().and_then(|agency| matters.place(agency.as_str()));
        let Some(place) = agency.or(common) else { return self.guide(None, None) };
        let filled = page.map(|page| (field::PAGE.to_owned(), page));
        self.form(place, filled.into_iter().collect())
    }

    /// The page of thanks under a claim. How it is due is counted anew from the time that the claim tells.
    fn thanks(self, place: &MatterPlace, claim: &str) -> Option<Reply> {
        let Self { visit, language, kind } = self;
        let (desk, secret) = (&visit.posted.desk, &visit.reception.secret);
        let claim = MatterClaim::read(claim, secret, kind, &place.agency)?;
        let dues = desk.site.time_limits.dues(kind, &desk.matters.time(place), claim.at);
        let code = claim.is_good(visit.now).then(|| TrackingCode::of(secret, &claim.key).grouped());
        let thanks = MatterScene::Thanks { place, kind, dues, code };
        Some(scene(visit, StatusCode::OK, &Scene::Matter(thanks), language))
    }
}

/// The address of a page of ours, below the root of the site; none for a page that was made for one visitor, whose
/// address may hold what is not to be repeated.
fn page_of(visit: Visit<'_>, referer: &str) -> Option<String> {
    let (_, after) = referer.split_once("://")?;
    let (_, path) = after.split_once('/')?;
    let path = format!("/{}", path.split(['?', '#']).next()?);
    let path = address::decode(&path, visit.base())?.into_owned();
    let built = path.is_empty() || path.rsplit_once('.').is_some_and(|(_, end)| end == "html");
    (built && path.chars().count() <= 200).then_some(path)
}
