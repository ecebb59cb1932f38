//! What no honest client sends is stopped before anything reads it: too much of a header, an address
//! without end, a `Host` that is none or not ours.

use std::net::IpAddr;

use actix_web::http::StatusCode;
use actix_web::http::header::{HOST, HeaderValue};
use actix_web::http::uri::Authority;

use super::address;
use super::visit::Visit;

/// The most bytes of all header fields together.
const MOST_HEADER: usize = 16 * 1024;

/// The most bytes of an address.
const LONGEST_ADDRESS: usize = 8 * 1024;

/// The status with which a request is stopped, if it is.
pub(super) fn stops(visit: Visit<'_>) -> Option<StatusCode> {
    let request = visit.request;
    let size: usize =
        request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if size > MOST_HEADER {
        return Some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    let query = request.uri().query().map_or(0, str::len);
    if request.uri().path().len() + query > LONGEST_ADDRESS {
        return Some(StatusCode::URI_TOO_LONG);
    }
    let host = request.headers().get(HOST).map(HeaderValue::as_bytes);
    if host.is_some_and(|host| !is_host(host)) {
        return Some(StatusCode::BAD_REQUEST);
    }
    // A target may name a host too, which then counts; a very old client names none at all.
    let target = request.uri().authority().map(Authority::as_str);
    let mut called = target.into_iter().chain(visit.header(HOST));
    called.any(|host| !is_called(visit, host)).then_some(StatusCode::MISDIRECTED_REQUEST)
}

/// Whether we go by this name: one of the site's, loopback, or one that the operator has given. The port is no part of
/// it, since a proxy may listen on another.
fn is_called(visit: Visit<'_>, host: &str) -> bool {
    let name = address::without_port(host);
    let site = &visit.posted.desk.site;
    let urls = [Some(&site.base_url), Some(&site.print_origin), site.feedback.as_ref()];
    let mut ours =
        urls.into_iter().flatten().map(|url| address::without_port(address::host_of(url)));
    let mut given = visit.reception.names.iter();
    ours.any(|known| known.eq_ignore_ascii_case(name))
        || given.any(|known| known.eq_ignore_ascii_case(name))
        || is_loopback(name)
}

fn is_loopback(name: &str) -> bool {
    name.eq_ignore_ascii_case("localhost")
        || name.parse().is_ok_and(|address: IpAddr| address.to_canonical().is_loopback())
}

/// A name or an address, perhaps with a port.
fn is_host(host: &[u8]) -> bool {
    let (name, port) = match host.iter().rposition(|byte| *byte == b':') {
        Some(colon) if !host.ends_with(b"]") => (&host[..colon], &host[colon + 1..]),
        _ => (host, &b""[..]),
    };
    let bracketed = name.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]"));
    let name_is_sound = match bracketed {
        Some(v6) => {
            std::str::from_utf8(v6).is_ok_and(|v6| v6.parse::<std::net::Ipv6Addr>().is_ok())
        }
        None => name.iter().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte)),
    };
    let port_is_sound = port.len() <= 5 && port.iter().all(u8::is_ascii_digit);
    (1..=255).contains(&name.len()) && name_is_sound && port_is_sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_names_or_addresses() {
        for host in ["a.gov.vn", "A.gov.vn:8080", "127.0.0.1:1", "[::1]", "[::1]:8080", "may_chu"] {
            assert!(is_host(host.as_bytes()), "{host}");
        }
        for odd in ["", ":80", "a b/..", "a/b", "a:b", "a@b", "[x]", "::1", "a,b", "a:123456", "é"]
        {
            assert!(!is_host(odd.as_bytes()), "{odd}");
        }
    }
}
