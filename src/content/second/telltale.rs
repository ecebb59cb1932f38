//! Slips of the hand that a YAML parser trips over only later, on a line that is right: a space that
//! is missing after a dash or a colon, and a space that looks like one and is none.

/// How many lines above the one where the parser stopped are looked at.
const ABOVE: usize = 3;

/// Where the slip stands, in lines and columns from 1, and what it is, in a sentence that the wording
/// of problems knows; none where nothing of the kind is near the line.
pub(in crate::content) fn telltale(text: &str, stopped: u32) -> Option<(u32, u32, &'static str)> {
    let stopped = usize::try_from(stopped).ok()?;
    let lines = text.lines().enumerate().skip(stopped.saturating_sub(1 + ABOVE));
    let near = lines.take_while(|(at, _)| *at < stopped);
    near.filter_map(|(at, line)| {
        let (column, sentence) = slip(line)?;
        Some((u32::try_from(at + 1).ok()?, u32::try_from(column + 1).ok()?, sentence))
    })
    .last()
}

/// The slip of a line, with its column from 0.
fn slip(line: &str) -> Option<(usize, &'static str)> {
    let start = line.chars().take_while(|sign| sign.is_whitespace() || *sign == '\u{feff}');
    let foreign = start.clone().position(|sign| !matches!(sign, ' ' | '\t'));
    if let Some(column) = foreign {
        return Some((column, "a space that is no space"));
    }
    let indent = start.count();
    let rest: String = line.chars().skip(indent).collect();
    let after_dash = rest.strip_prefix('-').filter(|rest| !rest.starts_with(['-', ' ']));
    if after_dash.is_some_and(|rest| key_length(rest).is_some()) {
        return Some((indent, "no space after a dash"));
    }
    let (skipped, rest) = match rest.strip_prefix("- ") {
        Some(rest) => (indent + 2, rest),
        None => (indent, rest.as_str()),
    };
    let length = key_length(rest)?;
    let value = &rest[length + 1..];
    let is_tight = !value.is_empty() && !value.starts_with([' ', '\t', ':', '/']);
    is_tight.then_some((skipped + length, "no space after a colon"))
}

/// The length of the key that a text begins with, if a colon ends it.
fn key_length(text: &str) -> Option<usize> {
    let key = |sign: char| sign.is_ascii_lowercase() || sign == '_';
    let length = text.find(|sign| !key(sign))?;
    (length > 0 && text[length..].starts_with(':')).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_on_the_line_above_and_a_sound_line_has_none() {
        let found = |text: &str, stopped| telltale(text, stopped);
        assert_eq!(
            found("a: 1\nkind:counter\nlimit: x\n", 3),
            Some((2, 5, "no space after a colon"))
        );
        assert_eq!(
            found("steps:\n  -id: nop\n    x: y\n", 3),
            Some((2, 3, "no space after a dash"))
        );
        let foreign = "a:\n\u{a0}\u{a0}b: 1\n  c: 2\n";
        assert_eq!(found(foreign, 3), Some((2, 1, "a space that is no space")));
        for sound in
            ["a: 1\n- b: c\n", "url: https://a.example\n", "---\n", "note: \"a:b\"\n", "x: 07:30\n"]
        {
            assert_eq!(found(sound, 2), None, "{sound}");
        }
    }
}
