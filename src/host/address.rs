//! The path of a request, decoded once and strictly. What is not a plain path is no path at all: it can
//! only ever be looked up, and nothing it says can reach a disk.

use std::borrow::Cow;

/// The path from the root of the site, without its leading slash; none for a path that no page of ours
/// can have: broken percent signs, no UTF-8, an escaped slash or control sign.
///
/// `base` is the path under which the site lives, `/niemyet` say, or empty; a path outside it is taken
/// as it is, because a proxy may have cut it off already.
pub(super) fn decode<'a>(raw: &'a str, base: &str) -> Option<Cow<'a, str>> {
    let inside = raw.strip_prefix(base).filter(|rest| rest.starts_with('/')).unwrap_or(raw);
    let path = inside.strip_prefix('/')?;
    if !path.contains('%') {
        return Some(Cow::Borrowed(path));
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let decoded = hex(digits[0])? << 4 | hex(digits[1])?;
            if decoded == b'/' || decoded < b' ' || decoded == 0x7f {
                return None;
            }
            bytes.push(decoded);
            rest = after;
        } else {
            bytes.push(*byte);
        }
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

/// A path of the site as it stands in an address: without a leading slash, every sign but the plainest
/// escaped, so that it can neither leave the site nor end a header line.
pub(super) fn encode(path: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/.-_~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// The value of a hexadecimal digit of either case.
pub(super) fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// The path part of an absolute address, without a final slash: `/niemyet` of
/// `https://tinh.gov.vn/niemyet`.
pub(super) fn base_path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("", |at| rest[at..].trim_end_matches('/'))
}

/// The host and port part of an absolute address.
pub(super) fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

/// The name of a host without port and final dot; an IPv6 address without brackets.
pub(super) fn without_port(host: &str) -> &str {
    if let Some(rest) = host.strip_prefix('[') {
        return rest.split(']').next().unwrap_or(rest);
    }
    let name = host.split(':').next().unwrap_or(host);
    name.strip_suffix('.').unwrap_or(name)
}

/// The origin of an absolute address, as a browser sends it.
pub(super) fn origin_of(url: &str) -> &str {
    let end = url.find("://").and_then(|at| url[at + 3..].find('/').map(|slash| at + 3 + slash));
    &url[..end.unwrap_or(url.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_are_paths() {
        let at_root = |raw| decode(raw, "").map(Cow::into_owned);
        assert_eq!(at_root("/thu-tuc/1.000894.html").unwrap(), "thu-tuc/1.000894.html");
        assert_eq!(at_root("/").unwrap(), "");
        assert_eq!(at_root("/t%E1%BB%9D%20khai.pdf").unwrap(), "tờ khai.pdf");
        assert_eq!(at_root("//evil.example").unwrap(), "/evil.example");
        assert_eq!(at_root("/%2e%2e/x").unwrap(), "../x");
        for odd in ["", "*", "/a%", "/a%4", "/a%zz", "/..%2fx", "/%00", "/%0d%0aSet-Cookie", "/%ff"]
        {
            assert_eq!(at_root(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_site_may_live_under_a_path() {
        let base = base_path("https://tinh.gov.vn/niemyet/");
        assert_eq!(base, "/niemyet");
        assert_eq!(decode("/niemyet/a.html", base).unwrap(), "a.html");
        assert_eq!(decode("/a.html", base).unwrap(), "a.html");
        assert_eq!(decode("/niemyetx", base).unwrap(), "niemyetx");
        assert_eq!((base_path("https://a.vn"), host_of("https://a.vn:81/x")), ("", "a.vn:81"));
        assert_eq!(origin_of("https://a.vn:81/x/y"), "https://a.vn:81");
        assert_eq!(origin_of("https://a.vn"), "https://a.vn");
    }

    #[test]
    fn an_address_cannot_end_a_line() {
        assert_eq!(encode("tờ khai/a\r\n.pdf"), "t%E1%BB%9D%20khai/a%0D%0A.pdf");
    }
}
