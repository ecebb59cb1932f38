//! What a person decided of words that may hold personal data, and what is shown of them before that.

use crate::feedback::personal;

/// What is shown in the place of something hidden.
const HIDDEN: &str = "•••";

/// What a person decided of the words of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsReview {
    /// They may be quoted like this: as the program masked them, or with more hidden.
    Quotable(String),
    /// They are shown to nobody.
    Withheld,
}

/// Why words are no masking of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("words may be hidden, and nothing else may be changed")]
pub struct ReviewError;

impl WordsReview {
    /// What is kept as this word, with the words as they may be quoted.
    pub fn parse(verdict: &str, words: String) -> Option<Self> {
        match verdict {
            "quotable" => Some(Self::Quotable(words)),
            "withheld" => Some(Self::Withheld),
            _ => None,
        }
    }

    /// Words in which somebody hid more than the program did; refused where anything else is other.
    pub fn quotable(original: &str, proposed: &str) -> Result<Self, ReviewError> {
        let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (given, proposed) = (plain(&masked(original)), plain(proposed));
        let pieces: Vec<&str> = proposed.split(HIDDEN).collect();
        let (first, last) = (pieces[0], pieces[pieces.len() - 1]);
        if pieces.len() == 1 {
            return if given == proposed { Ok(Self::Quotable(proposed)) } else { Err(ReviewError) };
        }
        // Begins and ends as before, and each piece between follows in its turn.
        let middle = given.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
        let mut rest = middle.ok_or(ReviewError)?;
        for piece in &pieces[1..pieces.len() - 1] {
            let at = rest.find(piece).ok_or(ReviewError)?;
            rest = &rest[at + piece.len()..];
        }
        Ok(Self::Quotable(proposed))
    }
}

/// Words with what looks like a number or an address of somebody hidden.
pub fn masked(words: &str) -> String {
    let (mut shown, mut from) = (String::with_capacity(words.len()), 0);
    for span in personal::spans(words) {
        shown.push_str(&words[from..span.start]);
        shown.push_str(HIDDEN);
        from = span.end;
    }
    shown.push_str(&words[from..]);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_may_be_hidden_and_nothing_else_changed() {
        let words = "Cô Lan quầy 2 tốt, gọi 0912 345 678 nhé";
        let ok = |proposed: &str| WordsReview::quotable(words, proposed).is_ok();
        assert_eq!(masked(words), "Cô Lan quầy 2 tốt, gọi ••• nhé");
        assert!(ok("Cô Lan quầy 2 tốt, gọi ••• nhé"));
        assert!(ok("Cô ••• quầy 2 tốt, gọi ••• nhé"));
        assert!(ok("Cô ••• quầy 2 tốt, •••") && ok("•••") && ok(" Cô Lan  quầy 2 •••\n"));
        for odd in [
            words,
            "Cô Hoa quầy 2 tốt, gọi ••• nhé",
            "Cô Lan quầy 2 tốt, gọi 0912 ••• nhé",
            "tốt",
            "",
            "Cô Lan quầy 2 xấu, gọi ••• nhé",
            "••• nhé Cô Lan •••",
            "nhé ••• Cô",
        ] {
            assert!(!ok(odd), "{odd}");
        }
    }
}
