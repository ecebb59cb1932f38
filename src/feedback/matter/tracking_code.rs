//! The code with which somebody looks up what became of a matter: seventeen random signs of the thirty that are
//! read aloud without confusion, 83 bits, and a check sign. It is shown once and never kept; what is kept is a hash
//! under a key of the host, so that who reads the database finds no code that works.
//!
//! The code comes from the key of the visit, so a form that is sent twice is answered with the same code. Its check
//! sign is made like that of a printed code: the signs count 1 to 30, are weighed with powers of 3 modulo 31, and the
//! sum is 0, so every single wrong sign and every swap of two is caught.

use std::fmt;

use crate::feedback::receipt::{SIGNS, grouped};
use crate::feedback::secret::Purpose;
use crate::feedback::{Key, Secret};

/// How many signs, the check sign included. Powers of 3 repeat after 30, so no two weights are equal.
const LENGTH: usize = 18;

/// How many signs stand together when it is read aloud.
const GROUP: usize = 3;

/// Bytes from here up are passed over, so that each of the 30 signs is equally likely.
const FAIR_BYTES: u8 = 240;

/// A tracking code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TrackingCode([u8; LENGTH]);

/// What is kept of a tracking code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrackingHash(pub [u8; 32]);

/// Why a text is no tracking code. Places count from 1, over signs only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrackingCodeError {
    /// A sign that no code has, such as `O` or `0`.
    #[error("place {place} holds a sign that no code has")]
    ForeignSign {
        /// Its place.
        place: usize,
    },
    /// Too few signs or too many.
    #[error("a tracking code has 18 signs, this text has {signs}")]
    Length {
        /// How many signs there are.
        signs: usize,
    },
    /// Good signs that do not belong together.
    #[error("the signs do not fit together: one is wrong, or two have changed places")]
    CheckSign,
}

impl TrackingCode {
    /// The code of what is sent under a key.
    pub fn of(secret: &Secret, key: &Key) -> Self {
        let key_for = secret.key_for(Purpose::TrackingCode);
        let mut stream = blake3::Hasher::new_keyed(&key_for).update(&key.0).finalize_xof();
        loop {
            let mut signs = [0; LENGTH];
            for sign in &mut signs[..LENGTH - 1] {
                let mut byte = [FAIR_BYTES];
                while byte[0] >= FAIR_BYTES {
                    stream.fill(&mut byte);
                }
                *sign = SIGNS[usize::from(byte[0]) % SIGNS.len()];
            }
            // One draw in 31 would need a check sign that does not exist, and is drawn anew.
            let missing = (31 - weigh(&signs)) % 31;
            if let Some(check) = missing.checked_sub(1).and_then(|at| SIGNS.get(at as usize)) {
                signs[LENGTH - 1] = *check;
                return Self(signs);
            }
        }
    }

    /// Reads what a person typed: any case; hyphens, dots and spaces are passed over.
    pub fn parse(text: &str) -> Result<Self, TrackingCodeError> {
        let mut signs = [0; LENGTH];
        let mut count = 0;
        for sign in text.chars().filter(|sign| !is_separator(*sign)) {
            let byte = u8::try_from(sign.to_ascii_uppercase()).ok();
            let byte = byte.filter(|byte| SIGNS.contains(byte));
            let byte = byte.ok_or(TrackingCodeError::ForeignSign { place: count + 1 })?;
            if let Some(place) = signs.get_mut(count) {
                *place = byte;
            }
            count += 1;
        }
        if count != LENGTH {
            return Err(TrackingCodeError::Length { signs: count });
        }
        if weigh(&signs) != 0 {
            return Err(TrackingCodeError::CheckSign);
        }
        Ok(Self(signs))
    }

    /// What is kept of it.
    pub fn hash(&self, secret: &Secret) -> TrackingHash {
        TrackingHash(secret.sign(Purpose::TrackingHash, &[&self.0]))
    }

    /// The eighteen capitals.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// As a person reads it best, in six groups of three: `K7F-3AB-M2Q-X9T-RWD-5HJ`.
    pub fn grouped(&self) -> String {
        grouped(self.as_str(), GROUP)
    }
}

