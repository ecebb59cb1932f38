//! Scalars on one line: plain, double-quoted, single-quoted.

use std::borrow::Cow;

use super::cursor::{Cursor, GiveUp};

/// A scalar and whether it was quoted; a quoted one is always a text.
pub(super) struct Scalar<'t> {
    pub text: Cow<'t, str>,
    pub quoted: bool,
}

impl Scalar<'_> {
    /// Whether YAML reads it as nothing.
    pub(super) fn is_null(&self) -> bool {
        !self.quoted && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }

    /// Whether YAML reads it as a text when no type is asked for.
    pub(super) fn is_text(&self) -> bool {
        if self.quoted {
            return true;
        }
        let text = &*self.text;
        let odd = matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
            || text.starts_with("0x")
            || text.starts_with("0o")
            || text.starts_with("0b")
            || text.starts_with(['+', '.'])
            || text.starts_with("-.")
            || text.parse::<f64>().is_ok();
        !odd && !self.is_null()
    }

    /// The whole number that YAML reads in it when no type is asked for.
    pub(super) fn whole_number(&self) -> Option<u64> {
        let plain = !self.quoted && (self.text == "0" || !self.text.starts_with(['0', '+']));
        if plain { self.text.parse().ok() } else { None }
    }
}

/// Reads a quoted scalar; the cursor stands at its first quote.
pub(super) fn quoted<'t>(cursor: &mut Cursor<'t>) -> Result<Scalar<'t>, GiveUp> {
    let quote = cursor.sign();
    let inside = &cursor.rest()[1..];
    // Nearly every text has neither escapes nor inner quotes, and is lent as it stands.
    let end = memchr::memchr3(quote, b'\\', b'\n', inside.as_bytes()).ok_or(GiveUp)?;
    let is_plain =
        inside.as_bytes()[end] == quote && inside.as_bytes().get(end + 1) != Some(&b'\'');
    if is_plain || (quote == b'"' && inside.as_bytes()[end] == quote) {
        cursor.at += end + 2;
        return Ok(Scalar { text: Cow::Borrowed(&inside[..end]), quoted: true });
    }
    let end = memchr::memchr(b'\n', inside.as_bytes()).unwrap_or(inside.len());
    unescaped(cursor, &inside[..end], quote)
}

fn unescaped<'t>(cursor: &mut Cursor<'t>, inside: &str, quote: u8) -> Result<Scalar<'t>, GiveUp> {
    let mut text = String::with_capacity(inside.len());
    let mut signs = inside.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' if quote == b'"' => text.push(match signs.next() {
                Some((_, same @ ('"' | '\\' | '/'))) => same,
                Some((_, 'n')) => '\n',
                _ => return Err(GiveUp),
            }),
            '\'' if quote == b'\'' => {
                if signs.next_if(|(_, next)| *next == '\'').is_none() {
                    cursor.at += at + 2;
                    return Ok(Scalar { text: Cow::Owned(text), quoted: true });
                }
                text.push('\'');
            }
            '"' if quote == b'"' => {
                cursor.at += at + 2;
                return Ok(Scalar { text: Cow::Owned(text), quoted: true });
            }
            sign => text.push(sign),
        }
    }
    Err(GiveUp)
}

/// The plain scalar that the rest of a line holds, outside flow lists; the cursor moves past it.
pub(super) fn plain<'t>(cursor: &mut Cursor<'t>) -> Result<Scalar<'t>, GiveUp> {
    let line = cursor.line();
    starts_plain(line)?;
    let bytes = line.as_bytes();
    let comment = memchr::memchr_iter(b'#', bytes).find(|at| *at > 0 && bytes[at - 1] == b' ');
    let text = line[..comment.unwrap_or(line.len())].trim_end_matches(' ');
    let bytes = text.as_bytes();
    if memchr::memchr_iter(b':', bytes).any(|at| matches!(bytes.get(at + 1), None | Some(b' '))) {
        return Err(GiveUp);
    }
    cursor.at += text.len();
    Ok(Scalar { text: Cow::Borrowed(text), quoted: false })
}

/// A plain scalar may not begin with a sign that means something else.
pub(super) fn starts_plain(text: &str) -> Result<(), GiveUp> {
    let mut signs = text.bytes();
    let is_plain = match signs.next() {
        None
        | Some(
            b'\n' | b'&' | b'*' | b'!' | b'|' | b'>' | b'%' | b'@' | b'`' | b'"' | b'\'' | b'#'
            | b'{' | b'}' | b'[' | b']' | b',',
        ) => false,
        Some(b'-' | b'?' | b':') => !matches!(signs.next(), None | Some(b' ' | b'\n')),
        Some(_) => true,
    };
    if is_plain { Ok(()) } else { Err(GiveUp) }
}
