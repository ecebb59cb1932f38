//! The bytes of one content file, as text: bounded, UTF-8, in normal form C.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::signs;
use crate::diagnostic::Problem;
use crate::text::nfc;

/// No rule text or form description is this long; a spreadsheet or a dump put in the wrong place is.
pub(super) const LARGEST_FILE: u64 = 2 * 1024 * 1024;

/// Reads a file into `buffer` and lends its text.
pub(super) fn read_text<'b>(path: &Path, buffer: &'b mut Vec<u8>) -> Result<Cow<'b, str>, Problem> {
    buffer.clear();
    let unreadable = |error: std::io::Error| Problem::Unreadable { reason: error.to_string() };
    // Opening a pipe would wait for somebody to write into it.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(Problem::NotAFile);
    }
    let file = File::open(path).map_err(unreadable)?;
    file.take(LARGEST_FILE + 1).read_to_end(buffer).map_err(unreadable)?;
    if buffer.len() as u64 > LARGEST_FILE {
        let bytes = std::fs::metadata(path).map_or(LARGEST_FILE + 1, |found| found.len());
        return Err(Problem::TooLarge { bytes, limit: LARGEST_FILE });
    }
    if buffer.starts_with(&[0xFF, 0xFE]) || buffer.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::Utf16);
    }
    let text = simdutf8::compat::from_utf8(buffer)
        .map_err(|error| Problem::NotUtf8 { byte: error.valid_up_to() + 1 })?;
    // An editor on Windows may leave a byte-order mark; it is not content.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if is_surely_composed(text.as_bytes()) { Cow::Borrowed(text) } else { nfc(text) })
}

/// Whether every character is of a block that holds only composed letters and signs. Proving normal
/// form takes longer than parsing; this costs a fraction of a nanosecond a byte and answers for nearly
/// every file. `text` is UTF-8, so bytes up to 0xBF are ASCII or belong to the sign before.
fn is_surely_composed(text: &[u8]) -> bool {
    !signs::any(text, |first, second, third| {
        // Latin-1 to the modifier letters, U+0080–U+02FF, begin with up to 0xCB.
        let beyond = first > 0xCB;
        // Latin Extended Additional U+1E00–U+1EFF.
        let letters = first == 0xE1 && (0xB8..=0xBB).contains(&second);
        // Currency signs, arrows; dashes, quotes, dots U+2010–U+203F: the spaces before these are not
        // all composed.
        let arrows = second == 0x82 || second == 0x86 || second == 0x87;
        let quotes = second == 0x80 && third >= 0x90;
        beyond && !letters && !(first == 0xE2 && (arrows || quotes))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_vietnamese_is_seen_at_a_glance_and_nothing_else_passes() {
        assert!(is_surely_composed("Ủy ban – “Hộ tịch”, 8.000 đồng…".as_bytes()));
        for odd in ["Ho\u{323}", "\u{212b}", "한", "\u{344}", "\u{2000}"] {
            assert!(!is_surely_composed(odd.as_bytes()), "{odd}");
        }
    }
}
