//! Sends mails.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters, TlsParametersBuilder};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{self, SmtpTransport};
use lettre::{Message, Transport as _};

use super::mail_server::certificates;
use super::{Letter, MailServer, STEP, Security, Told, Trouble};

/// Sends mails through one server.
pub struct Mailer {
    transport: SmtpTransport,
    from: Mailbox,
    domain: String,
}

impl Mailer {
    /// For a server, with the password of its user.
    pub fn new(server: &MailServer, password: Option<&str>) -> Result<Self, Trouble> {
        let from = mailbox(server.from.address())?;
        let tls = || {
            let own = server.authority.as_deref().and_then(certificates);
            let tls = TlsParameters::builder(server.host.clone());
            own.into_iter().fold(tls, TlsParametersBuilder::add_root_certificate).build()
        };
        let tls = match server.security {
            Security::Tls => Tls::Wrapper(tls().map_err(|error| trouble(&error))?),
            Security::StartTls => Tls::Required(tls().map_err(|error| trouble(&error))?),
            Security::Plain => Tls::None,
        };
        let mut transport = SmtpTransport::builder_dangerous(&server.host)
            .port(server.port)
            .tls(tls)
            .timeout(Some(Duration::from_secs(STEP)))
            .hello_name(ClientId::Domain(server.domain().to_owned()));
        if let Some(user) = &server.user {
            let password = password.ok_or(Trouble::NoPassword)?;
            transport = transport.credentials(Credentials::new(user.clone(), password.to_owned()));
        }
        Ok(Self { transport: transport.build(), from, domain: server.domain().to_owned() })
    }

    /// Sends a letter to an address. The id of the mail is the same however often it is sent, so that mail programs
    /// can show a repetition once.
    pub fn send(&self, to: &str, told: &Told, letter: &Letter) -> Result<(), Trouble> {
        let mail = self.mail(to, told, letter)?;
        self.transport.send(&mail).map(drop).map_err(|error| trouble(&error))
    }

    fn mail(&self, to: &str, told: &Told, letter: &Letter) -> Result<Message, Trouble> {
        let at = u64::try_from(told.at).unwrap_or_default();
        let header = |name, value: &str| {
            HeaderValue::new(HeaderName::new_from_ascii_str(name), value.into())
        };
        Message::builder()
            .from(self.from.clone())
            .to(mailbox(to)?)
            .subject(letter.subject.clone())
            .date(UNIX_EPOCH + Duration::from_millis(at))
            .message_id(Some(format!("<{}@{}>", told.id_digits(), self.domain)))
            // So that holiday notices and the like are not sent in answer (RFC 3834).
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("X-Niemyet-Attempt", &told.attempt.to_string()))
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_PLAIN)
                    .header(ContentTransferEncoding::QuotedPrintable)
                    .body(letter.text.trim_end().replace('\n', "\r\n")),
            )
            .map_err(|error| Trouble::Unwritable(error.to_string()))
    }
}

fn mailbox(address: &str) -> Result<Mailbox, Trouble> {
    let read = address.parse();
    read.map(|address| Mailbox::new(None, address))
        .map_err(|error: lettre::address::AddressError| Trouble::Unwritable(error.to_string()))
}

/// What an error of the exchange means.
fn trouble(error: &smtp::Error) -> Trouble {
    let cause = cause(error);
    let said = cause.as_deref().unwrap_or_default().to_owned();
    if let Some(code) = error.status() {
        let said = format!("{code} {said}");
        // 530, 534, 535, 538: about signing in (RFC 4954).
        return match u16::from(code) {
            454 | 530 | 534 | 535 | 538 => Trouble::NotSignedIn(said),
            _ => Trouble::Refused(said),
        };
    }
    let io = io_error(error).map(std::io::Error::kind);
    if error.is_tls() || io == Some(std::io::ErrorKind::InvalidData) {
        return Trouble::Tls(said);
    }
    if error.is_client() {
        // What the server does not offer: encryption, a way to sign in that this program knows.
        let signing_in = said.contains("authentication");
        return if signing_in { Trouble::NotSignedIn(said) } else { Trouble::Tls(said) };
    }
    let shown = error.to_string();
    if shown.starts_with("Connection error") {
        let unknown = said.contains("lookup") || said.contains("resolve");
        return if unknown { Trouble::UnknownHost(said) } else { Trouble::Unreachable(said) };
    }
    if error.is_timeout() || io == Some(std::io::ErrorKind::WouldBlock) {
        return Trouble::TooSlow;
    }
    Trouble::CutOff(said)
}

/// The deepest cause, which says most.
fn cause(error: &smtp::Error) -> Option<String> {
    let mut at = std::error::Error::source(error)?;
    while let Some(next) = at.source() {
        at = next;
    }
    Some(at.to_string())
}

fn io_error(error: &smtp::Error) -> Option<&std::io::Error> {
    let mut at = std::error::Error::source(error);
    while let Some(one) = at {
        if let Some(found) = one.downcast_ref() {
            return Some(found);
        }
        at = one.source();
    }
    None
}

#[cfg(test)]
#[path = "mail_tests.rs"]
mod tests;
