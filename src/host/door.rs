//! The one service behind every address: guard, route, answer, safety headers, tally, log. There is no
//! second way in, so what is done here is done for every request.

use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};

use super::class::Class;
use super::found::{Found, find};
use super::line::Way;
use super::reception::Reception;
use super::reply::Reply;
use super::route::Route;
use super::scene_reply::{failure, nothing_at};
use super::visit::Visit;
use super::{
    address, entry_reply, guard, health_reply, local_day, matter_page, matter_post, office,
    rating_page, rating_post, safety, search_page, sent_on, thanks, tracking, watched,
};

/// Answers a request.
pub(super) async fn answer(
    reception: &Reception,
    way: Way,
    request: &HttpRequest,
    payload: web::Payload,
) -> HttpResponse {
    let posted = reception.board.posted();
    let now = (reception.clock)();
    let visit = Visit { reception, posted: &posted, request, way, now };
    let (class, reply) = route(visit, payload).await;
    reception.tally.request(class, reply.status());
    let millis = (reception.clock)() - now;
    reception.tally.took(millis);
    tracing::info!(
        method = method_word(request.method()),
        class = class.word(),
        status = reply.status().as_u16(),
        bytes = if request.method() == Method::HEAD { 0 } else { reply.length() },
        millis,
        "request"
    );
    let mut response = reply.into_response();
    let policy = if class == Class::Desk { &posted.desk_policy } else { &posted.policy };
    match &reception.watched {
        Some(_) => safety::add(&mut response, &watched::policy(policy)),
        None => safety::add(&mut response, policy),
    }
    if visit.is_secure() && visit.is_site_secure() {
        safety::add_https(&mut response, &reception.https);
    }
    response
}

async fn route(visit: Visit<'_>, payload: web::Payload) -> (Class, Reply) {
    if let Some(status) = guard::stops(visit) {
        return (Class::Stopped, failure(visit, status, None).closing());
    }
    if let Way::SentOn(port) = visit.way {
        return (Class::Stopped, sent_on::reply(visit, port));
    }
    let path = address::decode(visit.request.uri().path(), visit.base());
    let route = path.as_deref().map(|path| Route::of(path, &visit.posted.desk.site.languages));
    if let Some(Route::Desk { language, rest }) = route {
        return (Class::Desk, Box::pin(office::answer(visit, language, rest, payload)).await);
    }
    if let (Some(watched), Some(watched::PATH)) = (&visit.reception.watched, path.as_deref()) {
        return (Class::Watch, Box::pin(watched::reply(visit, watched)).await);
    }
    match (visit.request.method(), route) {
        (&Method::POST, Some(Route::Rating { code, .. })) => {
            // In a box of its own: what a form needs on its way would else be made room for, and moved, in every
            // request for a page.
            let posting = Box::pin(rating_post::reply(visit, code, payload));
            (Class::RatingPost, posting.await)
        }
        (&Method::POST, Some(Route::Matter { language, kind, rest })) => {
            let posting = Box::pin(matter_post::reply(visit, language, kind, rest, payload));
            (Class::MatterPost, posting.await)
        }
        (&Method::POST, Some(Route::Tracking { language })) => {
            let looking = Box::pin(tracking::reply(visit, language, payload));
            (Class::Tracking, looking.await)
        }
        (&Method::GET | &Method::HEAD, Some(Route::Metrics))
            if health_reply::may_be_read(visit) =>
        {
            (Class::Watch, Box::pin(health_reply::metrics(visit)).await)
        }
        (&Method::GET | &Method::HEAD, Some(route)) => {
            read(visit, route, path.as_deref().unwrap_or_default())
        }
        (&Method::GET | &Method::HEAD, None) => (Class::Page, nothing_at(visit, "")),
        (_, route) => {
            let forms = |route| {
                matches!(
                    route,
                    Route::Rating { .. } | Route::Matter { .. } | Route::Tracking { .. }
                )
            };
            let may_post = route.is_some_and(forms);
            (Class::Stopped, not_allowed(visit, may_post))
        }
    }
}

fn read(visit: Visit<'_>, route: Route<'_>, path: &str) -> (Class, Reply) {
    match route {
        Route::Rating { code, rest } => (Class::RatingPage, rating_page::reply(visit, code, rest)),
        Route::Health => (Class::Watch, health_reply::health(visit)),
        Route::Metrics => (Class::Stopped, nothing_at(visit, path)),
        Route::Thanks { language, code, rest } => {
            (Class::Thanks, thanks::reply(visit, path, language, code, rest))
        }
        Route::Matter { language, kind, rest } => {
            (Class::MatterPage, matter_page::reply(visit, path, language, kind, rest))
        }
        Route::Tracking { language } => (Class::Tracking, tracking::page(visit, language)),
        Route::Search { language } => (Class::Search, search_page::reply(visit, language)),
        Route::Page | Route::Desk { .. } => (Class::Page, page(visit, path)),
    }
}

/// What lies at a path of the release.
fn page(visit: Visit<'_>, path: &str) -> Reply {
    match find(&visit.posted.release, path, local_day::of(visit.now)) {
        Found::Entry(entry) => entry_reply::reply(visit, &entry, None),
        Found::Moved(to) => {
            let query = visit.request.uri().query().map(|query| format!("?{query}"));
            let base = visit.base();
            let to = format!("{base}/{}{}", address::encode(&to), query.unwrap_or_default());
            Reply::moved(StatusCode::MOVED_PERMANENTLY, "no-cache", &to)
        }
        Found::Nothing => nothing_at(visit, path),
    }
}

/// Pages are read; only forms are sent.
fn not_allowed(visit: Visit<'_>, may_post: bool) -> Reply {
    let allowed = if may_post { "GET, HEAD, POST" } else { "GET, HEAD" };
    failure(visit, StatusCode::METHOD_NOT_ALLOWED, None)
        .with(ALLOW, HeaderValue::from_static(allowed))
        .closing()
}

/// A method for the log; a made-up one is not repeated there.
fn method_word(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        _ => "other",
    }
}
