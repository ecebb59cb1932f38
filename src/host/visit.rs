//! One request and what it is answered from. Holding the posted release for the whole of an answer means
//! that nobody sees half of one release and half of the next.

use actix_web::HttpRequest;
use actix_web::http::header::{AsHeaderName, HOST};

use super::reception::Reception;
use super::{Posted, address};
use crate::text::Language;

/// A request on its way to an answer.
#[derive(Clone, Copy)]
pub(super) struct Visit<'a> {
    pub(super) reception: &'a Reception,
    pub(super) posted: &'a Posted,
    pub(super) request: &'a HttpRequest,
    /// The time of the request, in milliseconds UTC.
    pub(super) now: i64,
}

impl<'a> Visit<'a> {
    /// A header field as text; none if it is absent or not plain.
    pub(super) fn header(self, name: impl AsHeaderName) -> Option<&'a str> {
        self.request.headers().get(name)?.to_str().ok()
    }

    /// The language that binds.
    pub(super) fn binding(self) -> Language {
        self.posted.desk.site.binding()
    }

    /// The path under which the site lives, without a final slash.
    pub(super) fn base(self) -> &'a str {
        address::base_path(&self.posted.desk.site.base_url)
    }

    /// The way from a page made at run time to the root of the site. A host that only receives feedback
    /// for a site elsewhere leads back there.
    pub(super) fn home(self) -> String {
        let site = &self.posted.desk.site;
        let host = self.header(HOST).unwrap_or_default();
        let is_endpoint = |origin: &str| address::host_of(origin).eq_ignore_ascii_case(host);
        let elsewhere = !is_endpoint(&site.base_url);
        if elsewhere && site.feedback.as_deref().is_some_and(is_endpoint) {
            format!("{}/", site.base_url)
        } else {
            format!("{}/", self.base())
        }
    }
}
