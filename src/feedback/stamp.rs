//! The signed time at which a rating page was handed out.
//!
//! It tells a form that was filled by a hand from one that was posted by a program in the same
//! instant, without keeping anything about the visit. The signature covers the printed code, the time
//! and the key, each of fixed width, so that no two different stamps have the same bytes to sign.

use std::fmt;

use super::secret::Purpose;
use super::{Key, Secret, hex};
use crate::catalogue::PrintedCode;

/// A time in milliseconds UTC and its signature; 64 small hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    time: i64,
    mac: [u8; 24],
}

/// Why a stamp says nothing about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    /// Nobody has filled the slot.
    #[error("the page was never stamped")]
    Blank,
    /// Not of the shape of a stamp, or not signed by us for this code and key.
    #[error("the stamp is not ours, or not for this page")]
    Forged,
}

impl Stamp {
    /// A stamp for a page handed out at `time` (milliseconds UTC).
    pub fn sign(secret: &Secret, code: &PrintedCode, key: &Key, time: i64) -> Self {
        let mut hasher = blake3::Hasher::new_keyed(&secret.key_for(Purpose::RatingStamp));
        hasher.update(code.as_str().as_bytes()).update(&time.to_be_bytes()).update(&key.0);
        let mut mac = [0; 24];
        mac.copy_from_slice(&hasher.finalize().as_bytes()[..24]);
        Self { time, mac }
    }

    /// How long ago, in milliseconds at `now`, the page with these digits was handed out; negative if
    /// the clock has been set back.
    pub fn age(
        digits: &str,
        secret: &Secret,
        code: &PrintedCode,
        key: &Key,
        now: i64,
    ) -> Result<i64, StampError> {
        if digits.bytes().all(|digit| digit == b'0') {
            return Err(StampError::Blank);
        }
        let claimed = Self::read(digits).ok_or(StampError::Forged)?;
        let true_one = Self::sign(secret, code, key, claimed.time);
        if constant_time_eq::constant_time_eq(&claimed.mac, &true_one.mac) {
            Ok(now.saturating_sub(claimed.time))
        } else {
            Err(StampError::Forged)
        }
    }

    fn read(digits: &str) -> Option<Self> {
        let bytes: [u8; 32] = hex::read(digits)?;
        let (mut time, mut mac) = ([0; 8], [0; 24]);
        time.copy_from_slice(&bytes[..8]);
        mac.copy_from_slice(&bytes[8..]);
        Some(Self { time: i64::from_be_bytes(time), mac })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.time.to_be_bytes(), f)?;
        hex::write(&self.mac, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes() -> [PrintedCode; 2] {
        [1, 2].map(|first| {
            let mut byte = first;
            PrintedCode::mint(|| {
                byte += 1;
                byte
            })
        })
    }

    #[test]
    fn a_stamp_tells_its_age_for_its_own_page_only() {
        let (secret, key, [code, other]) = (Secret::new([7; 32]), Key([1; 16]), codes());
        let digits = Stamp::sign(&secret, &code, &key, 1_795_000_000_000).to_string();
        let age = |digits: &str, secret: &Secret, code, key| {
            Stamp::age(digits, secret, code, key, 1_795_000_004_000)
        };
        assert_eq!(digits.len(), 64);
        assert_eq!(age(&digits, &secret, &code, &key), Ok(4_000));
        let forged = Err(StampError::Forged);
        assert_eq!(age(&digits, &secret, &other, &key), forged);
        assert_eq!(age(&digits, &secret, &code, &Key([2; 16])), forged);
        assert_eq!(age(&digits, &Secret::new([8; 32]), &code, &key), forged);
        assert_eq!(age(&digits[1..], &secret, &code, &key), forged);
        let later = format!("0000{}", &digits[4..]).replacen('1', "2", 1);
        assert_eq!(age(&later, &secret, &code, &key), forged);
        assert_eq!(age(&"0".repeat(64), &secret, &code, &key), Err(StampError::Blank));
        assert_eq!(age("", &secret, &code, &key), Err(StampError::Blank));
    }
}
