//! Flow lists and maps on one line: `[a, b]`, `{days: [mon], from: "07:30"}`.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::cursor::{Cursor, GiveUp};
use super::node::{Node, Spot, Word};
use super::scalar::{Scalar, quoted, starts_plain};

/// A list or map in brackets; the cursor stands behind the opening one.
pub(super) struct Flow<'c, 't> {
    pub cursor: &'c mut Cursor<'t>,
    pub close: u8,
    pub first: bool,
}

impl<'t> Flow<'_, 't> {
    /// Whether another entry follows; takes the comma or the closing bracket.
    fn has_next(&mut self) -> Result<bool, GiveUp> {
        self.cursor.skip_spaces();
        let sign = self.cursor.sign();
        if sign == self.close {
            self.cursor.at += 1;
            return Ok(false);
        }
        if self.first {
            self.first = false;
            return Ok(true);
        }
        if sign != b',' {
            return Err(GiveUp);
        }
        self.cursor.at += 1;
        self.cursor.skip_spaces();
        // A comma before the bracket is allowed in YAML, but nobody means it.
        if self.cursor.sign() == self.close { Err(GiveUp) } else { Ok(true) }
    }

    fn key(&mut self) -> Result<Cow<'t, str>, GiveUp> {
        let key = match self.cursor.sign() {
            b'"' | b'\'' => quoted(self.cursor)?,
            _ => flow_plain(self.cursor)?,
        };
        self.cursor.skip_spaces();
        if self.cursor.sign() != b':' {
            return Err(GiveUp);
        }
        self.cursor.at += 1;
        if !key.quoted && self.cursor.sign() != b' ' {
            return Err(GiveUp);
        }
        Ok(key.text)
    }
}

/// A plain scalar inside brackets: up to a comma, a bracket or `: `.
pub(super) fn flow_plain<'t>(cursor: &mut Cursor<'t>) -> Result<Scalar<'t>, GiveUp> {
    let rest = cursor.rest();
    starts_plain(rest)?;
    let bytes = rest.as_bytes();
    if bytes[0] == b'-' {
        return Err(GiveUp);
    }
    let mut end = 0;
    while let Some(&sign) = bytes.get(end) {
        match sign {
            b',' | b'[' | b']' | b'{' | b'}' => break,
            b':' if matches!(
                bytes.get(end + 1),
                None | Some(b' ' | b',' | b']' | b'}' | b'[' | b'{')
            ) =>
            {
                break;
            }
            b'#' if end > 0 && bytes[end - 1] == b' ' => return Err(GiveUp),
            // Inside brackets the readers of YAML differ about `:` and `?`; a value over several
            // lines is for the full reader.
            b':' | b'?' | b'\n' => return Err(GiveUp),
            _ => end += 1,
        }
    }
    let text = rest[..end].trim_end_matches(' ');
    cursor.at += text.len();
    Ok(Scalar { text: Cow::Borrowed(text), quoted: false })
}

impl<'t> SeqAccess<'t> for Flow<'_, 't> {
    type Error = GiveUp;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, GiveUp> {
        if !self.has_next()? {
            return Ok(None);
        }
        let node = Node { cursor: self.cursor, spot: Spot::Flow };
        seed.deserialize(node).map(Some)
    }
}

impl<'t> MapAccess<'t> for Flow<'_, 't> {
    type Error = GiveUp;

    fn next_key_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, GiveUp> {
        if !self.has_next()? {
            return Ok(None);
        }
        let key = self.key()?;
        seed.deserialize(Word(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, GiveUp> {
        self.cursor.skip_spaces();
        seed.deserialize(Node { cursor: self.cursor, spot: Spot::Flow })
    }
}
