//! What a hostile file needs, looked for in its bytes before the first reading sees it.
//!
//! The first reading expands aliases (200,000 of them for a text of a megabyte fill any memory) and
//! takes time in the square of the depth of brackets. One pass over the bytes finds every file that
//! could do either; it may suspect a sound one, so the second reading decides, which follows no alias
//! and stops at its greatest depth.

use crate::content::signs;

/// Brackets open at once, beyond which a file is looked at twice. The second reading allows no more.
const DEEPEST: usize = 32;

/// Brackets in all: with quotes in odd places the depth can be hidden, the number cannot.
const MOST_BRACKETS: usize = 20_000;

/// Longer files are read the bounded way only: a megabyte of commas makes a hundred of events.
const LONG: usize = 1024 * 1024;

/// Whether a file could harm the first reading: only then is it worth a second one.
pub(in crate::content) fn is_suspicious(text: &str) -> bool {
    text.len() > LONG
        || ((text.contains('&') || text.contains('*')) && has_anchor(text.as_bytes()))
        || nests(text.as_bytes())
}

/// Whether a key or item may have no value, or an empty text: the first reading takes it for a text.
pub(in crate::content) fn has_empty_values(text: &str) -> bool {
    let text = text.as_bytes();
    has_empty_signs(text) || has_bare_keys(text)
}

/// Whether two quotes stand together, a quote stands alone, or a `~`, `}` or `,` where a value should be.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "asked of a whole register of bytes at once, see `signs`"
)]
fn has_empty_signs(text: &[u8]) -> bool {
    signs::any(text, |first, second, third| {
        let pair = ((first == b'"') | (first == b'\'')) & (first == second);
        let alone = (first == b' ') & (second == b'"') & (third == b' ');
        let none = (third == b'~') | (third == b'}') | (third == b',');
        let value = (second == b'}') | ((second == b' ') & none);
        pair | alone | ((first == b':') & value)
    })
}

/// Whether a key or a dash is followed by nothing that belongs to it, or by the word `null`.
fn has_bare_keys(text: &[u8]) -> bool {
    let mut open: Option<usize> = None;
    let mut start = 0;
    while start < text.len() {
        let end = memchr::memchr(b'\n', &text[start..]).map_or(text.len(), |at| start + at);
        let line = &text[start..end];
        start = end + 1;
        let content = line.trim_ascii_start();
        let indent = line.len() - content.len();
        let content = content.trim_ascii_end();
        let (Some(first), Some(last)) = (content.first(), content.last()) else { continue };
        if *first == b'#' {
            continue;
        }
        // An item of a list may stand as far left as the key it belongs to.
        if open.is_some_and(|key| indent < key || (indent == key && *first != b'-')) {
            return true;
        }
        // The key of `- key:` stands further in than its line does.
        let dashes = content.iter().take_while(|sign| matches!(sign, b'-' | b' ')).count();
        let bare = dashes == content.len() || *last == b':';
        open = bare.then_some(indent + dashes);
        if *last == b'l' && content.ends_with(b": null") {
            return true;
        }
    }
    open.is_some()
}

/// Whether a `&` or `*` stands where a value could begin.
fn has_anchor(text: &[u8]) -> bool {
    let mut before = b'\n';
    for (at, &sign) in text.iter().enumerate() {
        if matches!(sign, b'&' | b'*')
            && matches!(before, b' ' | b'\t' | b'\n' | b'\r' | b'[' | b'{' | b',' | b':')
            && text.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace())
        {
            return true;
        }
        before = sign;
    }
    false
}

fn nests(text: &[u8]) -> bool {
    // Counting is nearly free; most files hold fewer brackets than they may nest.
    let brackets = text.iter().filter(|sign| matches!(sign, b'[' | b'{')).count();
    if brackets <= DEEPEST {
        return false;
    }
    if brackets > MOST_BRACKETS {
        return true;
    }
    // A bracket in quotes does not count, but what is in quotes is only guessed: both ways are tried.
    let (mut depth, mut unquoted, mut quoted) = (0_usize, 0_usize, false);
    for &sign in text {
        match sign {
            b'[' | b'{' => {
                depth += 1;
                unquoted += usize::from(!quoted);
                if depth > DEEPEST || unquoted > DEEPEST {
                    return true;
                }
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                unquoted = unquoted.saturating_sub(usize::from(!quoted));
            }
            b'"' => quoted = !quoted,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_texts_pass() {
        let honest =
            "name: \"Tài nguyên & Môi trường\"\nnote: R&D * 2\nlist: [a, [b], {c: d}]\n- -x\n---\n";
        assert!(!is_suspicious(honest));
    }

    #[test]
    fn a_key_without_a_value_is_seen() {
        for sound in ["a:\n  b: c\n", "a:\n- b\n\n# d\nc: 1", "a:\n  - id: b\n    c:\n      - d"] {
            assert!(!has_empty_values(sound), "{sound}");
        }
        for odd in
            ["a:\nb: c", "a: \"\"", "- a:\n- b: c", "a: ~\n", "a:\n  b:\nc: 1", "-\n- a", "a:"]
        {
            assert!(has_empty_values(odd), "{odd}");
        }
    }

    #[test]
    fn anchors_aliases_and_depth_are_suspected() {
        let deep = |open: &str| open.repeat(33);
        for odd in ["a: &x 1", "a: [*x]", "- *x", "{a: 1,*x : 2}", "*x : 1", "a:\n  &x b: c"] {
            assert!(is_suspicious(odd), "{odd}");
        }
        for odd in [deep("["), deep("{a: "), deep("[\"]\","), "a".repeat(LONG + 1)] {
            assert!(is_suspicious(&odd), "{odd}");
        }
    }
}
