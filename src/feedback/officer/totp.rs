//! One-time numbers of authenticator programs (RFC 6238): six digits, thirty seconds, SHA-1, which is what all
//! of them know.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// How long a number lasts, in seconds.
pub const STEP_SECONDS: i64 = 30;

/// How many steps a phone's clock may be off, each way.
const SKEW: i64 = 1;

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What an officer's phone and we share. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// A secret of bytes that nobody else knows.
    pub fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be sealed.
    pub fn bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// The step of a typed number at `now` (milliseconds UTC): none if it is wrong, or is of a step that is not
    /// later than the `last` one used, since each number counts once.
    pub fn step_of(&self, typed: &str, now: i64, last: Option<i64>) -> Option<i64> {
        let digits: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let current = now.div_euclid(STEP_SECONDS * 1_000);
        let mut found = None;
        for step in current - SKEW..=current + SKEW {
            let fits =
                constant_time_eq::constant_time_eq(self.number(step).as_bytes(), digits.as_bytes());
            if fits && last.is_none_or(|last| step > last) {
                found = Some(step);
            }
        }
        found
    }

    /// The six digits of a step.
    pub fn number(&self, step: i64) -> String {
        // HMAC takes keys of any length; the type cannot say so.
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(&self.0) else { return String::new() };
        mac.update(&step.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let at = usize::from(digest[19] & 0x0f);
        let mut four = [0; 4];
        four.copy_from_slice(&digest[at..at + 4]);
        format!("{:06}", (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
    }

    /// The secret as it is typed into a phone: base 32 in groups of four.
    pub fn typed(&self) -> String {
        let signs = self.base32();
        let groups: Vec<&str> = (0..signs.len()).step_by(4).map(|at| &signs[at..at + 4]).collect();
        groups.join(" ")
    }

    /// What the phone reads from a symbol. `issuer` and `account` are shown there.
    pub fn address(&self, issuer: &str, account: &str) -> String {
        let (account, issuer, secret) = (escape(account), escape(issuer), self.base32());
        format!("otpauth://totp/{account}?secret={secret}&issuer={issuer}")
    }

    fn base32(&self) -> String {
        let mut signs = String::with_capacity(32);
        for five in self.0.chunks(5) {
            let bits = five.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            for place in (0..8).rev() {
                signs.push(char::from(
                    BASE32[usize::try_from(bits >> (5 * place) & 31).unwrap_or(0)],
                ));
            }
        }
        signs
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

/// Bytes that may not stand in an address, as `%` and two digits.
fn escape(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::with_capacity(text.len()), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the test vectors in RFC 6238, appendix B.
    fn secret() -> TotpSecret {
        TotpSecret::new(*b"12345678901234567890")
    }

    #[test]
    fn numbers_are_those_of_the_standard() {
        for (seconds, number) in [
            (59_i64, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret().number(seconds / 30), number);
            assert_eq!(secret().step_of(number, seconds * 1_000, None), Some(seconds / 30));
        }
        assert_eq!(secret().typed(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            secret().address("niemyet.vn:1", "lan"),
            "otpauth://totp/lan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=niemyet.vn%3A1"
        );
    }

    #[test]
    fn a_number_counts_once_and_only_about_its_time() {
        let now = 1_111_111_109_000;
        let step = 1_111_111_109 / 30;
        let of = |typed: &str, now, last| secret().step_of(typed, now, last);
        assert_eq!(of("081 804", now, Some(step - 1)), Some(step));
        assert_eq!(of("081804", now, Some(step)), None, "used");
        assert_eq!(of("081804", now + 30_000, None), Some(step), "a phone that is slow");
        assert_eq!(of("081804", now + 90_000, None), None, "too late");
        for odd in ["", "08180", "0818044", "08180a", "٠٨١٨٠٤"] {
            assert_eq!(of(odd, now, None), None, "{odd}");
        }
    }
}
