//! The number of a file. With the whole number anybody can look a file up on the national portal, so the register keeps
//! a masked one to be read, and a hash under a key of the host to know the same file again.

use std::fmt;

use crate::feedback::Secret;
use crate::feedback::secret::Purpose;

/// What stands for a hidden sign.
const HIDDEN: char = '•';

/// The signs that stay readable at the beginning of a long number, and at its end.
const SHOWN: (usize, usize) = (3, 2);

/// The fewest signs that a masked number hides.
const LEAST_HIDDEN: usize = 4;

/// A whole number of a file, as it was typed; never kept.
#[derive(Clone, PartialEq, Eq)]
pub struct FileNumber(Box<str>);

/// A number of which the ends are left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MaskedFile(Box<str>);

/// What is kept of a whole number, to know the same file again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FileHash(pub [u8; 32]);

/// Why a text is no number of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileNumberError {
    /// Too few letters and digits to be one, or too many.
    #[error("a file number has 7 to 40 letters and digits")]
    Length,
    /// A sign that no number has.
    #[error("a file number holds letters, digits and . - / only")]
    Sign,
    /// It shows more than its ends.
    #[error("more of the file number is readable than its ends")]
    Readable,
}

impl FileNumber {
    /// Reads what was typed: any case; spaces are passed over.
    pub fn parse(text: &str) -> Result<Self, FileNumberError> {
        let signs: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        let signs = signs.to_ascii_uppercase();
        if !signs.chars().all(|sign| sign.is_ascii_alphanumeric() || is_between(sign)) {
            return Err(FileNumberError::Sign);
        }
        let counted = signs.chars().filter(char::is_ascii_alphanumeric).count();
        if !(LEAST_HIDDEN + 3..=40).contains(&counted) || signs.len() > 60 {
            return Err(FileNumberError::Length);
        }
        Ok(Self(signs.into()))
    }

    /// The number as it was typed, in capitals.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number with only its ends readable; separators stay, so that its owner knows it.
    pub fn masked(&self) -> MaskedFile {
        let count = self.0.chars().filter(char::is_ascii_alphanumeric).count();
        let first = SHOWN.0.min(count.saturating_sub(LEAST_HIDDEN + SHOWN.1));
        let mut at = 0;
        let masked = self.0.chars().map(|sign| {
            if !sign.is_ascii_alphanumeric() {
                return sign;
            }
            at += 1;
            if at <= first || at > count - SHOWN.1 { sign } else { HIDDEN }
        });
        MaskedFile(masked.collect::<String>().into())
    }

    /// What is kept of it. Separators do not count: they are typed in many ways.
    pub fn hash(&self, secret: &Secret) -> FileHash {
        let plain: String = self.0.chars().filter(char::is_ascii_alphanumeric).collect();
        FileHash(secret.sign(Purpose::FileNumber, &[plain.as_bytes()]))
    }
}

impl MaskedFile {
    /// Reads a masked number; `*`, `x` in a row of them and `•` hide a sign. One that shows more than its ends is refused.
    pub fn parse(text: &str) -> Result<Self, FileNumberError> {
        let text = text.trim().to_ascii_uppercase().replace("XXX", "***").replace("*X", "**");
        let signs: String =
            text.chars().map(|sign| if sign == '*' { HIDDEN } else { sign }).collect();
        let known = |sign: char| sign.is_ascii_alphanumeric() || is_between(sign) || sign == HIDDEN;
        if !signs.chars().all(known) {
            return Err(FileNumberError::Sign);
        }
        let hidden = signs.chars().filter(|sign| *sign == HIDDEN).count();
        let shown = signs.chars().filter(char::is_ascii_alphanumeric).count();
        if hidden < LEAST_HIDDEN || shown > SHOWN.0 + SHOWN.1 {
            return Err(FileNumberError::Readable);
        }
        if shown == 0 || hidden + shown > 40 || signs.chars().count() > 60 {
            return Err(FileNumberError::Length);
        }
        Ok(Self(signs.into()))
    }

    /// The signs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Signs between the groups of a number.
fn is_between(sign: char) -> bool {
    matches!(sign, '.' | '-' | '/')
}

impl fmt::Display for MaskedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whole numbers are not for logs.
impl fmt::Debug for FileNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileNumber(…)")
    }
}

impl fmt::Debug for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_ends_of_a_number_are_left() {
        let masked = |text| FileNumber::parse(text).unwrap().masked().to_string();
        assert_eq!(masked("000.00.19.H29-261122-0012"), "000.••.••.•••-••••••-••12");
        assert_eq!(masked("h29.113 - 261122-0012"), "H29.•••-••••••-••12");
        assert_eq!(masked("1234567"), "1••••67");
        for text in ["000.00.19.H29-261122-0012", "1234567", "12345678"] {
            let masked = FileNumber::parse(text).unwrap().masked();
            assert_eq!(MaskedFile::parse(masked.as_str()).as_ref(), Ok(&masked), "{text}");
        }
    }

    #[test]
    fn one_file_has_one_hash_however_it_is_typed_and_another_under_another_key() {
        let hash = |text, key| FileNumber::parse(text).unwrap().hash(&Secret::new([key; 32]));
        assert_eq!(hash("h29.113-261122-0012", 1), hash(" H29/113 261122 0012", 1));
        assert!(hash("H29.113-261122-0012", 1) != hash("H29.113-261122-0013", 1));
        assert!(hash("H29.113-261122-0012", 1) != hash("H29.113-261122-0012", 2));
    }

    #[test]
    fn what_is_no_number_or_shows_too_much_is_refused() {
        for (text, error) in [
            ("123456", FileNumberError::Length),
            ("", FileNumberError::Length),
            ("Nguyễn Văn A", FileNumberError::Sign),
            ("0912345678<b>", FileNumberError::Sign),
        ] {
            assert_eq!(FileNumber::parse(text), Err(error), "{text}");
        }
        for (text, error) in [
            ("000.00.19.H29-261122-0012", FileNumberError::Readable),
            ("H29.113-261122-••12", FileNumberError::Readable),
            ("••••••", FileNumberError::Length),
            ("Trần ••••", FileNumberError::Sign),
        ] {
            assert_eq!(MaskedFile::parse(text), Err(error), "{text}");
        }
        assert_eq!(
            MaskedFile::parse("H29.***-******-**12").unwrap().as_str(),
            "H29.•••-••••••-••12"
        );
        assert_eq!(MaskedFile::parse("h29-xxxx12").unwrap().as_str(), "H29-••••12");
    }
}
