//! What lets its holder see the page of thanks, with the tracking code on it, once more: the key of the visit and the
//! time, signed, in the address. The tracking code itself is never in an address.

use crate::feedback::secret::Purpose;
use crate::feedback::{Key, Secret, hex};
use crate::text::Slug;

use super::MatterKind;

/// How long the page shows the code, in milliseconds: proxies may log its address.
const GOOD_FOR: i64 = 30 * 60 * 1_000;

/// The bytes of a signature.
const MAC: usize = 16;

/// The bytes that are signed.
const BODY: usize = 24;

/// A matter that was received, as the page of thanks knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatterClaim {
    /// The key under which it was sent.
    pub key: Key,
    /// When, in milliseconds UTC.
    pub at: i64,
}

impl MatterClaim {
    /// The claim in 80 small hexadecimal digits, good for this kind and agency alone.
    pub fn write(&self, secret: &Secret, kind: MatterKind, agency: &Slug) -> String {
        let body = self.body();
        let mut text = String::with_capacity(2 * (BODY + MAC));
        // Writing to a String cannot fail.
        let _ = hex::write(&body, &mut text);
        let _ = hex::write(&mac(secret, kind, agency, &body), &mut text);
        text
    }

    /// The claim of such digits, if it is ours; good or not any more.
    pub fn read(digits: &str, secret: &Secret, kind: MatterKind, agency: &Slug) -> Option<Self> {
        let bytes: [u8; BODY + MAC] = hex::read(digits)?;
        let (body, signed) = bytes.split_at(BODY);
        if !constant_time_eq::constant_time_eq(signed, &mac(secret, kind, agency, body)) {
            return None;
        }
        let (mut key, mut at) = ([0; 16], [0; 8]);
        key.copy_from_slice(&body[..16]);
        at.copy_from_slice(&body[16..]);
        Some(Self { key: Key(key), at: i64::from_be_bytes(at) })
    }

    /// Whether the page may still show the tracking code.
    pub fn is_good(&self, now: i64) -> bool {
        now.saturating_sub(self.at) <= GOOD_FOR
    }

    fn body(&self) -> [u8; BODY] {
        let mut body = [0; BODY];
        body[..16].copy_from_slice(&self.key.0);
        body[16..].copy_from_slice(&self.at.to_be_bytes());
        body
    }
}

fn mac(secret: &Secret, kind: MatterKind, agency: &Slug, body: &[u8]) -> [u8; MAC] {
    // The body has one width, and no id of an agency holds a slash.
    let parts = [body, kind.word().as_bytes(), b"/", agency.as_str().as_bytes()];
    secret.sign(Purpose::MatterClaim, &parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_good_for_its_own_kind_and_agency_and_for_half_an_hour() {
        let secret = Secret::new([7; 32]);
        let [own, other] = ["xa-a", "xa-b"].map(|id| Slug::parse(id).unwrap());
        let claim = MatterClaim { key: Key([3; 16]), at: 1_795_000_000_000 };
        let text = claim.write(&secret, MatterKind::Report, &own);
        assert_eq!(text.len(), 80);
        let read = |text: &str, kind, agency| MatterClaim::read(text, &secret, kind, agency);
        assert_eq!(read(&text, MatterKind::Report, &own), Some(claim));
        assert_eq!(read(&text, MatterKind::Petition, &own), None);
        assert_eq!(read(&text, MatterKind::Report, &other), None);
        assert_eq!(MatterClaim::read(&text, &Secret::new([8; 32]), MatterKind::Report, &own), None);
        for odd in ["", &text[1..], &text.to_uppercase().replace('0', "1")] {
            assert_eq!(read(odd, MatterKind::Report, &own), None, "{odd}");
        }
        assert!(claim.is_good(claim.at + GOOD_FOR) && !claim.is_good(claim.at + GOOD_FOR + 1));
    }
}
