//! The fields that every answer carries, errors included: what a browser must not do with our pages.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};

/// Made when the program is: an answer only takes another hold of them.
static CONSTANT: [(HeaderName, HeaderValue); 4] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    // Other sites learn nothing; our own forms keep their `Origin`.
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    ),
];

/// How many fields [`add`] and [`add_https`] add at most.
pub(super) const COUNT: usize = CONSTANT.len() + 2;

/// Tells a browser that came over https to come so again.
pub(super) fn add_https(response: &mut HttpResponse, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, value);
    }
}

/// The fields of every answer as lines, for an error without a body that is written past us; they end the head.
pub(super) fn of_bare_answers() -> &'static [u8] {
    static LINES: LazyLock<String> = LazyLock::new(|| {
        let mut lines = String::from(
            "content-security-policy: default-src 'none'; frame-ancestors 'none'\r\n\
             cache-control: no-store\r\n",
        );
        for (name, value) in &CONSTANT {
            let value = value.to_str().unwrap_or_default();
            lines.extend([name.as_str(), ": ", value, "\r\n"]);
        }
        lines + "\r\n"
    });
    LINES.as_bytes()
}

/// Adds them to a response.
pub(super) fn add(response: &mut HttpResponse, policy: &HeaderValue) {
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
    for (name, value) in &CONSTANT {
        headers.insert(name.clone(), value.clone());
    }
}
