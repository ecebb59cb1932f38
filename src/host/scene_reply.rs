//! Pages made at run time as answers. Should a page itself fail to render, the reader still gets a line
//! in both languages and the operator the whole chain.

use actix_web::http::StatusCode;

use super::entry_reply::{made_for_one, not_found};
use super::reply;
use super::reply::{NO_STORE, Reply};
use super::scene::Scene;
use super::visit::Visit;
use crate::publication::{PageAddress, RatingPlace};
use crate::text::Language;

/// What is said when even the page for errors cannot be made.
const LAST_RESORT: &str = "Máy chủ gặp lỗi, xin thử lại sau.\n\
     The server has a problem; please try again later.\n";

/// A scene with this status.
pub(super) fn scene(
    visit: Visit<'_>,
    status: StatusCode,
    scene: &Scene<'_>,
    language: Language,
) -> Reply {
    let posted = visit.posted;
    match posted.pages.page(&posted.desk, scene, language, &visit.home()) {
        Ok(page) => made_for_one(visit, status, reply::HTML, page),
        Err(error) => {
            let cause = error.to_string();
            tracing::error!(cause, "cannot render a page: the theme of this release is at fault");
            let status =
                if status.is_success() { StatusCode::INTERNAL_SERVER_ERROR } else { status };
            Reply::new(status, "text/plain; charset=utf-8", NO_STORE, LAST_RESORT)
        }
    }
}

/// The page for a request that cannot be answered.
pub(super) fn failure(visit: Visit<'_>, status: StatusCode, place: Option<&RatingPlace>) -> Reply {
    let shown = Scene::Failure { status: status.as_u16(), place };
    scene(visit, status, &shown, visit.language())
}

/// Nothing lies at this path: the site's own page says so, in the language of the path.
pub(super) fn nothing_at(visit: Visit<'_>, path: &str) -> Reply {
    let language = visit.other_language(path.split('/').next().unwrap_or_default());
    not_found(visit, &PageAddress::NotFound.path(language))
        .or_else(|| not_found(visit, &PageAddress::NotFound.path(None)))
        .unwrap_or_else(|| failure(visit, StatusCode::NOT_FOUND, None))
}
