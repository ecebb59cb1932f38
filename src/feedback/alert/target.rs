//! Where messages go: an e-mail address, or the address of a program.

use std::fmt;

/// An address that was checked in shape. Nothing in it can begin a new line or a second address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// An e-mail address.
    Mail(Box<str>),
    /// An address that takes webhooks: https, or http on this machine itself.
    Hook(Box<str>),
}

/// Why an address is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// Not an e-mail address.
    #[error("an e-mail address is written name@example.gov.vn, without spaces or marks")]
    Mail,
    /// Not an address of the web.
    #[error("the address of a webhook begins with https:// and names a host")]
    Hook,
    /// Not encrypted on the way through a network.
    #[error(
        "a webhook by http:// is only for this machine itself (localhost); elsewhere use https://"
    )]
    Plain,
    /// A password in an address is seen by everybody who sees the address.
    #[error("the address of a webhook holds no name and password (the part before @)")]
    Password,
}

/// The longest address, in bytes.
const LONGEST: usize = 254;

impl Target {
    /// Reads an e-mail address. Stricter than the standards: letters, digits and a few signs, as public bodies write
    /// them.
    pub fn mail(address: &str) -> Result<Self, TargetError> {
        let (name, domain) = address.split_once('@').ok_or(TargetError::Mail)?;
        let name_fits = (1..=64).contains(&name.len())
            && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"._+-".contains(&sign))
            && !name.starts_with('.')
            && !name.ends_with('.')
            && !name.contains("..");
        let fits = name_fits && is_host(domain) && address.len() <= LONGEST;
        if fits { Ok(Self::Mail(address.into())) } else { Err(TargetError::Mail) }
    }

    /// Reads the address of a webhook.
    pub fn hook(address: &str) -> Result<Self, TargetError> {
        let plain = address.starts_with("http://");
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let rest = rest.ok_or(TargetError::Hook)?;
        let sound = address.len() <= 2_000 && address.bytes().all(|sign| sign.is_ascii_graphic());
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        if !sound || rest.contains(['#', '\\', '"', '<', '>']) {
            return Err(TargetError::Hook);
        }
        if authority.contains('@') {
            return Err(TargetError::Password);
        }
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => {
                port.parse::<u16>().map_err(|_| TargetError::Hook)?;
                host
            }
            _ => authority,
        };
        let own = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        if !own && !is_host(host) && !host.starts_with('[') {
            return Err(TargetError::Hook);
        }
        if plain && !own {
            return Err(TargetError::Plain);
        }
        Ok(Self::Hook(address.into()))
    }

    /// The word that is kept of the way: `mail` or `hook`.
    pub fn way(&self) -> &'static str {
        match self {
            Self::Mail(_) => "mail",
            Self::Hook(_) => "hook",
        }
    }

    /// The address.
    pub fn address(&self) -> &str {
        match self {
            Self::Mail(address) | Self::Hook(address) => address,
        }
    }

    /// What a way and an address say; none if they do not fit.
    pub fn parse(way: &str, address: &str) -> Option<Self> {
        match way {
            "mail" => Self::mail(address).ok(),
            "hook" => Self::hook(address).ok(),
            _ => None,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.address())
    }
}

/// Whether this can be the name of a host or an IPv4 address.
fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_strictly() {
        for good in ["lan@example.gov.vn", "mot-cua.tp+x@vidu.vn", "a@localhost"] {
            assert_eq!(Target::mail(good).unwrap().address(), good);
        }
        for odd in [
            "",
            "lan",
            "lan@",
            "@vidu.vn",
            "a@b@c",
            "a b@vidu.vn",
            "lan@vidu.vn\r\nBcc: x@y.z",
            "lan@vidu.vn\nBcc: x",
            "<lan@vidu.vn>",
            "lan@vidu.vn,to@vidu.vn",
            "Lan <lan@vidu.vn>",
            "lẩn@vidu.vn",
            "\"lan\"@vidu.vn",
            ".lan@vidu.vn",
            "la..n@vidu.vn",
            "lan@-vidu.vn",
            "lan@vidu..vn",
        ] {
            assert_eq!(Target::mail(odd), Err(TargetError::Mail), "{odd:?}");
        }
    }

    #[test]
    fn webhooks_are_encrypted_except_on_this_machine() {
        for good in [
            "https://vidu.vn/hook?x=1",
            "https://10.1.2.3:8443/",
            "http://localhost:8080/hook",
            "http://127.0.0.1/",
            "http://[::1]:99/x",
        ] {
            assert_eq!(Target::hook(good).unwrap().address(), good);
        }
        for (odd, why) in [
            ("http://vidu.vn/", TargetError::Plain),
            ("http://localhost.vidu.vn/", TargetError::Plain),
            ("https://ten:mk@vidu.vn/", TargetError::Password),
            ("http://localhost@vidu.vn/", TargetError::Password),
            ("https://", TargetError::Hook),
            ("https:///x", TargetError::Hook),
            ("ftp://vidu.vn", TargetError::Hook),
            ("https://vidu.vn/a b", TargetError::Hook),
            ("https://vidu.vn/\r\nx: y", TargetError::Hook),
            ("https://vidu.vn:999999/", TargetError::Hook),
            ("https://vidu.vn\\@x.y/", TargetError::Hook),
        ] {
            assert_eq!(Target::hook(odd), Err(why), "{odd:?}");
        }
        assert_eq!(Target::parse("hook", "https://vidu.vn"), Target::hook("https://vidu.vn").ok());
        assert_eq!(Target::parse("fax", "1"), None);
    }
}
