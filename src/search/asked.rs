//! A question: the words that were typed, and for each which words of the list it may mean.

use super::List;
use super::list::squeezed;
use super::one_edit::is_one_edit;
use crate::text::{Syllable, nfc};

/// Words of a question that are looked at.
const MOST_WORDS: usize = 12;

/// Letters that a word must have for a slip in it to be forgiven.
const LEAST_FOR_SLIP: usize = 3;

/// The word of the list begins with what was typed.
pub(super) const BEGINS: u8 = 1;
/// It is what was typed.
pub(super) const WHOLE: u8 = 2;
/// It has the marks that were typed.
pub(super) const MARKS: u8 = 4;

/// A word that was typed.
pub(super) struct AskedWord {
    /// The word, taken apart.
    pub(super) syllable: Syllable,
    /// Whether it asks and names nothing.
    pub(super) filler: bool,
    /// For each place of the list how its word fits: [`BEGINS`], [`WHOLE`], [`MARKS`].
    pub(super) fits: Vec<u8>,
}

/// A question.
pub(super) struct Asked {
    /// Its words.
    pub(super) words: Vec<AskedWord>,
    /// All of it as a code may be typed.
    pub(super) code: String,
}

impl Asked {
    /// Reads what was typed.
    pub(super) fn new(query: &str, list: &List) -> Self {
        let text = nfc(query).to_lowercase();
        let words = text.split(|sign: char| !sign.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).take(MOST_WORDS);
        let mut words: Vec<_> = words.map(|word| AskedWord::new(word, list)).collect();
        if words.iter().all(|word| word.filler) {
            for word in &mut words {
                word.filler = false;
            }
        }
        Self { words, code: squeezed(&text) }
    }

    /// Whether it may be a code or its beginning.
    pub(super) fn may_be_code(&self) -> bool {
        has_digit(&self.code)
    }

    /// Lets words with one slip mean what they may have been meant for.
    pub(super) fn forgive(&mut self, list: &List) {
        for word in self.words.iter_mut().filter(|word| !word.filler) {
            word.forgive(list);
        }
    }
}

impl AskedWord {
    fn new(word: &str, list: &List) -> Self {
        let syllable = Syllable::of(word);
        let is_marked = syllable.is_marked();
        let is_filler = |filler: &Syllable| {
            filler.folded == syllable.folded && (!is_marked || syllable.begins(filler))
        };
        let filler = list.fillers.iter().any(is_filler);
        let mut fits = vec![0; list.words.len()];
        let mut start = 0;
        for (folded, end) in &list.groups {
            if folded.starts_with(&syllable.folded) {
                let whole = if *folded == syllable.folded { WHOLE } else { 0 };
                for (at, fit) in (start..*end).zip(&mut fits[start..*end]) {
                    let marks = !is_marked || syllable.begins(&list.syllable(at));
                    *fit = BEGINS | whole | if marks { MARKS } else { 0 };
                }
            }
            start = *end;
        }
        Self { syllable, filler, fits }
    }

    fn forgive(&mut self, list: &List) {
        let folded = &self.syllable.folded;
        if folded.chars().count() < LEAST_FOR_SLIP || has_digit(folded) {
            return;
        }
        let marks = if self.syllable.is_marked() { 0 } else { MARKS };
        let mut start = 0;
        for (other, end) in &list.groups {
            if !other.starts_with(folded.as_str()) && is_one_edit(folded, other) {
                self.fits[start..*end].fill(BEGINS | marks);
            }
            start = *end;
        }
    }

    /// How the code of a procedure fits: a number is looked for in it.
    pub(super) fn fits_code(&self, squeezed: &str) -> u8 {
        let folded = &self.syllable.folded;
        if has_digit(folded) && squeezed.contains(folded.as_str()) { BEGINS | MARKS } else { 0 }
    }
}

fn has_digit(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_digit())
}
