//! The mail server through which alerts go, as an operator sets it.

use std::fmt;

use lettre::transport::smtp::client::Certificate;

use crate::feedback::alert::Target;

/// How the way to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Encrypted from the first byte (`smtps://`, usually port 465).
    Tls,
    /// Encrypted after a plain greeting, or not at all used (`smtp://`, usually port 587).
    StartTls,
    /// Not encrypted (`smtp+plain://`); only for this machine itself.
    Plain,
}

/// A server, who signs in there, and from whom mails come. The password is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServer {
    /// How the way is protected.
    pub security: Security,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The name with which to sign in; none for a server that asks for none.
    pub user: Option<String>,
    /// The address from which mails come.
    pub from: Target,
    /// Certificates in PEM of authorities that are trusted besides those of the system; none for these alone.
    pub authority: Option<String>,
}

/// Why settings cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailServerError {
    /// Not the address of a mail server.
    #[error(
        "a mail server is written smtps://mail.example.gov.vn:465 or smtp://mail.example.gov.vn:587"
    )]
    Server,
    /// Without encryption through a network.
    #[error(
        "smtp+plain:// is only for this machine itself (localhost); elsewhere use smtps:// or smtp://"
    )]
    Plain,
    /// A password in the address.
    #[error(
        "the address of a mail server holds no name and password; use --user, and a file or variable for the password"
    )]
    Password,
    /// Not the address of a sender.
    #[error("the sender is an e-mail address such as niemyet@example.gov.vn")]
    From,
    /// Not certificates.
    #[error(
        "the file of an authority holds its certificates in PEM (BEGIN CERTIFICATE), and no key"
    )]
    Authority,
    /// Not a name to sign in with.
    #[error("a name to sign in with is on one line")]
    User,
}

impl MailServer {
    /// Reads settings.
    pub fn parse(
        server: &str,
        user: Option<&str>,
        from: &str,
        authority: Option<&str>,
    ) -> Result<Self, MailServerError> {
        let schemes = [
            ("smtps://", Security::Tls, 465),
            ("smtp://", Security::StartTls, 587),
            ("smtp+plain://", Security::Plain, 25),
        ];
        let found = schemes.into_iter().find_map(|(scheme, security, port)| {
            Some((server.strip_prefix(scheme)?, security, port))
        });
        let (place, security, usual) = found.ok_or(MailServerError::Server)?;
        let place = place.trim_end_matches('/');
        if place.contains('@') {
            return Err(MailServerError::Password);
        }
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().map_err(|_| MailServerError::Server)?),
            None => (place, usual),
        };
        // A host is what may follow the sign in an address.
        Target::mail(&format!("x@{host}")).map_err(|_| MailServerError::Server)?;
        if security == Security::Plain && !matches!(host, "localhost" | "127.0.0.1") {
            return Err(MailServerError::Plain);
        }
        if user.is_some_and(|user| user.is_empty() || user.contains(char::is_control)) {
            return Err(MailServerError::User);
        }
        let from = Target::mail(from).map_err(|_| MailServerError::From)?;
        if authority.is_some_and(|pem| certificates(pem).is_none()) {
            return Err(MailServerError::Authority);
        }
        let (user, authority) = (user.map(str::to_owned), authority.map(str::to_owned));
        Ok(Self { security, host: host.into(), port, user, from, authority })
    }

    /// What stands behind the sign in the sender's address.
    pub(super) fn domain(&self) -> &str {
        self.from.address().rsplit('@').next().unwrap_or("localhost")
    }
}

/// The certificates of a PEM text; none if they cannot be read, or if something stands there that is none.
pub(super) fn certificates(pem: &str) -> Option<Certificate> {
    let holds = pem.contains("-----BEGIN CERTIFICATE-----") && !pem.contains("PRIVATE KEY");
    holds.then(|| Certificate::from_pem(pem.as_bytes()).ok()).flatten()
}

impl fmt::Display for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.security {
            Security::Tls => "smtps",
            Security::StartTls => "smtp",
            Security::Plain => "smtp+plain",
        };
        write!(f, "{scheme}://{}:{}", self.host, self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_strictly() {
        let read = |server| MailServer::parse(server, Some("lan"), "niemyet@vidu.vn", None);
        for (server, shown) in [
            ("smtps://mail.vidu.vn", "smtps://mail.vidu.vn:465"),
            ("smtp://mail.vidu.vn/", "smtp://mail.vidu.vn:587"),
            ("smtp://10.1.2.3:2525", "smtp://10.1.2.3:2525"),
            ("smtp+plain://localhost", "smtp+plain://localhost:25"),
        ] {
            assert_eq!(read(server).unwrap().to_string(), shown);
        }
        for (server, why) in [
            ("mail.vidu.vn", MailServerError::Server),
            ("smtp://", MailServerError::Server),
            ("smtp://mail.vidu.vn:x", MailServerError::Server),
            ("smtp://mail.vidu.vn\r\nRCPT", MailServerError::Server),
            ("smtp+plain://mail.vidu.vn", MailServerError::Plain),
            ("smtps://lan:mk@mail.vidu.vn", MailServerError::Password),
        ] {
            assert_eq!(read(server), Err(why), "{server:?}");
        }
        let server = "smtps://mail.vidu.vn";
        assert_eq!(
            MailServer::parse(server, Some("a\nb"), "a@b.vn", None),
            Err(MailServerError::User)
        );
        assert_eq!(MailServer::parse(server, None, "a@b.vn\r\n", None), Err(MailServerError::From));
        assert_eq!(MailServer::parse(server, None, "a@b.vn", None).unwrap().domain(), "b.vn");
        for pem in
            ["", "x", "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----", "PRIVATE KEY"]
        {
            let read = MailServer::parse(server, None, "a@b.vn", Some(pem));
            assert_eq!(read, Err(MailServerError::Authority), "{pem:?}");
        }
    }
}
