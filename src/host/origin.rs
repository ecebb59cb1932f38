//! Whether a form was sent from a page of ours. No account and no cookie is at stake here, but nobody's
//! browser is to rate a counter because its owner looked at some other site.
//!
//! A browser names the origin of the page in `Origin`, and in `Sec-Fetch-Site` how that page is related to us.
//! Neither has to be there: old phones send none, and the web view of a chat program or a page opened from a file
//! sends `null`. What says nothing is let through; what says "elsewhere" is not.

use actix_web::http::header::{HOST, ORIGIN};

use super::address;
use super::visit::Visit;

/// Whether the form comes from a page of another site.
pub(super) fn is_foreign(visit: Visit<'_>) -> bool {
    // Several fields, or signs that no origin has, are nothing that a browser sends.
    let mut origins = visit.request.headers().get_all(ORIGIN);
    match (origins.next(), origins.next()) {
        (Some(origin), None) if origin != "null" => {
            !origin.to_str().is_ok_and(|origin| is_ours(visit, origin))
        }
        (_, Some(_)) => true,
        // A frame without an origin of its own says `null` too, so then the relation decides.
        _ => visit.header("sec-fetch-site").is_some_and(|site| site.trim() == "cross-site"),
    }
}

/// Whether a form was sent from a page of the very host that is asked, as the browser says. An account is at stake, so
/// what says nothing is not let through: every browser of the last years says one or the other.
pub(super) fn is_from_here(visit: Visit<'_>) -> bool {
    let mut origins = visit.request.headers().get_all(ORIGIN);
    let called = visit.header(HOST).unwrap_or_default();
    let is_own = |origin: &str| {
        let site = address::origin_of(&visit.posted.desk.site.base_url);
        origin.eq_ignore_ascii_case(site)
            || (origin.contains("://") && address::host_of(origin).eq_ignore_ascii_case(called))
    };
    let origin = match (origins.next(), origins.next()) {
        (None, _) => None,
        (Some(origin), None) => Some(origin.to_str().is_ok_and(is_own)),
        (Some(_), Some(_)) => Some(false),
    };
    match (visit.header("sec-fetch-site").map(str::trim), origin) {
        (Some("same-origin"), origin) => origin.unwrap_or(true),
        (Some(_), _) => false,
        (None, origin) => origin.unwrap_or(false),
    }
}

/// The site, the address that print carries, the endpoint for ratings, or the host as it was called.
fn is_ours(visit: Visit<'_>, origin: &str) -> bool {
    let site = &visit.posted.desk.site;
    let known = [Some(&site.base_url), Some(&site.print_origin), site.feedback.as_ref()];
    let mut known = known.into_iter().flatten().map(|url| address::origin_of(url));
    let called = visit.header(HOST).unwrap_or_default();
    known.any(|known| known.eq_ignore_ascii_case(origin))
        || (origin.contains("://") && address::host_of(origin).eq_ignore_ascii_case(called))
}
