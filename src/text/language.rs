//! A content language, by its tag. Open on purpose: an agency may add Tày or Khmer without a new
//! release of the program. Only diagnostics are limited to Vietnamese and English.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language tag of at most 11 ASCII signs, in lower case: `vi`, `en`, `km`, `zh-hant`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Language {
    length: u8,
    signs: [u8; 11],
}

/// Why a tag is not a language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a language tag is 2 to 11 letters, digits or `-`, starting with two letters")]
pub struct LanguageError;

impl Language {
    /// Vietnamese, the language that binds in law.
    pub const VI: Self = Self { length: 2, signs: *b"vi\0\0\0\0\0\0\0\0\0" };
    /// English.
    pub const EN: Self = Self { length: 2, signs: *b"en\0\0\0\0\0\0\0\0\0" };

    /// Reads a tag; letters may be of any case.
    pub fn parse(tag: &str) -> Result<Self, LanguageError> {
        let bytes = tag.as_bytes();
        let sound = (2..=11).contains(&bytes.len())
            && bytes[..2].iter().all(u8::is_ascii_alphabetic)
            && bytes.iter().all(|sign| sign.is_ascii_alphanumeric() || *sign == b'-')
            && !tag.ends_with('-');
        if !sound {
            return Err(LanguageError);
        }
        let mut signs = [0; 11];
        for (to, from) in signs.iter_mut().zip(bytes) {
            *to = from.to_ascii_lowercase();
        }
        let length = u8::try_from(bytes.len()).map_err(|_| LanguageError)?;
        Ok(Self { length, signs })
    }

    /// The tag, as it stands in `lang="…"` and in addresses.
    pub fn tag(&self) -> &str {
        std::str::from_utf8(&self.signs[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_in_any_case_and_refused_when_odd() {
        assert_eq!(Language::parse("VI"), Ok(Language::VI));
        assert_eq!(Language::parse("zh-Hant").unwrap().tag(), "zh-hant");
        for odd in ["", "v", "1a", "vi-", "vi_VN", "tiếng", "a-very-long-tag"] {
            assert_eq!(Language::parse(odd), Err(LanguageError), "{odd}");
        }
    }
}
