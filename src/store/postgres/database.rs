//! The address of a database: `postgres://user:password@host:port/name?sslmode=…&sslrootcert=…`.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use super::AddressError;
use crate::store::{Fault, StoreError};

/// How long to wait for a server that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// A database that may be connected to. Shown without its password.
#[derive(Clone, Debug)]
pub struct Database {
    pub(super) config: Config,
    /// A file of certificates to trust instead of those of the system.
    pub(super) roots: Option<PathBuf>,
    shown: String,
}

impl Database {
    /// Reads an address. Over a network the connection is encrypted and the server's certificate checked
    /// unless `sslmode=disable` says otherwise; `sslmode=verify-full` and `require` mean the same here.
    /// A server on this machine is reached without encryption unless it is asked for. `sslrootcert`
    /// names a PEM file of the authority that signed the server's certificate.
    pub fn parse(address: &str) -> Result<Self, StoreError> {
        let shown = without_password(address);
        let refuse = |source| StoreError::Open { database: shown.clone(), source };
        if !(address.starts_with("postgres://") || address.starts_with("postgresql://")) {
            return Err(refuse(AddressError::Scheme.into()));
        }
        let (plain, ours) = split(address).map_err(refuse)?;
        let mut config: Config = plain.parse().map_err(|error| refuse(Fault::from(error)))?;
        config.ssl_mode(match ours.mode.as_deref() {
            Some("disable") => SslMode::Disable,
            Some("prefer") => SslMode::Prefer,
            Some("require" | "verify-ca" | "verify-full") => SslMode::Require,
            Some(other) => return Err(refuse(AddressError::SslMode(other.into()).into())),
            None if config.get_hosts().iter().all(is_here) && ours.roots.is_none() => {
                SslMode::Disable
            }
            None => SslMode::Require,
        });
        if config.get_application_name().is_none() {
            config.application_name("niemyet");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(PATIENCE);
        }
        config.tcp_user_timeout(2 * PATIENCE);
        Ok(Self { config, roots: ours.roots, shown })
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Settings that the library behind does not know.
#[derive(Default)]
struct Ours {
    mode: Option<String>,
    roots: Option<PathBuf>,
}

/// The address without our own settings, and these.
fn split(address: &str) -> Result<(String, Ours), Fault> {
    let Some((plain, query)) = address.split_once('?') else {
        return Ok((address.to_owned(), Ours::default()));
    };
    let (mut ours, mut rest) = (Ours::default(), Vec::new());
    for setting in query.split('&') {
        match setting.split_once('=') {
            Some(("sslmode", mode)) => ours.mode = Some(mode.to_owned()),
            Some(("sslrootcert", path)) => ours.roots = Some(decoded(path)?.into()),
            _ => rest.push(setting),
        }
    }
    let rest = if rest.is_empty() { String::new() } else { format!("?{}", rest.join("&")) };
    Ok((format!("{plain}{rest}"), ours))
}

/// `%2F` and the like as the bytes they stand for.
fn decoded(text: &str) -> Result<String, Fault> {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((first, more)) = rest.split_first() {
        rest = more;
        if *first == b'%' {
            let digits = more.get(..2).and_then(|two| std::str::from_utf8(two).ok());
            let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            bytes.push(byte.ok_or(AddressError::Escape)?);
            rest = &more[2..];
        } else {
            bytes.push(*first);
        }
    }
    Ok(String::from_utf8(bytes)?)
}

/// Whether a server is on this machine: a socket, or a loopback address.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

/// The address with `…` in place of the password and of everything after the name.
fn without_password(address: &str) -> String {
    let address = address.split('?').next().unwrap_or_default();
    match (address.split_once("://"), address.rfind('@')) {
        (Some((scheme, rest)), Some(at)) => {
            let user = rest.split([':', '@']).next().unwrap_or_default();
            format!("{scheme}://{user}@{}", &address[at + 1..])
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password() {
        let database =
            Database::parse("postgres://app:s3cr3t@db.vi-du.gov.vn:5432/niemyet").unwrap();
        assert_eq!(database.to_string(), "postgres://app@db.vi-du.gov.vn:5432/niemyet");
        let odd = Database::parse("postgres://app:s3cr@t@h/d?password=s3cr3t&x=1").unwrap_err();
        assert!(!odd.to_string().contains("s3cr"), "{odd}");
    }

    #[test]
    fn over_a_network_the_connection_is_encrypted() {
        let mode = |address: &str| Database::parse(address).map(|one| one.config.get_ssl_mode());
        for (address, expected) in [
            ("postgres://u@db.vi-du.gov.vn/d", SslMode::Require),
            ("postgres://u@db.vi-du.gov.vn/d?sslmode=verify-full", SslMode::Require),
            ("postgres://u@10.0.0.5/d?sslmode=disable", SslMode::Disable),
            ("postgres://u@127.0.0.1/d", SslMode::Disable),
            ("postgres://u@[::1]/d", SslMode::Disable),
            ("postgres://u@127.0.0.1/d?sslrootcert=/ca.pem", SslMode::Require),
            ("postgresql://u@%2Frun%2Fpg/d?keepalives=1&sslmode=prefer", SslMode::Prefer),
        ] {
            assert_eq!(mode(address).unwrap(), expected, "{address}");
        }
        for odd in ["mysql://u@h/d", "postgres://u@h/d?sslmode=maybe", "postgres://h/d?nonsense=1"]
        {
            assert!(mode(odd).is_err(), "{odd}");
        }
        let rooted = Database::parse("postgres://u@h/d?sslrootcert=%2Fetc%2Fca.pem").unwrap();
        assert_eq!(rooted.roots, Some("/etc/ca.pem".into()));
    }
}
