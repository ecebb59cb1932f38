//! The pass phrase behind which a backup keeps the keys.

use std::fmt;

/// The fewest characters. Whoever holds a backup can guess as fast as their machines go.
pub(super) const SHORTEST: usize = 12;

/// A pass phrase. Its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Passphrase(String);

impl Passphrase {
    /// A pass phrase as typed, in one normal form, since keyboards send Vietnamese letters in two. Line
    /// ends behind it are no part of it: editors put one at the end of a file.
    pub fn typed(words: &str) -> Self {
        Self(crate::text::nfc(words.trim_end_matches(['\r', '\n'])).into_owned())
    }

    /// Whether it is long enough to seal something with.
    pub fn is_long_enough(&self) -> bool {
        self.0.chars().count() >= SHORTEST
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}
