//! Words that were sent lately, as hashes, each with the key under which they came first. Of fixed size: the place of a
//! new text is that of the oldest among few.

use std::sync::{Mutex, PoisonError};

const WAYS: usize = 4;

/// Room for 16,384 texts in less than half a megabyte.
const PLACES: usize = 4_096;

/// A text and its first key.
type Slot = (u64, u64);

/// The texts.
pub(super) struct Said(Box<[Mutex<[Slot; WAYS]>]>);

impl Said {
    pub(super) fn new() -> Self {
        Self((0..PLACES).map(|_| Mutex::new([(0, 0); WAYS])).collect())
    }

    /// Whether this text came first under another key; a new one is noted.
    pub(super) fn is_known_from_another(&self, text: u64, key: u64) -> bool {
        let at = usize::try_from(text).unwrap_or(usize::MAX) % self.0.len();
        let mut place = self.0[at].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, first)) = place.iter().find(|(known, _)| *known == text) {
            return *first != key;
        }
        place.rotate_right(1);
        place[0] = (text, key);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_belongs_to_the_key_that_said_it_first() {
        let said = Said::new();
        let places = u64::try_from(PLACES).unwrap();
        assert!(!said.is_known_from_another(5, 1) && !said.is_known_from_another(5, 1));
        assert!(said.is_known_from_another(5, 2));
        for other in 1..=4 {
            assert!(!said.is_known_from_another(5 + other * places, 9));
        }
        assert!(!said.is_known_from_another(5, 2), "the oldest makes room");
    }
}
