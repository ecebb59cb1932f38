//! The name under which an officer signs in. It is typed on any keyboard, so it has no marks and no capitals.

use std::fmt;

/// Small ASCII letters, digits, `.`, `-` and `_`; 2 to 32 signs, the first a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccountName(Box<str>);

/// Why a text is not an account name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "an account name is 2 to 32 signs: small letters a-z, digits, `.`, `-` or `_`, first a letter"
)]
pub struct AccountError;

impl AccountName {
    /// Reads a name as typed: capitals and blanks around it are forgiven.
    pub fn parse(typed: &str) -> Result<Self, AccountError> {
        let name = typed.trim().to_ascii_lowercase();
        let sound = (2..=32).contains(&name.len())
            && name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.bytes().all(|sign| {
                sign.is_ascii_lowercase() || sign.is_ascii_digit() || b".-_".contains(&sign)
            });
        if sound { Ok(Self(name.into())) } else { Err(AccountError) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        assert_eq!(AccountName::parse(" Lan.Nguyen ").unwrap().as_str(), "lan.nguyen");
        for odd in ["", "a", "1lan", "lan nguyen", "làn", "lan@x", "lan\n2", &"a".repeat(33)] {
            assert_eq!(AccountName::parse(odd), Err(AccountError), "{odd}");
        }
    }
}
