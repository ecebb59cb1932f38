//! Text as a terminal may show it: cut and wrapped to a width, and nothing in it that could steer.

use crate::text::nfc;

/// A quoted line is cut to this many characters around the column; remedies are wrapped here too.
pub(super) const WIDTH: usize = 100;

/// A tab is shown as this many spaces, so that the caret stands right on every terminal.
const TAB: &str = "    ";

/// The line as it is shown, and how many signs stand before the caret (none without a column).
pub(super) fn quote(line: &str, column: u32) -> (String, Option<usize>) {
    let line = line.trim_end();
    let Some(before) = usize::try_from(column).ok().and_then(|column| column.checked_sub(1)) else {
        return (cut(&shown(line), 0).0, None);
    };
    // The column counts the characters of the file; what stands before it is shown composed and
    // with its tabs spread, and only then measured.
    let split = line.char_indices().nth(before).map_or(line.len(), |(at, _)| at);
    let (left, right) = (shown(&line[..split]), shown(&line[split..]));
    let caret = left.chars().count();
    let (text, dropped) = cut(&format!("{left}{right}"), caret);
    (text, Some(caret - dropped))
}

/// A line cut around a place, and how much further left the place stands after the cut.
fn cut(line: &str, caret: usize) -> (String, usize) {
    let length = line.chars().count();
    if length <= WIDTH {
        return (line.to_owned(), 0);
    }
    let start = caret.saturating_sub(WIDTH / 2).min(length - WIDTH);
    let end = start + WIDTH;
    let mut text: String = line.chars().skip(start).take(end - start).collect();
    if start > 0 {
        text = format!("…{}", text.chars().skip(1).collect::<String>());
    }
    if end < length {
        text.pop();
        text.push('…');
    }
    (text, start)
}

/// Text from a file as a terminal may show it: composed, tabs spread, nothing that could steer the
/// terminal or turn the direction of writing.
fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in nfc(text).chars() {
        match sign {
            '\t' => out.push_str(TAB),
            sign if steers(sign) => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out
}

/// Words of ours with facts of others in them: on one line.
pub(super) fn sound(words: &str) -> String {
    let flat: Vec<&str> = words.split(['\n', '\r', '\t']).map(str::trim).collect();
    shown(flat.join(" ").trim())
}

fn steers(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Broken into lines at spaces, but not inside `` `…` ``, which is there to be copied.
pub(super) fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let (mut inside, mut word) = (false, String::new());
    let mut put = |word: &mut String| {
        if let Some(line) = lines.last_mut() {
            let length = line.chars().count();
            if length > 0 && length + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(word));
            } else {
                if length > 0 {
                    line.push(' ');
                }
                line.push_str(&std::mem::take(word));
            }
        }
    };
    for sign in text.chars() {
        inside ^= sign == '`';
        if sign == ' ' && !inside { put(&mut word) } else { word.push(sign) }
    }
    put(&mut word);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_its_place() {
        // Decomposed letters are two or three characters in the file and one on the screen.
        let (text, caret) = quote("te\u{302}n: Ho\u{323}\u{302} 20", 12);
        assert_eq!((text.as_str(), caret), ("tên: Hộ 20", Some(8)));
        assert_eq!(quote("\ta: b", 5), ("    a: b".into(), Some(7)));
        assert_eq!(quote("a: b", 99), ("a: b".into(), Some(4)));
        assert_eq!(quote("a: b", 0), ("a: b".into(), None));
        assert_eq!(quote("a\x1b[31m\u{202e}b", 1).0, "a\u{fffd}[31m\u{fffd}b");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        for column in [1, 2, 40, 99, 100, 101, 150, 250, 299, 300] {
            let line: String =
                (0..300).map(|at| if at + 1 == column { '!' } else { 'ơ' }).collect();
            let (text, caret) = quote(&line, u32::try_from(column).unwrap());
            assert_eq!(text.chars().count(), WIDTH, "{column}");
            assert_eq!(text.chars().nth(caret.unwrap()), Some('!'), "{column}");
        }
    }

    #[test]
    fn what_is_to_be_copied_is_never_broken() {
        let text = format!("{} `a b c d e f g` {}", "x".repeat(95), "y ".repeat(80));
        let lines = wrapped(&text);
        assert!(lines.iter().any(|line| line.starts_with("`a b c d e f g`")), "{lines:?}");
        assert_eq!(lines.join(" ").trim(), text.trim());
    }
}
