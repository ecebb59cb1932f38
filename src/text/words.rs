//! A text as an agency writes it: the original, which alone binds, and translations that may be
//! missing. Falling back is a fact the page must show (`lang="vi"` on the part), so reading a text
//! in a language says in which language it was found.

use serde::{Deserialize, Serialize};

use super::{Language, Wording};

/// An original with its translations; most texts have one or none, so a short list beats a map.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    original: Wording,
    translations: Vec<(Language, Wording)>,
}

/// A text read in some language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worded<'a> {
    /// The words.
    pub words: &'a str,
    /// Whether they are the original because the language that was asked for has none.
    pub fallback: bool,
}

impl Text {
    /// A text with no translation yet.
    pub fn new(original: impl Into<Box<str>>) -> Self {
        Self { original: Wording(original.into()), translations: Vec::new() }
    }

    /// Adds (or replaces) the words in one more language.
    pub fn translate(&mut self, language: Language, words: impl Into<Box<str>>) {
        let words = Wording(words.into());
        match self.translations.iter_mut().find(|(known, _)| *known == language) {
            Some((_, old)) => *old = words,
            None => self.translations.push((language, words)),
        }
    }

    /// The words that bind.
    pub fn original(&self) -> &str {
        &self.original.0
    }

    /// The words in `language`, or the original marked as a fallback. `binding` is the site's
    /// first language: asked for it, the original is no fallback.
    pub fn read(&self, language: Language, binding: Language) -> Worded<'_> {
        if language == binding {
            return Worded { words: &self.original.0, fallback: false };
        }
        match self.translations.iter().find(|(known, _)| *known == language) {
            Some((_, words)) => Worded { words: &words.0, fallback: false },
            None => Worded { words: &self.original.0, fallback: true },
        }
    }

    /// The translations, each with its language.
    pub fn translations(&self) -> impl Iterator<Item = (Language, &str)> {
        self.translations.iter().map(|(language, words)| (*language, &*words.0))
    }

    /// The text with `change` made to its words in every language.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        let translations = self.translations();
        Self {
            original: Wording(change(&self.original.0).into()),
            translations: translations
                .map(|(language, words)| (language, Wording(change(words).into())))
                .collect(),
        }
    }

    /// Whether there are words in `language` beside the original.
    pub fn is_translated(&self, language: Language) -> bool {
        self.translations.iter().any(|(known, _)| *known == language)
    }
}

impl From<&str> for Text {
    fn from(original: &str) -> Self {
        Self::new(original)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_and_says_so() {
        let mut text = Text::new("Hộ tịch");
        assert!(text.read(Language::EN, Language::VI).fallback);
        text.translate(Language::EN, "Civil status");
        assert_eq!(text.read(Language::EN, Language::VI).words, "Civil status");
        assert_eq!(text.read(Language::VI, Language::VI).words, "Hộ tịch");
        assert!(!text.read(Language::VI, Language::VI).fallback);
    }
}
