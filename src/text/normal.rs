//! Unicode normal form C: one spelling of each Vietnamese letter, so that equal words are equal
//! bytes in pages, in search and in what is copied out of a printed sheet.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in normal form C; borrowed when it already is, which is the common case.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_letters_stay_and_decomposed_ones_join() {
        assert!(matches!(nfc("Hộ tịch"), Cow::Borrowed(_)));
        assert_eq!(nfc("Ho\u{323}\u{302} ti\u{323}ch"), "Hộ tịch");
    }
}
