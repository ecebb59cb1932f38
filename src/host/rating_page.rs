//! The page behind a printed code. A code never dies: whatever its state, whoever scans it reads where he
//! stands and what to do, and is never sent on unasked.

use actix_web::http::StatusCode;

use super::reply::Reply;
use super::scene::Scene;
use super::scene_reply::{failure, scene};
use super::visit::Visit;
use super::{entry_reply, local_day};
use crate::catalogue::PrintedCode;
use crate::publication::{PageAddress, RatingPlace};
use crate::text::Language;

/// The page of a code as it was typed; `rest` is what follows it in the path.
pub(super) fn reply(visit: Visit<'_>, code: &str, rest: &str) -> Reply {
    let Some(language) = language_of(visit, rest) else {
        return failure(visit, StatusCode::NOT_FOUND, None);
    };
    let spoken = language.unwrap_or(visit.binding());
    let Ok(code) = PrintedCode::parse(code) else { return unknown(visit, None, spoken) };
    // The desk is asked first: a withdrawn code has a page too, but its answer is 410.
    let place = match place(visit, code, spoken) {
        Ok(place) => place,
        Err(refusal) => return refusal,
    };
    let path = PageAddress::Rating { code }.path(language);
    match visit.posted.release.find(&path, local_day::of(visit.now)) {
        Some(entry) => entry_reply::reply(visit, &entry, Some(&code)),
        None => failure(visit, StatusCode::NOT_FOUND, Some(place)),
    }
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

/// The language that the end of the path names: `Some(None)` for the one that binds, none for an end
/// that names no page.
#[allow(clippy::option_option, reason = "no page and no language of its own differ")]
fn language_of(visit: Visit<'_>, rest: &str) -> Option<Option<Language>> {
    let stem = rest.strip_suffix(".html").unwrap_or(rest);
    if stem.is_empty() || stem.eq_ignore_ascii_case("index") {
        return Some(None);
    }
    visit.other_language(stem).map(Some)
}
