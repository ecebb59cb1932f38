//! Texts that end sooner than their writer meant: in a text without quotes, a space and `#` begin a remark, so
//! `Nộp tờ khai #1` is read as `Nộp tờ khai`.
//!
//! Only a `#` that something follows at once is taken for one of these: remarks are written `# so`.

/// A line and a column, from 1, and what is lost there.
type Cut = ((u32, u32), String);

/// The places where a text is cut off by a `#` that seems to belong to it, each with what is lost.
pub(super) fn cut_texts(text: &str) -> Vec<Cut> {
    let mut found = Vec::new();
    if memchr::memmem::find(text.as_bytes(), b" #").is_none() {
        return found;
    }
    let mut block = None;
    for (line, words) in (1..).zip(text.lines()) {
        let indent = words.len() - words.trim_start_matches(' ').len();
        let blank = words.trim().is_empty();
        // In a block, `#` is a sign like others.
        if block.is_some_and(|parent| blank || indent > parent) {
            continue;
        }
        block = begins_block(words).then_some(indent);
        if let Some(at) = cut(words) {
            let column = u32::try_from(words[..at].chars().count() + 1).unwrap_or(u32::MAX);
            found.push(((line, column), words[at..].trim_end().to_owned()));
        }
    }
    found
}

/// Where a line is cut, as a byte of it.
fn cut(words: &str) -> Option<usize> {
    let at = remark(words)?;
    let follows = words[at + 1..].chars().next()?;
    if follows.is_whitespace() || matches!(follows, '#' | '!' | '-' | '=') {
        return None;
    }
    let before = words[..at].trim_end();
    let last = before.chars().next_back()?;
    // After these stands no text without quotes, so there is nothing that could have gone on.
    let whole = matches!(last, '"' | '\'' | ']' | '}' | '{' | '[' | ':' | ',' | '-' | '|' | '>');
    (!whole).then_some(at)
}

/// Where the remark of a line begins, as a byte of it: at the first `#` outside quotes after a space.
fn remark(words: &str) -> Option<usize> {
    let (mut quote, mut previous) = (None, ' ');
    for (at, sign) in words.char_indices() {
        match quote {
            Some(mark) if sign == mark && previous != '\\' => quote = None,
            None if matches!(sign, '"' | '\'') && begins_value(&words[..at]) => quote = Some(sign),
            None if sign == '#' && matches!(previous, ' ' | '\t') => return Some(at),
            _ => {}
        }
        previous = sign;
    }
    None
}

/// Whether a straight mark after these words opens a quoted value; inside words it is an apostrophe.
fn begins_value(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with([':', '-', '[', '{', ','])
}

/// Whether the lines below, further in, are one text as they stand.
fn begins_block(words: &str) -> bool {
    let words = words.split(" #").next().unwrap_or_default().trim_end();
    let words =
        words.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '+' | '-'));
    [": |", ": >", "- |", "- >"].iter().any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_remark_cuts_off_is_told_with_what_is_lost() {
        for (text, line, column, lost) in [
            ("name: Nộp tờ khai #1", 1, 19, "#1"),
            ("a: b\n  - Phòng #2, tầng 3", 2, 11, "#2, tầng 3"),
            ("x: [a #b, c]", 1, 7, "#b, c]"),
            ("name: ông D'Arc #5", 1, 17, "#5"),
            ("guide: |\n  a #1\nname: b #2", 3, 9, "#2"),
            ("note: \"a\" và b #3", 1, 16, "#3"),
        ] {
            assert_eq!(cut_texts(text), [((line, column), lost.to_owned())], "{text}");
        }
    }

    #[test]
    fn remarks_quoted_texts_and_blocks_are_left_alone() {
        for text in [
            "# name: a #1",
            "name: a # a remark",
            "name: a ## b",
            "name: \"Tờ khai #1\" #so",
            "name: 'Tờ khai #1'",
            "name: a#1",
            "guide: |\n  a #1\n\n    b #2\nname: c",
            "guide: >-\n  a #1",
            "- |2-\n    a #1",
            "key: #nothing",
            "list: [\"a #1\"] #so",
            "{id: a, note: \"x #2\"}",
            "note: \"a \\\" #1\"",
        ] {
            assert_eq!(cut_texts(text), [], "{text}");
        }
    }
}
