//! Words as people type and paste them, made fit to keep: one normal form, one kind of line end, and no
//! signs that act on a terminal or turn the reading direction of what follows.

use crate::text::nfc;

/// NFC, line ends as line feeds, without control and direction signs, without blank edges.
pub fn clean(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = nfc(&lines).chars().filter(|sign| is_kept(*sign)).collect();
    kept.trim().to_owned()
}

/// Joiners stay, since Khmer and others are written with them.
fn is_kept(sign: char) -> bool {
    let turns = matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    sign == '\n' || !(sign.is_control() || turns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_are_made_fit_to_keep() {
        assert_eq!(
            clean("  Ho\u{323}\u{302} ti\u{323}ch\r\nchờ lâu\0\u{1b}[31m "),
            "Hộ tịch\nchờ lâu[31m"
        );
        assert_eq!(clean("a\u{202e}b\u{feff}"), "ab");
        assert_eq!(clean(" \r\n\t "), "");
        assert_eq!(clean("<b>&amp;"), "<b>&amp;");
    }
}