/// Whoever has it may read and withdraw: its signs are not for logs.
impl fmt::Debug for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TrackingCode(…)")
    }
}

impl fmt::Debug for TrackingHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TrackingHash(…)")
    }
}

/// What people, printers and word processors put between signs.
fn is_separator(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '.' | '\u{2010}'..='\u{2014}' | '\u{200b}')
}

/// The weighted sum modulo 31; a byte that is no sign counts 0.
fn weigh(signs: &[u8; LENGTH]) -> u32 {
    let count = |sign: &u8| (1..).zip(SIGNS).find(|(_, own)| *own == sign).map_or(0, |(n, _)| n);
    // Horner's rule: each step weighs all before it with one more 3.
    signs.iter().fold(0, |sum, sign| (sum * 3 + count(sign)) % 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(number: u64) -> TrackingCode {
        let mut key = Key([1; 16]);
        key.0[..8].copy_from_slice(&number.to_be_bytes());
        TrackingCode::of(&Secret::new([3; 32]), &key)
    }

    #[test]
    fn one_key_one_code_and_no_code_leads_to_its_hash_without_the_secret() {
        let (secret, other) = (Secret::new([3; 32]), Secret::new([4; 32]));
        let key = Key([9; 16]);
        let code = TrackingCode::of(&secret, &key);
        assert_eq!(code, TrackingCode::of(&secret, &key));
        assert_ne!(code, TrackingCode::of(&secret, &Key([8; 16])));
        assert_ne!(code, TrackingCode::of(&other, &key));
        assert_ne!(code.hash(&secret), code.hash(&other));
        assert!(!format!("{code:?} {:?}", code.hash(&secret)).contains(code.as_str()));
        assert_eq!(code.grouped().len(), 23);
        // 17 free signs of 30: more than 80 bits.
        assert!(30_f64.log2() * 17.0 > 83.0);
    }

    #[test]
    fn what_is_mistyped_is_named() {
        let text = code(1).grouped();
        let odd = |text: &str| TrackingCode::parse(text).unwrap_err();
        assert_eq!(odd(""), TrackingCodeError::Length { signs: 0 });
        assert_eq!(odd(&text[1..]), TrackingCodeError::Length { signs: 17 });
        assert_eq!(odd(&format!("{text}2")), TrackingCodeError::Length { signs: 19 });
        assert_eq!(odd("K7F-O"), TrackingCodeError::ForeignSign { place: 4 });
        assert_eq!(odd("đ"), TrackingCodeError::ForeignSign { place: 1 });
    }

    #[test]
    fn every_sign_is_about_as_likely_in_every_place() {
        let mut counts = [[0_u32; 30]; LENGTH];
        for number in 0..3_000 {
            for (place, sign) in code(number).0.iter().enumerate() {
                counts[place][SIGNS.iter().position(|own| own == sign).unwrap()] += 1;
            }
        }
        for place in counts {
            assert!(place.iter().all(|count| (50..160).contains(count)), "{place:?}");
        }
    }

    proptest! {
        #[test]
        fn codes_are_read_back_however_they_are_typed(number: u64) {
            let code = code(number);
            for typed in [
                code.as_str().to_owned(),
                code.grouped().to_lowercase(),
                format!(" {} ", code.grouped().replace('-', " . ")),
            ] {
                prop_assert_eq!(TrackingCode::parse(&typed), Ok(code));
            }
        }

        #[test]
        fn one_wrong_sign_and_two_swapped_are_caught(number: u64, at in 0..LENGTH, with in 0..LENGTH, to in 0..30_usize) {
            let code = code(number);
            let mut wrong = code.0;
            wrong[at] = SIGNS[to];
            let mut swapped = code.0;
            swapped.swap(at, with);
            for odd in [wrong, swapped] {
                if odd != code.0 {
                    let read = TrackingCode::parse(std::str::from_utf8(&odd).unwrap());
                    prop_assert_eq!(read, Err(TrackingCodeError::CheckSign));
                }
            }
        }
    }
}
