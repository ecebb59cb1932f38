//! What a citizen is shown, and may write down, once a rating is kept: eight signs that are read aloud
//! as easily as a printed code. The same key always has the same receipt, so sending twice shows it twice.

use std::fmt;

use super::secret::Purpose;
use super::{Key, Secret};

/// The 30 signs of printed codes, without what people confuse (0 O 1 I L U).
pub(super) const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs in groups of so many, as a person reads them best.
pub(super) fn grouped(signs: &str, size: usize) -> String {
    let groups = signs.as_bytes().chunks(size);
    let groups = groups.map(|group| std::str::from_utf8(group).unwrap_or_default());
    groups.collect::<Vec<_>>().join("-")
}

/// How many signs.
const LENGTH: usize = 8;

/// Bytes from here up are passed over, so that each of the 30 signs is equally likely.
const FAIR_BYTES: u8 = 240;

/// Eight signs of the 30.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Receipt([u8; LENGTH]);

impl Receipt {
    /// The receipt of a key.
    pub fn of(secret: &Secret, key: &Key) -> Self {
        let key_for = secret.key_for(Purpose::RatingReceipt);
        let mut stream = blake3::Hasher::new_keyed(&key_for).update(&key.0).finalize_xof();
        let mut signs = [0; LENGTH];
        for sign in &mut signs {
            let mut byte = [FAIR_BYTES];
            while byte[0] >= FAIR_BYTES {
                stream.fill(&mut byte);
            }
            *sign = SIGNS[usize::from(byte[0]) % SIGNS.len()];
        }
        Self(signs)
    }

    /// Reads eight signs in any case, with hyphens passed over; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut signs = [0; LENGTH];
        let mut count = 0;
        for byte in text.bytes().filter(|byte| *byte != b'-') {
            let sign = byte.to_ascii_uppercase();
            *signs.get_mut(count)? = SIGNS.contains(&sign).then_some(sign)?;
            count += 1;
        }
        (count == LENGTH).then_some(Self(signs))
    }

    /// The eight capitals.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// As a person reads it best: `7KX4-Q2MB`, with a hyphen that does not break.
    pub fn grouped(&self) -> String {
        let (first, rest) = self.as_str().split_at(LENGTH / 2);
        format!("{first}\u{2011}{rest}")
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_one_receipt() {
        let secret = Secret::new([3; 32]);
        let receipt = Receipt::of(&secret, &Key([9; 16]));
        assert_eq!(receipt, Receipt::of(&secret, &Key([9; 16])));
        assert_ne!(receipt, Receipt::of(&secret, &Key([8; 16])));
        assert_ne!(receipt, Receipt::of(&Secret::new([4; 32]), &Key([9; 16])));
        assert_eq!(Receipt::parse(&receipt.as_str().to_lowercase()), Some(receipt));
        for odd in ["", "7KX4Q2M", "7KX4Q2MBB", "7KX4Q2M0", "../../..", "7KX4Q2Mế"] {
            assert_eq!(Receipt::parse(odd), None, "{odd}");
        }
    }
}
