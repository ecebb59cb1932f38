//! A place in the text, and the few questions that block YAML asks of lines.

use crate::content::signs;

/// Why the quick reading gives up. It carries nothing: the full reader will say what is wrong.
#[derive(Debug)]
pub(super) struct GiveUp;

impl std::fmt::Display for GiveUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("for the full reader")
    }
}

impl std::error::Error for GiveUp {}

impl serde::de::Error for GiveUp {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Deeper than any content file; the full reader has its own limit.
const DEEPEST: u8 = 24;

/// Where the reading stands.
pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub at: usize,
    depth: u8,
}

impl<'t> Cursor<'t> {
    /// A cursor at the first line; `None` for texts with signs that YAML treats in its own way.
    pub(super) fn new(text: &'t str) -> Option<Self> {
        is_ordinary(text.as_bytes()).then_some(Self { text, at: 0, depth: 0 })
    }

    /// The sign here; 0 at the end of the text.
    pub(super) fn sign(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// The rest of the line from here. Finding its end costs its length, so what may stand a
    /// thousand times on one line (a flow list of codes) looks at [`Cursor::rest`] instead.
    pub(super) fn line(&self) -> &'t str {
        let rest = self.rest();
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        &rest[..end]
    }

    /// The rest of the text from here.
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The column of this place, from 0.
    pub(super) fn column(&self) -> usize {
        let before = &self.text.as_bytes()[..self.at];
        self.at - memchr::memrchr(b'\n', before).map_or(0, |at| at + 1)
    }

    pub(super) fn skip_spaces(&mut self) {
        while self.sign() == b' ' {
            self.at += 1;
        }
    }

    /// Whether nothing but a comment is left on this line. A comment needs a space before it.
    pub(super) fn is_line_over(&self) -> bool {
        match self.sign() {
            0 | b'\n' => true,
            b'#' => self.at == 0 || matches!(self.text.as_bytes()[self.at - 1], b' ' | b'\n'),
            _ => false,
        }
    }

    /// Goes to the first sign of the next line that says something; gives its column, or `None` at
    /// the end of the text. Stays where it is when it is at such a sign already.
    pub(super) fn next_content(&mut self) -> Option<usize> {
        loop {
            self.skip_spaces();
            if self.sign() == 0 {
                return None;
            }
            if !self.is_line_over() {
                return Some(self.column());
            }
            self.at += self.line().len();
            if self.sign() == b'\n' {
                self.at += 1;
            }
        }
    }

    /// Ends a value on its line: only a comment may follow.
    pub(super) fn end_line(&mut self) -> Result<(), GiveUp> {
        self.skip_spaces();
        if self.is_line_over() { Ok(()) } else { Err(GiveUp) }
    }

    /// Whether `- ` (or a lone `-`) stands here.
    pub(super) fn is_item(&self) -> bool {
        self.sign() == b'-'
            && matches!(self.text.as_bytes().get(self.at + 1).copied(), None | Some(b' ' | b'\n'))
    }

    pub(super) fn is_at_end(&mut self) -> bool {
        self.next_content().is_none()
    }

    /// Goes one level deeper; every call is paired with [`Cursor::leave`].
    pub(super) fn enter(&mut self) -> Result<(), GiveUp> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(GiveUp) } else { Ok(()) }
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}

/// Whether there are no tabs, carriage returns, control signs, foreign line breaks or marks that the
/// full reader refuses or treats as white space.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "asked of a whole register of bytes at once, see `signs`"
)]
fn is_ordinary(text: &[u8]) -> bool {
    !signs::any(text, |first, second, third| {
        let control = ((first < b' ') & (first != b'\n')) | (first == 0x7F);
        let upper_control = (first == 0xC2) & (second < 0xA0);
        let line_break = (first == 0xE2) & (second == 0x80) & ((third == 0xA8) | (third == 0xA9));
        let mark = (first == 0xEF) & (second >= 0xBB);
        control | upper_control | line_break | mark
    })
}
