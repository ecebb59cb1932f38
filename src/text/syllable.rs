//! One word as search sees it: Vietnamese is written in syllables, and each is letters, marks on its vowels and one
//! tone. The three are told apart here, so that it does not matter where the tone stands (`hòa`, `hoà`), whether it was
//! typed at all, or whether `kỹ` is written `kĩ`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syllable {
    /// Small letters without any mark: `duong`.
    pub folded: String,
    /// Small letters with the marks of vowels and with `đ`, without the tone: `đương`.
    letters: String,
    /// The tone; none for the level one.
    tone: Option<char>,
}

impl Syllable {
    /// Takes a word apart; it holds letters and digits only.
    pub fn of(word: &str) -> Self {
        let mut tone = None;
        let mut letters = String::with_capacity(word.len());
        for sign in word.nfd().flat_map(char::to_lowercase) {
            match sign {
                '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(sign),
                sign => letters.push(sign),
            }
        }
        // Lê Quý and Lê Quí: after consonants alone, a last y is an i.
        if letters.len() > 1
            && letters.ends_with('y')
            && !letters[..letters.len() - 1].contains(['a', 'e', 'i', 'o', 'u', 'y'])
        {
            letters.pop();
            letters.push('i');
        }
        let plain = letters.chars().filter(|sign| !is_combining_mark(*sign));
        let folded = plain.map(|sign| if matches!(sign, 'đ' | 'ð') { 'd' } else { sign }).collect();
        Self { folded, letters: letters.nfc().collect(), tone }
    }

    /// Whether it has a mark of any kind.
    pub fn is_marked(&self) -> bool {
        self.tone.is_some() || self.letters != self.folded
    }

    /// Whether it is the beginning of `other` with the same marks; a tone that is not typed yet may be any.
    pub fn begins(&self, other: &Self) -> bool {
        other.letters.starts_with(&self.letters) && (self.tone.is_none() || self.tone == other.tone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word_are_one() {
        for (one, other) in
            [("hòa", "hoà"), ("Thủy", "THUỶ"), ("kỹ", "kĩ"), ("lý", "lí"), ("khỏe", "khoẻ")]
        {
            assert_eq!(Syllable::of(one), Syllable::of(other));
        }
        assert_eq!(Syllable::of("Đường").folded, "duong");
        assert_eq!(Syllable::of("ðất").folded, "dat");
        assert_eq!(Syllable::of("quy").folded, "quy");
        assert_eq!(Syllable::of("y").folded, "y");
    }

    #[test]
    fn marks_that_are_typed_are_held_to() {
        let begins = |one: &str, other: &str| Syllable::of(one).begins(&Syllable::of(other));
        assert!(begins("đươ", "đường") && begins("đường", "đường") && begins("đường", "đường"));
        assert!(!begins("đường", "dương") && !begins("đương", "dường") && !begins("dé", "để"));
        assert!(begins("kết", "kết") && !begins("kêt", "két"));
        assert!(Syllable::of("đo").is_marked() && !Syllable::of("do").is_marked());
    }
}
