//! Cells that a spreadsheet would run. A citizen's words are words: what begins like a formula gets an
//! apostrophe in front, which spreadsheets show as text.

use std::borrow::Cow;

/// Signs that begin a formula, in their common, full-width and small form, or that hide one behind them.
pub(super) const TRIGGERS: [char; 16] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

/// The cell, safe to open in a spreadsheet.
pub(super) fn defuse(cell: &str) -> Cow<'_, str> {
    // White space and signs without width in front are passed over, as some programs do on reading.
    let unseen = |sign: char| {
        sign.is_whitespace() || matches!(sign, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    };
    if cell.starts_with(TRIGGERS) || cell.trim_start_matches(unseen).starts_with(TRIGGERS) {
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
        for cell in
            ["=1+1", "+84 90", "-", "@sum", "\t=1", "\n=1", "＝1", " =1", "\u{200b}=1", "\u{b}﹢1"]
        {
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
