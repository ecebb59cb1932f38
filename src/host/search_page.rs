//! The page on which procedures are looked for without a script: the same list and the same rules as in the browser.
//! What was asked stands in no log and is not kept.

use std::sync::OnceLock;

use actix_web::http::StatusCode;

use super::form_body;
use super::reply::Reply;
use super::scene::{Scene, SearchScene};
use super::scene_reply::{failure, scene};
use super::visit::Visit;
use crate::release::{Coding, Day, OpenRelease};
use crate::search::{Found, List, pointer};
use crate::text::Language;
use crate::theme::context::SearchField;

/// The most procedures that one page shows.
const SHOWN: usize = 20;

/// The lists of a release, each read when somebody first asks.
#[derive(Debug)]
pub(super) struct SearchLists(Vec<(Language, OnceLock<Option<Searched>>)>);

/// A list and where browsers find it.
#[derive(Debug)]
pub(super) struct Searched {
    pub(super) path: String,
    pub(super) list: List,
}

impl SearchLists {
    pub(super) fn new(languages: &[Language]) -> Self {
        Self(languages.iter().map(|language| (*language, OnceLock::new())).collect())
    }

    /// The list of a language; none in a release that holds none or a list that cannot be read.
    fn get(&self, release: &OpenRelease, language: Language) -> Option<&Searched> {
        let (_, list) = self.0.iter().find(|(own, _)| *own == language)?;
        list.get_or_init(|| read(release, language)).as_ref()
    }
}

fn read(release: &OpenRelease, language: Language) -> Option<Searched> {
    let text = |view: crate::release::EntryView<'_>| {
        let body = release.body(view.bodies.get(Coding::Identity)?)?;
        String::from_utf8(body.to_vec()).ok()
    };
    let path = text(release.index().internal(&pointer(language))?)?;
    let list = text(release.find(&path, Day(i32::MAX))?)?;
    match List::parse(&list) {
        Ok(list) => Some(Searched { path, list }),
        Err(error) => {
            let cause = error.to_string();
            tracing::error!(cause, path, "cannot search: the list of this release is at fault");
            None
        }
    }
}

/// Answers a question.
pub(super) fn reply(visit: Visit<'_>, language: Option<Language>) -> Reply {
    let posted = visit.posted;
    let language = language.unwrap_or(visit.binding());
    let Some(Searched { path, list }) = posted.search.get(&posted.release, language) else {
        return failure(visit, StatusCode::NOT_FOUND, None);
    };
    let fields = form_body::read(visit.request.uri().query().unwrap_or_default().as_bytes());
    let Ok(fields) = fields else { return failure(visit, StatusCode::BAD_REQUEST, None) };
    let query = fields.iter().find(|(name, _)| name == "q");
    let query = SearchField::cut(query.map_or("", |(_, value)| value.trim()));
    let Found { hits, near } = list.find(&query);
    let shown = hits.iter().take(SHOWN).map(|at| (list.code(*at), list.name(*at)));
    let shown = SearchScene {
        list: format!("{}/{path}", visit.base()),
        query,
        found: hits.len(),
        near,
        shown: shown.collect(),
    };
    scene(visit, StatusCode::OK, &Scene::Search(shown), language)
}
