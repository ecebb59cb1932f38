//! The fields that every answer carries, errors included: what a browser must not do with our pages.

use actix_web::HttpResponse;
use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};

const CONSTANT: [(HeaderName, &str); 4] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Other sites learn nothing; our own forms keep their `Origin`.
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=()",
    ),
];

/// Adds them to a response.
pub(super) fn add(response: &mut HttpResponse, policy: &HeaderValue) {
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
    for (name, value) in CONSTANT {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
