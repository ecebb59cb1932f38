//! Sends webhooks.

use std::io;
use std::time::Duration;

use serde_json::json;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::signature::signature;
use super::{STEP, Told, Trouble};

/// Sends webhooks: one at a time, without redirects, proxies or cookies.
pub struct Hooks(Agent);

impl Hooks {
    /// With the authorities that this machine trusts.
    pub fn new() -> Self {
        let trusted = rustls_native_certs::load_native_certs().certs;
        let roots: Vec<_> =
            trusted.iter().map(|one| Certificate::from_der(one).to_owned()).collect();
        let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&roots)).build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .proxy(None)
            .max_redirects(0)
            .http_status_as_error(false)
            .max_idle_connections(0)
            .user_agent("niemyet")
            .timeout_connect(Some(Duration::from_secs(STEP)))
            .timeout_global(Some(Duration::from_secs(3 * STEP)))
            .build();
        Self(config.new_agent())
    }

    /// Sends a message at `now` (milliseconds UTC), signed with the key that the receiver has.
    pub fn send(
        &self,
        address: &str,
        key: &[u8; 32],
        told: &Told,
        desk: &str,
        now: i64,
    ) -> Result<(), Trouble> {
        let (id, timestamp) = (told.id_digits(), now.div_euclid(1_000));
        let body = body(told, desk);
        let sent = self
            .0
            .post(address)
            .header("content-type", "application/json")
            .header("webhook-id", &id)
            .header("webhook-timestamp", timestamp.to_string())
            .header("webhook-signature", signature(key, &id, timestamp, &body))
            .send(&body);
        match sent {
            Ok(answer) if answer.status().is_success() => Ok(()),
            Ok(answer) => Err(Trouble::Status(answer.status().as_u16())),
            Err(error) => Err(trouble(&error)),
        }
    }
}

impl Default for Hooks {
    fn default() -> Self {
        Self::new()
    }
}

/// The body: what is told, of which agency, which try it is.
fn body(told: &Told, desk: &str) -> String {
    let content = json!({
        "type": told.facts.kind().word(),
        "id": told.id_digits(),
        "timestamp": told.at,
        "attempt": told.attempt,
        "may_be_repeated": told.may_be_repeated,
        "agency": told.agency,
        "desk": desk,
        "data": facts(told),
    });
    content.to_string()
}

/// The facts without the name of their kind around them.
fn facts(told: &Told) -> serde_json::Value {
    match serde_json::to_value(&told.facts) {
        Ok(serde_json::Value::Object(fields)) => fields.into_iter().next().map(|(_, value)| value),
        _ => None,
    }
    .unwrap_or_else(|| json!({}))
}

fn trouble(error: &ureq::Error) -> Trouble {
    use ureq::Error as E;
    let said = error.to_string();
    match error {
        E::HostNotFound => Trouble::UnknownHost(said),
        E::ConnectionFailed | E::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            Trouble::Unreachable(said)
        }
        E::Timeout(_) => Trouble::TooSlow,
        E::Tls(_) | E::Rustls(_) | E::Pem(_) => Trouble::Tls(said),
        E::Io(error) => match error.kind() {
            io::ErrorKind::ConnectionRefused
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::AddrNotAvailable => Trouble::Unreachable(said),
            // A certificate that is not trusted comes out of the stream as bad data.
            io::ErrorKind::InvalidData => Trouble::Tls(said),
            _ => Trouble::CutOff(said),
        },
        E::BadUri(_) | E::Http(_) => Trouble::Unwritable(said),
        _ => Trouble::CutOff(said),
    }
}
