//! Cells that a spreadsheet would run. A citizen's words are words: what begins like a formula gets an
//! apostrophe in front, which spreadsheets show as text.

use std::borrow::Cow;

/// Signs that begin a formula, in their common and their full-width form, or that hide one behind them.
const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cell, safe to open in a spreadsheet.
pub(super) fn defuse(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches([' ', '\u{a0}', '\u{3000}']).starts_with(TRIGGERS) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_become_text_and_words_stay() {
        for cell in ["=1+1", "+84 90", "-", "@sum", "\t=1", "\n=1", "＝1", " =1"] {
            assert_eq!(defuse(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["", "Chờ lâu = không tốt", "'=1", "5"] {
            assert_eq!(defuse(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_with_a_trigger(cell in "[=+@\\-\t\r\n ＝]?.{0,8}") {
            prop_assert!(!defuse(&cell).starts_with(TRIGGERS));
        }
    }
}
