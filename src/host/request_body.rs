//! The body of a posted form: bounded in size and, which the server beneath does not do, in time.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::web;
use bytes::Bytes;

use super::visit::Visit;

/// How long a whole body may take.
const DEADLINE: Duration = Duration::from_secs(5);

/// Reads a form's body of so many bytes at most, or says with which status it is refused.
pub(super) async fn read(
    visit: Visit<'_>,
    payload: web::Payload,
    most: usize,
) -> Result<Bytes, StatusCode> {
    if !is_form(visit) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let announced = visit.header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if announced.is_some_and(|length| length > most) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    match actix_web::rt::time::timeout(DEADLINE, payload.to_bytes_limited(most)).await {
        Ok(Ok(Ok(body))) => Ok(body),
        Ok(Ok(Err(_))) => Err(StatusCode::BAD_REQUEST),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

/// Forms only, and never packed: unpacking is a way to make much of little.
fn is_form(visit: Visit<'_>) -> bool {
    let packed = visit
        .request
        .headers()
        .get_all(CONTENT_ENCODING)
        .any(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"));
    let media = visit.header(CONTENT_TYPE).unwrap_or_default();
    let (essence, parameters) = media.split_once(';').unwrap_or((media, ""));
    let parameter = parameters.trim().to_ascii_lowercase().replace('"', "");
    !packed
        && essence.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
        && matches!(parameter.as_str(), "" | "charset=utf-8")
}
