//! Strong tags of bodies: the mark of the plain body, and a letter for the coding, because two codings
//! of a page are two rows of bytes.

use actix_web::http::header::{HeaderMap, HeaderValue, IF_NONE_MATCH, IF_RANGE};

use crate::release::{Coding, Mark};

/// The tag of a body, with its quotes.
pub(super) fn tag(mark: Mark, coding: Coding) -> String {
    match coding {
        Coding::Identity => format!("\"{mark}\""),
        Coding::Gzip => format!("\"{mark}-g\""),
        Coding::Brotli => format!("\"{mark}-b\""),
    }
}

/// Whether the client has this body already: one of its tags is this one. A weak tag stands for a
/// proxy that compressed on the way and is as good for this comparison (RFC 9110, 13.1.2).
pub(super) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    headers.get_all(IF_NONE_MATCH).filter_map(|value| value.to_str().ok()).any(|field| {
        field
            .split(',')
            .map(str::trim)
            .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
    })
}

/// Whether a part may be sent: the client asks for it on no condition, or has the rest of this body.
pub(super) fn range_holds(headers: &HeaderMap, tag: &str) -> bool {
    headers
        .get(IF_RANGE)
        .is_none_or(|condition: &HeaderValue| condition.as_bytes() == tag.as_bytes())
}
