//! The key of one visit to a rating page: it makes a submission count once, however often it is sent.
//!
//! It is random, so it says nothing of the person. All zeros is what an untouched page holds: on a
//! plain static host without script nobody has filled the slot yet.

use std::fmt;

use super::hex;

/// Sixteen bytes, written as 32 small hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub [u8; 16]);

impl Key {
    /// The key of a page that nobody has filled.
    pub const BLANK: Self = Self([0; 16]);

    /// Reads 32 small hexadecimal digits; none for anything else.
    pub fn parse(digits: &str) -> Option<Self> {
        hex::read(digits).map(Self)
    }

    /// A key that `random` fills; blank draws are drawn again.
    pub fn draw(mut random: impl FnMut(&mut [u8])) -> Self {
        let mut key = Self::BLANK;
        while key.is_blank() {
            random(&mut key.0);
        }
        key
    }

    /// Whether nobody has filled it.
    pub fn is_blank(&self) -> bool {
        *self == Self::BLANK
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_only() {
        let key = Key(*b"\x01\xab89abcdef\xff12345");
        assert_eq!(key.to_string().len(), 32);
        assert_eq!(Key::parse(&key.to_string()), Some(key));
        for odd in ["", "00", &key.to_string().to_uppercase(), &format!("{key} ")] {
            assert_eq!(Key::parse(odd), None, "{odd}");
        }
        assert!(Key::parse(&"0".repeat(32)).unwrap().is_blank());
    }

    #[test]
    fn a_draw_is_never_blank() {
        let mut bytes = [0, 0, 7].into_iter();
        assert_eq!(Key::draw(|to| to.fill(bytes.next().unwrap())), Key([7; 16]));
    }
}
