//! The letters that a PDF is set in: those that came with the program, and whole fonts of a theme.
//!
//! Noto Sans has every Vietnamese letter. Fonts cut into parts for the web are refused by their own emptiness: a word
//! set from two of them comes out of the PDF in pieces.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// What a font must have to set Vietnamese: a letter of each kind that subsets for the web leave out.
const TELLING: &str = "aAđĐơƯặẫỹỶỒ₫–";

/// Signs that common texts hold and our letters may lack, each with its likeness.
const LIKENESSES: [(char, char); 6] = [
    ('\u{2010}', '-'),
    ('\u{2011}', '-'),
    ('\u{2012}', '–'),
    ('\u{2212}', '–'),
    ('\u{202f}', '\u{a0}'),
    ('\u{2009}', ' '),
];

/// Why a file of letters is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LettersError {
    /// No font at all.
    #[error("{0} is not a TrueType or OpenType font")]
    NotAFont(String),
    /// A font that cannot set Vietnamese by itself.
    #[error("the font {file} has no {letter:?}: take the whole font, not a part made for the web")]
    Part {
        /// The file.
        file: String,
        /// A letter that it lacks.
        letter: char,
    },
}

/// Fonts, read and listed.
pub struct Letters {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

impl Letters {
    /// The letters that came with the program.
    pub fn own() -> Self {
        // Slanted ones are for letters, where the form of offices asks for them.
        let upright = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
        let slanted = [notosans::ITALIC_TTF, notosans::BOLD_ITALIC_TTF];
        let files = upright.into_iter().chain(slanted);
        let fonts = files.flat_map(|file| Font::iter(Bytes::new(file))).collect();
        Self::listed(fonts)
    }

    /// The program's letters and those of a theme, given as file name and content.
    pub fn with(files: Vec<(String, Vec<u8>)>) -> Result<Self, LettersError> {
        let mut fonts = Self::own().fonts;
        for (file, bytes) in files {
            let found: Vec<Font> = Font::iter(Bytes::new(bytes)).collect();
            if found.is_empty() {
                return Err(LettersError::NotAFont(file));
            }
            for font in &found {
                let missing = |letter: &char| !font.info().coverage.contains(*letter as u32);
                if let Some(letter) = TELLING.chars().find(missing) {
                    return Err(LettersError::Part { file, letter });
                }
            }
            fonts.extend(found);
        }
        Ok(Self::listed(fonts))
    }

    /// A text with signs that our letters lack in place of which another says the same: a hyphen for a no-break hyphen.
    /// A sign that has no such likeness stays, and the export names it.
    pub(super) fn settable(&self, text: &str) -> String {
        let lacks = |sign: char| !self.fonts[0].info().coverage.contains(sign as u32);
        let like = |sign: char| LIKENESSES.iter().find(|(own, _)| *own == sign);
        text.chars()
            .map(|sign| like(sign).filter(|_| lacks(sign)).map_or(sign, |(_, other)| *other))
            .collect()
    }

    fn listed(fonts: Vec<Font>) -> Self {
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_letters_are_whole_and_rubbish_is_refused() {
        let own = Letters::own();
        assert_eq!(own.fonts.len(), 4);
        for font in &own.fonts {
            assert!(TELLING.chars().all(|letter| font.info().coverage.contains(letter as u32)));
        }
        let again = vec![("a.ttf".to_owned(), notosans::ITALIC_TTF.to_vec())];
        assert_eq!(Letters::with(again).map(|letters| letters.fonts.len()).ok(), Some(5));
        let odd = Letters::with(vec![("b.ttf".to_owned(), b"no".to_vec())]).err();
        assert_eq!(odd, Some(LettersError::NotAFont("b.ttf".into())));
    }
}
