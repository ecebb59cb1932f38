//! Names by content: the same bytes have the same name, and a name can be checked against its bytes.
//!
//! 128 bits of blake3 are enough: nobody gains by making two pages collide that he may write anyway, and chance
//! does not reach 2⁶⁴ files.

use std::fmt;

/// The first 128 bits of the blake3 hash of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(pub [u8; 16]);

impl Mark {
    /// The mark of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_hash(&blake3::hash(bytes))
    }

    /// The front half of a whole hash.
    pub fn from_hash(hash: &blake3::Hash) -> Self {
        let mut half = [0; 16];
        half.copy_from_slice(&hash.as_bytes()[..16]);
        Self(half)
    }

    /// Reads 32 small hexadecimal digits; none for anything else.
    pub fn parse(digits: &str) -> Option<Self> {
        let digits: &[u8; 32] = digits.as_bytes().try_into().ok()?;
        let mut mark = [0; 16];
        for (byte, pair) in mark.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = hex_value(pair[0])? << 4 | hex_value(pair[1])?;
        }
        Some(Self(mark))
    }
}

/// The value of a small hexadecimal digit.
fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // In one piece: a tag is written for every answer, and sixteen small writes showed in the host's profile.
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0; 32];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// The name of a segment file: `seg-<mark>.nms`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentName(pub Mark);

/// The name of an index file: `index-<mark>.nmi`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexName(pub Mark);

impl IndexName {
    /// Reads a file name back; none for any other file.
    pub fn parse(file: &str) -> Option<Self> {
        let digits = file.strip_prefix("index-")?.strip_suffix(".nmi")?;
        Mark::parse(digits).map(Self)
    }
}

impl SegmentName {
    /// Reads a file name back; none for any other file.
    pub fn parse(file: &str) -> Option<Self> {
        let digits = file.strip_prefix("seg-")?.strip_suffix(".nms")?;
        Mark::parse(digits).map(Self)
    }
}

impl fmt::Display for SegmentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "seg-{}.nms", self.0)
    }
}

impl fmt::Display for IndexName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index-{}.nmi", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_others_do_not() {
        let mark = Mark::of(b"niemyet");
        assert_eq!(Mark::parse(&mark.to_string()), Some(mark));
        assert_eq!(IndexName::parse(&IndexName(mark).to_string()), Some(IndexName(mark)));
        assert_eq!(SegmentName::parse(&SegmentName(mark).to_string()), Some(SegmentName(mark)));
        assert_eq!(IndexName::parse(&SegmentName(mark).to_string()), None);
        assert_eq!(
            Mark::parse(&mark.to_string().to_uppercase().replace(char::is_numeric, "A")),
            None
        );
        assert_eq!(IndexName::parse("index-../../etc.nmi"), None);
    }
}
