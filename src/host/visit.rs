//! One request and what it is answered from. Holding the posted release for the whole of an answer means
//! that nobody sees half of one release and half of the next.

use std::net::IpAddr;

use actix_web::HttpRequest;
use actix_web::http::header::{AsHeaderName, FORWARDED, HOST, X_FORWARDED_FOR};

use super::line::Way;
use super::reception::Reception;
use super::{Posted, address, forwarded};
use crate::text::Language;

/// A request on its way to an answer.
#[derive(Clone, Copy)]
pub(super) struct Visit<'a> {
    pub(super) reception: &'a Reception,
    pub(super) posted: &'a Posted,
    pub(super) request: &'a HttpRequest,
    /// How it reached us.
    pub(super) way: Way,
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

    /// The address of the client, as far as the peer or a trusted proxy vouches for it.
    pub(super) fn client(self) -> Option<IpAddr> {
        let peer = self.request.peer_addr()?.ip();
        Some(forwarded::client(peer, self.request.headers(), &self.reception.proxies))
    }

    /// Whether the client came over https: to us, or to a trusted proxy of a site that is to be reached so.
    pub(super) fn is_secure(self) -> bool {
        if self.way == Way::Encrypted {
            return true;
        }
        let peer = self.request.peer_addr().map(|peer| peer.ip());
        let (headers, proxies) = (self.request.headers(), &self.reception.proxies);
        self.is_site_secure()
            && peer.is_some_and(|peer| forwarded::is_secure(peer, headers, proxies))
    }

    /// Whether it comes from this very machine and from nowhere beyond. A proxy on this machine that we were not told
    /// of gives itself away by what it adds, or by the name it calls.
    pub(super) fn is_from_this_machine(self) -> bool {
        let peer = self.request.peer_addr().map(|peer| peer.ip().to_canonical());
        let name = address::without_port(self.header(HOST).unwrap_or_default());
        let is_own_name = name.eq_ignore_ascii_case("localhost")
            || name.parse().is_ok_and(|address: IpAddr| address.is_loopback());
        let headers = self.request.headers();
        let is_passed_on = headers.contains_key(X_FORWARDED_FOR) || headers.contains_key(FORWARDED);
        peer.is_some_and(|peer| peer.is_loopback()) && is_own_name && !is_passed_on
    }

    /// Whether the site is to be reached over https.
    pub(super) fn is_site_secure(self) -> bool {
        self.posted.desk.site.base_url.starts_with("https://")
    }

    /// The language that the address names: `/en/…`, `/Q/CODE/en.html`; else the one that binds. It holds
    /// for whatever is answered there, readable or not.
    pub(super) fn language(self) -> Language {
        let path = address::decode(self.request.uri().path(), self.base()).unwrap_or_default();
        let mut parts = path.split('/');
        let first = parts.next().unwrap_or_default();
        let tag =
            if first.eq_ignore_ascii_case("q") { parts.nth(1).unwrap_or_default() } else { first };
        self.other_language(tag.strip_suffix(".html").unwrap_or(tag)).unwrap_or(self.binding())
    }

    /// The language of this tag, if it is one of the site's that does not bind.
    pub(super) fn other_language(self, tag: &str) -> Option<Language> {
        let mut others = self.posted.desk.site.languages.iter().skip(1).copied();
        others.find(|language| language.tag().eq_ignore_ascii_case(tag))
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
