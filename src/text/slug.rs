//! An id that stands in addresses and file names, the same from edition to edition.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Lower-case ASCII letters, digits and `-`; 1 to 64 signs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slug(Box<str>);

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to 64 lower-case letters a-z, digits or `-`, without marks or spaces")]
pub struct SlugError;

impl Slug {
    /// Reads an id.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let sound = (1..=64).contains(&text.len())
            && !text.starts_with('-')
            && text.bytes().all(|s| s.is_ascii_lowercase() || s.is_ascii_digit() || s == b'-');
        if sound { Ok(Self(text.into())) } else { Err(SlugError) }
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        assert!(Slug::parse("ho-tich").is_ok());
        for odd in ["", "Hộ", "ho tich", "-x", "HO"] {
            assert_eq!(Slug::parse(odd), Err(SlugError), "{odd}");
        }
    }
}
