//! An answer before it becomes a response: a status, a few fields, a body. The fields that every answer
//! carries are added at the door, so that none can be forgotten here.

use actix_http::Response;
use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::http::ConnectionType;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, RETRY_AFTER,
};
use bytes::Bytes;

use super::safety;

/// The type of pages made at run time.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// For what is made for one visit.
pub(super) const NO_STORE: &str = "no-store";

/// As many fields as most answers have of their own: no more room is needed later.
const USUAL: usize = 6;

/// An answer. Its fields are written where the response will have them, so that none is moved on the way.
pub(super) struct Reply(Response<BoxBody>);

impl Reply {
    /// An answer without a body, to be kept as `cache` says.
    pub(super) fn bare(status: StatusCode, cache: &'static str) -> Self {
        let mut response = Response::new(status);
        let fields = response.headers_mut();
        // Room for all at once: a table of fields that grows is made anew each time.
        fields.reserve(USUAL + safety::COUNT);
        fields.append(CACHE_CONTROL, HeaderValue::from_static(cache));
        Self(if status == StatusCode::NOT_MODIFIED {
            response
        } else {
            response.set_body(BoxBody::new(Bytes::new()))
        })
    }

    /// An answer with a body of this type.
    pub(super) fn new(
        status: StatusCode,
        media: &'static str,
        cache: &'static str,
        body: impl Into<Bytes>,
    ) -> Self {
        let reply = Self::bare(status, cache).with(CONTENT_TYPE, HeaderValue::from_static(media));
        Self(reply.0.set_body(BoxBody::new(body.into())))
    }

    /// A way on to another address of ours.
    pub(super) fn moved(status: StatusCode, cache: &'static str, to: &str) -> Self {
        Self::bare(status, cache).with_text(LOCATION, to)
    }

    /// One more field.
    pub(super) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers_mut().append(name, value);
        self
    }

    /// One more field, left out if its value cannot stand in a header.
    pub(super) fn with_text(self, name: HeaderName, value: &str) -> Self {
        match HeaderValue::from_str(value) {
            Ok(value) => self.with(name, value),
            Err(_) => self,
        }
    }

    /// To be asked again in so many seconds.
    pub(super) fn retry_after(self, seconds: &str) -> Self {
        self.with_text(RETRY_AFTER, seconds)
    }

    /// The connection ends with this answer: what the client still sends is not worth reading.
    pub(super) fn closing(mut self) -> Self {
        self.0.head_mut().set_connection_type(ConnectionType::Close);
        self
    }

    /// Its status.
    pub(super) fn status(&self) -> StatusCode {
        self.0.status()
    }

    /// How many bytes the body has.
    pub(super) fn length(&self) -> u64 {
        match self.0.body().size() {
            BodySize::Sized(length) => length,
            BodySize::None | BodySize::Stream => 0,
        }
    }

    /// The response.
    pub(super) fn into_response(self) -> HttpResponse {
        self.0.into()
    }
}
