//! A telephone number that can be called: kept as it was written, and as `tel:` wants it.

use serde::{Deserialize, Serialize};

/// A number as an agency prints it, for example `0200 000 0101` or `1022`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Phone(Box<str>);

/// Why a text is not a telephone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a telephone number has 3 to 15 digits, with spaces, dots, dashes or brackets between and perhaps + before"
)]
pub struct PhoneError;

impl Phone {
    /// Reads a number; one number only.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let signs = text.strip_prefix('+').unwrap_or(text);
        let sound = signs.bytes().all(|sign| sign.is_ascii_digit() || b" .-()".contains(&sign));
        if (3..=15).contains(&digits) && sound { Ok(Self(text.into())) } else { Err(PhoneError) }
    }

    /// As it was written.
    pub fn written(&self) -> &str {
        &self.0
    }

    /// As it stands after `tel:`: digits, perhaps with `+` before.
    pub fn dialled(&self) -> String {
        self.0.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_people_print() {
        assert_eq!(Phone::parse("(0200) 000-0101").unwrap().dialled(), "02000000101");
        assert_eq!(Phone::parse("+84 200 000 0101").unwrap().dialled(), "+842000000101");
        assert!(Phone::parse("1022").is_ok());
        for odd in ["", "12", "không có", "0200 000 0101 / 0102 000 000 0", "0200.000.0101 (Lan)"]
        {
            assert_eq!(Phone::parse(odd), Err(PhoneError), "{odd}");
        }
    }
}
