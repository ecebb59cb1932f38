//! Words that somebody has decided to hide, wherever they are written down once more: what an officer chose for a bulletin
//! is compared with what was decided about the citizen's own words.

use super::WordsReview;
use crate::text::fold;

/// What stands in the place of what was masked.
const MASK: &str = "•••";

/// So many signs are taken as a quotation wherever they come from; fewer may be anybody's words.
const LONG: usize = 20;

/// What somebody wrote, and what was decided of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedWords {
    /// As they were written.
    pub written: String,
    /// What was decided.
    pub review: WordsReview,
}

impl DecidedWords {
    /// Whether a quotation of these words, whole or in part, shows what was decided to be hidden. Marks of tone, capitals
    /// and blanks make no other words.
    pub fn are_shown_in(&self, quotation: &str) -> bool {
        let written = plain(&self.written);
        let said = plain(quotation);
        let pieces: Vec<&str> =
            said.split(MASK).map(str::trim).filter(|it| !it.is_empty()).collect();
        let length: usize = pieces.iter().map(|piece| piece.chars().count()).sum();
        let is_of_these = length > 0
            && pieces.iter().all(|piece| written.contains(piece))
            && (length >= LONG || length * 2 >= written.chars().count());
        let allowed = match &self.review {
            WordsReview::Withheld => String::new(),
            WordsReview::Quotable(words) => plain(words),
        };
        let shown: Vec<&str> = allowed.split(MASK).collect();
        is_of_these && !pieces.iter().all(|piece| shown.iter().any(|part| part.contains(piece)))
    }
}

fn plain(words: &str) -> String {
    fold(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_hidden_is_found_in_a_quotation_and_nothing_else_is() {
        let written = "Gọi tôi 0912 345 678, cô Lan ở quầy 3 rất hay cáu";
        let withheld = DecidedWords { written: written.into(), review: WordsReview::Withheld };
        let quotable = DecidedWords {
            written: written.into(),
            review: WordsReview::Quotable("Gọi tôi •••, cô ••• ở quầy 3 rất hay cáu".into()),
        };
        for (said, hidden, beyond) in [
            (written, true, true),
            ("GỌI TÔI  0912 345 678, cô lan ở quầy 3 rất hay cáu", true, true),
            ("Gọi tôi •••, cô Lan ở quầy 3 rất hay cáu", true, true),
            ("Gọi tôi •••, cô ••• ở quầy 3 rất hay cáu", true, false),
            ("ở quầy 3 rất hay cáu", true, false),
            ("cô Lan ở quầy 3 rất hay cáu", true, true),
            // Words that anybody may have said, and words of others.
            ("hay cáu", false, false),
            ("Chờ lâu, xin mở thêm quầy", false, false),
            ("", false, false),
        ] {
            assert_eq!(withheld.are_shown_in(said), hidden, "{said:?}");
            assert_eq!(quotable.are_shown_in(said), beyond, "{said:?}");
        }
    }
}
