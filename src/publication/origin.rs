//! The origin that printed codes carry. What is printed hangs for years, so an address that only
//! this machine or this house can reach, or the sample's, is refused unless a trial is asked for.

use std::net::IpAddr;

use crate::catalogue::PrintedCode;

/// A bare origin that a printed code may carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintOrigin {
    scheme: Box<str>,
    host: Box<str>,
    trial: bool,
}

/// Why an origin is not fit for print.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// Not `https://host` alone.
    #[error("{0:?} is not a bare https origin such as https://niemyet.tinh.gov.vn")]
    NotBare(String),
    /// This machine's own address.
    #[error("{0:?} leads to the reader's own device; a phone cannot reach it")]
    Loopback(String),
    /// An address of a private network.
    #[error("{0:?} is an address of a private network; it works only in this house")]
    Private(String),
    /// The sample's address, or one that can never exist.
    #[error("{0:?} is a sample address that does not exist; set base_url in site.yaml")]
    Sample(String),
}

impl PrintOrigin {
    /// An origin fit for print.
    pub fn parse(origin: &str) -> Result<Self, OriginError> {
        let host = origin.strip_prefix("https://").unwrap_or_default();
        if !is_host(host) {
            return Err(OriginError::NotBare(origin.into()));
        }
        let name = name_of(host).to_ascii_lowercase();
        if let Ok(address) = name.parse::<IpAddr>() {
            return Err(if address.is_loopback() {
                OriginError::Loopback(origin.into())
            } else {
                OriginError::Private(origin.into())
            });
        }
        let ends = |suffix: &str| name == suffix[1..] || name.ends_with(suffix);
        if ends(".localhost") {
            return Err(OriginError::Loopback(origin.into()));
        }
        if [".local", ".lan", ".internal", ".home.arpa"].into_iter().any(ends)
            || !name.contains('.')
        {
            return Err(OriginError::Private(origin.into()));
        }
        if [".example", ".test", ".invalid", ".example.com", ".example.org"].into_iter().any(ends) {
            return Err(OriginError::Sample(origin.into()));
        }
        Ok(Self { scheme: "https".into(), host: host.into(), trial: false })
    }

    /// Any http(s) origin, for a trial: every sheet and screen that shows it must say so.
    pub fn trial(origin: &str) -> Result<Self, OriginError> {
        let not_bare = || OriginError::NotBare(origin.into());
        let (scheme, host) = origin.split_once("://").ok_or_else(not_bare)?;
        if !matches!(scheme, "http" | "https") || !is_host(host) {
            return Err(not_bare());
        }
        Ok(Self { scheme: scheme.into(), host: host.into(), trial: true })
    }

    /// Whether it is only for a trial.
    pub fn is_trial(&self) -> bool {
        self.trial
    }

    /// The host, as it is read aloud.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The address inside a symbol: lower-case scheme, since some phones read `HTTPS://` as text;
    /// the rest in capitals, which the symbol packs tighter.
    pub fn address(&self, code: &PrintedCode) -> String {
        format!("{}://{}/Q/{code}", self.scheme, self.host.to_uppercase())
    }
}

impl PrintOrigin {
    /// The address inside a symbol that leads to a page (`thu-tuc/1.000894.html`) of the site at `base_url`; for a
    /// trial, to the same page where the trial runs. Only the host may be in capitals: paths are not case-blind.
    pub fn page_address(&self, base_url: &str, page: &str) -> String {
        let (scheme, rest) = base_url.split_once("://").unwrap_or(("https", base_url));
        let (host, folder) =
            rest.split_once('/').map_or((rest, ""), |(host, folder)| (host, folder));
        let (scheme, host) = if self.trial { (&*self.scheme, &*self.host) } else { (scheme, host) };
        let gap = if folder.is_empty() { "" } else { "/" };
        format!("{scheme}://{}/{folder}{gap}{page}", host.to_uppercase())
    }
}

/// The host without its port; an IPv6 address keeps its colons and loses its brackets.
fn name_of(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(inside) => inside.split(']').next().unwrap_or(inside),
        None => host.split(':').next().unwrap_or(host),
    }
}

fn is_host(host: &str) -> bool {
    !host.is_empty()
        && !host.starts_with('.')
        && host.bytes().all(|sign| sign.is_ascii_alphanumeric() || b".-:[]".contains(&sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lie_where_the_site_does() {
        let origin = PrintOrigin::parse("https://ma.tinh.gov.vn").unwrap();
        let page = |origin: &PrintOrigin, base| origin.page_address(base, "thu-tuc/1.0.html");
        assert_eq!(page(&origin, "https://tinh.gov.vn"), "https://TINH.GOV.VN/thu-tuc/1.0.html");
        let below = "https://tinh.gov.vn/niem-yet";
        assert_eq!(page(&origin, below), "https://TINH.GOV.VN/niem-yet/thu-tuc/1.0.html");
        let trial = PrintOrigin::trial("http://192.168.1.4:8080").unwrap();
        assert_eq!(page(&trial, below), "http://192.168.1.4:8080/niem-yet/thu-tuc/1.0.html");
    }

    #[test]
    fn only_a_public_name_is_fit_for_print() {
        assert!(PrintOrigin::parse("https://niemyet.tinh.gov.vn").is_ok());
        let refused = |origin| PrintOrigin::parse(origin).unwrap_err();
        for odd in
            ["http://a.gov.vn", "https://a.gov.vn/", "https://", "a.gov.vn", "https://a b.vn"]
        {
            assert_eq!(refused(odd), OriginError::NotBare(odd.into()));
        }
        for here in ["https://localhost", "https://127.0.0.1:8080", "https://[::1]"] {
            assert_eq!(refused(here), OriginError::Loopback(here.into()));
        }
        for house in
            ["https://192.168.1.4", "https://may-chu", "https://a.local", "https://8.8.8.8"]
        {
            assert_eq!(refused(house), OriginError::Private(house.into()));
        }
        let sample = "https://niemyet.minhhoa.example";
        assert_eq!(refused(sample), OriginError::Sample(sample.into()));
        assert!(PrintOrigin::trial("http://192.168.1.4:8080").unwrap().is_trial());
    }
}
