//! What lets its holder change or add to a rating that is kept: the key of the visit, signed, in the
//! address of the page of thanks. There is no cookie and no session; whoever has the address has the
//! rating, for as long as the windows last, and nobody else has.
//!
//! It is never shown: the receipt is what people read aloud, and no receipt leads back to a claim.

use super::secret::Purpose;
use super::{Key, Secret, hex};
use crate::catalogue::PrintedCode;
use crate::text::Slug;

/// The bytes of a signature.
const MAC: usize = 16;

/// The bytes that are signed.
const BODY: usize = 27;

/// The bit of the last byte that says that the rating is verified. No tap has so many answers.
const VERIFIED: u8 = 0x80;

/// A rating that was kept, as the next page knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The key under which it is kept.
    pub key: Key,
    /// When it was kept, in milliseconds UTC: only to show what can still be done. The store judges.
    pub at: i64,
    /// The version of the survey that was answered.
    pub version: u16,
    /// The first question's answer as a place among its options, from 1; 0 for none or "don't know".
    pub chosen: u8,
    /// Whether a one-time code is known to have proved the visit: only to leave off asking for one.
    pub verified: bool,
}

impl Claim {
    /// The claim in 86 small hexadecimal digits, good for this printed code and survey alone.
    pub fn write(&self, secret: &Secret, code: &PrintedCode, survey: &Slug) -> String {
        let body = self.body();
        let mut text = String::with_capacity(2 * (BODY + MAC));
        // Writing to a String cannot fail.
        let _ = hex::write(&body, &mut text);
        let _ = hex::write(&mac(secret, *code, survey, &body), &mut text);
        text
    }

    /// Reads what [`Self::write`] wrote; none for anything that it did not.
    pub fn read(text: &str, secret: &Secret, code: &PrintedCode, survey: &Slug) -> Option<Self> {
        let bytes: [u8; BODY + MAC] = hex::read(text)?;
        let body: [u8; BODY] = bytes[..BODY].try_into().ok()?;
        if !constant_time_eq::constant_time_eq(&bytes[BODY..], &mac(secret, *code, survey, &body)) {
            return None;
        }
        Some(Self {
            key: Key(body[..16].try_into().ok()?),
            at: i64::from_be_bytes(body[16..24].try_into().ok()?),
            version: u16::from_be_bytes([body[24], body[25]]),
            chosen: body[26] & !VERIFIED,
            verified: body[26] & VERIFIED != 0,
        })
    }

    fn body(&self) -> [u8; BODY] {
        let mut body = [0; BODY];
        body[..16].copy_from_slice(&self.key.0);
        body[16..24].copy_from_slice(&self.at.to_be_bytes());
        body[24..26].copy_from_slice(&self.version.to_be_bytes());
        let chosen = if self.chosen < VERIFIED { self.chosen } else { 0 };
        body[26] = if self.verified { chosen | VERIFIED } else { chosen };
        body
    }
}

/// All parts but the last have a fixed width, so no two claims have the same bytes to sign.
fn mac(secret: &Secret, code: PrintedCode, survey: &Slug, body: &[u8; BODY]) -> [u8; MAC] {
    let parts = [code.as_str().as_bytes(), body, survey.as_str().as_bytes()];
    secret.sign(Purpose::RatingClaim, &parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_holds_for_its_own_code_and_survey_only() {
        let [code, other] = [7, 9].map(|byte| PrintedCode::mint(|| byte));
        let [survey, long] = ["nhanh-5", "nam-yeu-to"].map(|id| Slug::parse(id).unwrap());
        let secret = Secret::new([7; 32]);
        let (key, at) = (Key([3; 16]), 1_795_000_000_000);
        let claim = Claim { key, at, version: 258, chosen: 4, verified: false };
        let text = claim.write(&secret, &code, &survey);
        assert_eq!(text.len(), 86);
        assert_eq!(Claim::read(&text, &secret, &code, &survey), Some(claim));
        let verified = Claim { verified: true, ..claim };
        let proved = verified.write(&secret, &code, &survey);
        assert_eq!(Claim::read(&proved, &secret, &code, &survey), Some(verified));
        assert_eq!(Claim::read(&text, &secret, &other, &survey), None);
        assert_eq!(Claim::read(&text, &secret, &code, &long), None);
        assert_eq!(Claim::read(&text, &Secret::new([8; 32]), &code, &survey), None);
        for at in 0..text.len() {
            let mut odd = text.clone();
            let digit = if &odd[at..=at] == "0" { "1" } else { "0" };
            odd.replace_range(at..=at, digit);
            assert_eq!(Claim::read(&odd, &secret, &code, &survey), None, "{at}");
        }
        for odd in ["", &text[1..], &text.to_uppercase(), &format!("{text}0")] {
            assert_eq!(Claim::read(odd, &secret, &code, &survey), None, "{odd}");
        }
    }
}
