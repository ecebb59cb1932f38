//! Who asks, when proxies stand between. What a header says of that is believed only from proxies that the operator
//! has named, and only as far as they vouch for it: from the right, up to the first address that is none of theirs.
//! Whatever stands further left was written by the client, or by anybody.

use std::net::{IpAddr, SocketAddr};

use actix_web::http::header::{FORWARDED, HeaderMap, X_FORWARDED_FOR, X_FORWARDED_PROTO};

use super::Network;

/// The address of the client: the nearest one that is not a trusted proxy.
pub(super) fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let peer = peer.to_canonical();
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.holds(address));
    if !is_trusted(peer) {
        return peer;
    }
    let walk = |hops: Vec<Option<IpAddr>>| {
        let mut nearest = peer;
        for hop in hops.into_iter().rev() {
            // A hop that cannot be read is as far as anybody vouches.
            let Some(hop) = hop else { break };
            nearest = hop;
            if !is_trusted(hop) {
                break;
            }
        }
        nearest
    };
    let common: Vec<_> = items(headers, X_FORWARDED_FOR).map(address).collect();
    let standard: Vec<_> = items(headers, FORWARDED)
        .map(|element| parameter(element, "for").and_then(address))
        .collect();
    match (common.is_empty(), standard.is_empty()) {
        (true, true) => peer,
        (false, true) => walk(common),
        (true, false) => walk(standard),
        // A proxy writes one of them and lets the other through as it came. When they disagree, somebody lies, and
        // we do not know who: all such requests together count as the proxy's own.
        (false, false) => {
            let (one, other) = (walk(common), walk(standard));
            if one == other { one } else { peer }
        }
    }
}

/// Whether a trusted proxy says that the client came over https.
pub(super) fn is_secure(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> bool {
    let peer = peer.to_canonical();
    if !trusted.iter().any(|network| network.holds(peer)) {
        return false;
    }
    let common = items(headers, X_FORWARDED_PROTO).last();
    let standard = items(headers, FORWARDED).last();
    let said = common.or_else(|| parameter(standard?, "proto"));
    said.is_some_and(|proto| proto.eq_ignore_ascii_case("https"))
}

/// The parts of all fields of a name, in order.
fn items(
    headers: &HeaderMap,
    name: actix_web::http::header::HeaderName,
) -> impl Iterator<Item = &str> {
    let fields = headers.get_all(name).map(|field| field.to_str().unwrap_or("?"));
    fields.flat_map(|field| field.split(',')).map(str::trim)
}

/// A parameter of an element of `Forwarded`, without quotes.
fn parameter<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    element.split(';').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"'))
    })
}

/// `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let found = bare.parse().ok().or_else(|| text.parse().ok().map(|at: SocketAddr| at.ip()));
    found.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    /// The peer, the fields, and who the client is.
    type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

    fn asked(peer: &str, fields: &[(&str, &str)]) -> (String, bool) {
        let trusted = ["127.0.0.1", "10.0.0.0/8"].map(|network| network.parse().unwrap());
        let mut headers = HeaderMap::new();
        for (name, value) in fields {
            let name = HeaderName::try_from(*name).unwrap();
            headers.append(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        let peer = peer.parse().unwrap();
        let client = client(peer, &headers, &trusted).to_string();
        (client, is_secure(peer, &headers, &trusted))
    }

    #[test]
    fn only_trusted_proxies_are_believed_and_only_for_what_they_saw() {
        let one = "X-Forwarded-For";
        let two = "Forwarded";
        let table: &[Row<'_>] = &[
            ("203.0.113.7", &[], "203.0.113.7"),
            ("203.0.113.7", &[(one, "198.51.100.1")], "203.0.113.7"),
            ("203.0.113.7", &[(two, "for=198.51.100.1")], "203.0.113.7"),
            ("127.0.0.1", &[(one, "198.51.100.1")], "198.51.100.1"),
            ("::ffff:127.0.0.1", &[(one, "198.51.100.1")], "198.51.100.1"),
            ("127.0.0.1", &[(one, "8.8.8.8, 198.51.100.1")], "198.51.100.1"),
            ("127.0.0.1", &[(one, "8.8.8.8, 198.51.100.1, 10.1.1.1")], "198.51.100.1"),
            ("127.0.0.1", &[(one, "8.8.8.8"), (one, "198.51.100.1")], "198.51.100.1"),
            ("127.0.0.1", &[(one, "198.51.100.1:4711")], "198.51.100.1"),
            ("127.0.0.1", &[(one, "2001:db8::9")], "2001:db8::9"),
            ("127.0.0.1", &[(one, "8.8.8.8, unknown")], "127.0.0.1"),
            ("127.0.0.1", &[(one, "8.8.8.8, unknown, 10.1.1.1")], "10.1.1.1"),
            ("127.0.0.1", &[(one, "8.8.8.8, \u{e9}")], "127.0.0.1"),
            ("127.0.0.1", &[(one, "")], "127.0.0.1"),
            ("127.0.0.1", &[(one, "10.1.1.1, 10.1.1.2")], "10.1.1.1"),
            (
                "127.0.0.1",
                &[(two, "for=8.8.8.8, For=\"[2001:db8::9]:80\";proto=https")],
                "2001:db8::9",
            ),
            ("127.0.0.1", &[(two, "for=_hidden")], "127.0.0.1"),
            ("127.0.0.1", &[(one, "198.51.100.1"), (two, "for=198.51.100.1")], "198.51.100.1"),
            ("127.0.0.1", &[(one, "198.51.100.1"), (two, "for=8.8.8.8")], "127.0.0.1"),
        ];
        for (peer, fields, client) in table {
            assert_eq!(asked(peer, fields).0, *client, "{peer} {fields:?}");
        }
    }

    #[test]
    fn only_a_trusted_proxy_vouches_for_https() {
        let proto = "X-Forwarded-Proto";
        assert!(asked("127.0.0.1", &[(proto, "https")]).1);
        assert!(asked("127.0.0.1", &[(proto, "http, HTTPS")]).1);
        assert!(asked("127.0.0.1", &[("Forwarded", "for=1.2.3.4;proto=https")]).1);
        assert!(!asked("127.0.0.1", &[(proto, "https, http")]).1);
        assert!(!asked("127.0.0.1", &[]).1);
        assert!(!asked("203.0.113.7", &[(proto, "https")]).1);
    }
}
