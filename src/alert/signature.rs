//! How webhooks are signed: the scheme that is published as "Standard Webhooks" (version 1), so that receivers can use a
//! library. What is signed is `ID.TIMESTAMP.BODY`, by HMAC-SHA256; the receiver refuses old timestamps and ids that it
//! has seen.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// What stands before a secret that is handed to a receiver.
pub const SECRET_PREFIX: &str = "whsec_";

/// A key as it is handed to a receiver.
pub fn written_secret(key: &[u8; 32]) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(key))
}

/// The signature of a message as its header says it.
pub(super) fn signature(key: &[u8; 32], id: &str, timestamp: i64, body: &str) -> String {
    // HMAC takes keys of any length.
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap_or_else(|_| unreachable!());
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body.as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_what_others_compute() {
        // printf 'msg_1.1614265330.{"test": 1}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07 -binary | base64
        let known = signature(&[7; 32], "msg_1", 1_614_265_330, r#"{"test": 1}"#);
        assert_eq!(known, "v1,V9Qyv0W8kPyru+neCEUQpad/UtYWz43gRpE/Y5kYDkI=");
        assert_ne!(signature(&[7; 32], "msg_1", 1_614_265_331, r#"{"test": 1}"#), known);
        assert_eq!(written_secret(&[0; 32]), format!("whsec_{}=", "A".repeat(43)));
    }
}
