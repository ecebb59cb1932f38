//! The official code of a procedure, which is also its address on the site.

use std::fmt;

use serde::{Deserialize, Serialize};

/// `1.000894`, with a provincial suffix `1.012753.H19`, or internal like `C08_XPHCDB`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProcedureCode(Box<str>);

/// Why a text is not a procedure code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a procedure code has letters A-Z, digits, `.`, `_` or `-`, for example 1.000894")]
pub struct ProcedureCodeError;

impl ProcedureCode {
    /// Reads a code; it must be able to stand in a file name and an address.
    pub fn parse(text: &str) -> Result<Self, ProcedureCodeError> {
        let edge = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
        let sound = text.len() <= 40
            && edge(text.chars().next())
            && edge(text.chars().last())
            && !text.contains("..")
            && text.bytes().all(|s| s.is_ascii_alphanumeric() || b"._-".contains(&s));
        if sound { Ok(Self(text.into())) } else { Err(ProcedureCodeError) }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProcedureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for ProcedureCode {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_seen_in_the_wild() {
        for code in ["1.000894", "1.012753.H19", "C08_XPHCDB"] {
            assert_eq!(ProcedureCode::parse(code).unwrap().as_str(), code);
        }
        for odd in ["", ".1", "1.", "a..b", "1/2", "mã 1"] {
            assert_eq!(ProcedureCode::parse(odd), Err(ProcedureCodeError), "{odd}");
        }
    }
}
