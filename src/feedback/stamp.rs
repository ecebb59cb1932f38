//! The signed time at which a page with a form was handed out.
//!
//! It tells a form that was filled by a hand from one that was posted by a program in the same
//! instant, without keeping anything about the visit. The signature covers the printed code (or the
//! kind and the agency of a matter), the time and the key, each of fixed width, so that no two different stamps have the same bytes to sign.

use std::fmt;

use super::matter::MatterKind;
use super::secret::Purpose;
use super::{Key, Secret, hex};
use crate::catalogue::PrintedCode;
use crate::text::Slug;

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
        let subject = code.as_str().as_bytes();
        Self::of(secret, Purpose::RatingStamp, subject, key, time)
    }

    /// A stamp for a page on which a matter of this kind can be brought to an agency.
    pub fn sign_for_matter(
        secret: &Secret,
        kind: MatterKind,
        agency: &Slug,
        key: &Key,
        time: i64,
    ) -> Self {
        Self::of(secret, Purpose::MatterStamp, &subject(kind, agency), key, time)
    }

    fn of(secret: &Secret, purpose: Purpose, subject: &[u8], key: &Key, time: i64) -> Self {
        let mac = secret.sign(purpose, &[subject, &time.to_be_bytes(), &key.0]);
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
        Self::age_of(digits, now, |time| Self::sign(secret, code, key, time))
    }

    /// The same for a page on which a matter can be brought.
    pub fn age_for_matter(
        digits: &str,
        secret: &Secret,
        (kind, agency): (MatterKind, &Slug),
        key: &Key,
        now: i64,
    ) -> Result<i64, StampError> {
        Self::age_of(digits, now, |time| Self::sign_for_matter(secret, kind, agency, key, time))
    }

    fn age_of(digits: &str, now: i64, sign: impl FnOnce(i64) -> Self) -> Result<i64, StampError> {
        if digits.bytes().all(|digit| digit == b'0') {
            return Err(StampError::Blank);
        }
        let claimed = Self::read(digits).ok_or(StampError::Forged)?;
        let true_one = sign(claimed.time);
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

/// A kind and an agency in a width that is always the same.
fn subject(kind: MatterKind, agency: &Slug) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(kind.word().as_bytes()).update(b"/").update(agency.as_str().as_bytes());
    *hasher.finalize().as_bytes()
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

    #[test]
    fn a_stamp_for_a_matter_is_good_for_its_kind_and_agency_only() {
        let (secret, key) = (Secret::new([7; 32]), Key([1; 16]));
        let [own, other] = ["xa-a", "xa-b"].map(|id| Slug::parse(id).unwrap());
        let digits = Stamp::sign_for_matter(&secret, MatterKind::Petition, &own, &key, 1_000);
        let age = |kind, agency| {
            Stamp::age_for_matter(&digits.to_string(), &secret, (kind, agency), &key, 1_500)
        };
        assert_eq!(age(MatterKind::Petition, &own), Ok(500));
        assert_eq!(age(MatterKind::Report, &own), Err(StampError::Forged));
        assert_eq!(age(MatterKind::Petition, &other), Err(StampError::Forged));
    }
}
