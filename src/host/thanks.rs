//! The page with the receipt. It looks nothing up: whoever has the address has the receipt, and the page
//! says nothing else.

use actix_web::http::StatusCode;

use super::rating_post::allow_site;
use super::reply::Reply;
use super::scene::Scene;
use super::scene_reply::{nothing_at, scene};
use super::visit::Visit;
use crate::catalogue::PrintedCode;
use crate::feedback::Receipt;
use crate::text::Language;

/// The page, or that nothing lies at `path` where the code is none of ours or the receipt cannot be one.
pub(super) fn reply(
    visit: Visit<'_>,
    path: &str,
    language: Option<Language>,
    code: &str,
    receipt: &str,
) -> Reply {
    let place = PrintedCode::parse(code).ok().and_then(|code| visit.posted.desk.place(&code));
    let (Some(place), Some(receipt)) = (place, Receipt::parse(receipt)) else {
        return nothing_at(visit, path);
    };
    let thanks = Scene::Thanks { place, receipt: &receipt.grouped() };
    let language = language.unwrap_or(visit.binding());
    allow_site(visit, scene(visit, StatusCode::OK, &thanks, language))
}
