//! Who answers for a published file, and over which content. A file whose content changed since is signed no more.

use std::fmt;

use crate::text::Date;

/// The hash of what a signed file says, 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentHash([u8; 16]);

/// Who signed and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Name and position, as typed.
    pub by: Box<str>,
    /// The day.
    pub on: Date,
}

/// The keys that say who signed; everything else is what was signed.
const KEYS: [&str; 3] = ["signed_by:", "signed_on:", "content_hash:"];

impl ContentHash {
    /// The hash of a file's text, without the lines that say who signed. Empty lines, ends of lines and spaces
    /// before them do not count, since editors change them unasked.
    pub fn of(text: &str) -> Self {
        let mut hasher = blake3::Hasher::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for line in text.trim_end().lines() {
            let line = line.trim_end();
            if !line.is_empty() && !KEYS.iter().any(|key| line.starts_with(key)) {
                hasher.update(line.as_bytes());
                hasher.update(b"\n");
            }
        }
        let mut short = [0; 16];
        short.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Self(short)
    }

    /// Whether a text is the hash as it is written.
    pub fn is_written(self, text: &str) -> bool {
        self.to_string() == text
    }

    /// The text of a file with a signature in place of any it had; all its other lines stay as they are.
    pub fn signed(text: &str, signature: &Signature) -> String {
        let kept = text.lines().filter(|line| !KEYS.iter().any(|key| line.starts_with(key)));
        let mut signed: String = kept.flat_map(|line| [line, "\n"]).collect();
        // A double-quoted JSON text is one of YAML too.
        let by = serde_json::Value::from(&*signature.by).to_string();
        let hash = Self::of(text);
        let trimmed = signed.trim_end().len();
        signed.truncate(trimmed);
        let on = signature.on;
        let tail = ["\nsigned_by: ", &by, "\nsigned_on: ", &on.to_string()];
        signed.extend(tail);
        signed.extend(["\ncontent_hash: \"", &hash.to_string(), "\"\n"]);
        signed
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_as_long_as_nothing_else_changes() {
        let draft = "period: 2026-q3\nn: 3\n\ncontent_hash: \"old\"\n";
        let hash = ContentHash::of(draft);
        let on = Date::parse("2026-11-22").unwrap();
        let signature = Signature { by: "Trần Thị \"B\", Chánh Văn phòng".into(), on };
        let signed = ContentHash::signed(draft, &signature);
        assert_eq!(ContentHash::of(&signed), hash, "{signed}");
        assert!(signed.contains(&format!("content_hash: \"{hash}\"")), "{signed}");
        assert!(
            signed.contains("signed_by: \"Trần Thị \\\"B\\\", Chánh Văn phòng\"\n"),
            "{signed}"
        );
        assert_eq!(ContentHash::of(&signed.replace('\n', "\r\n")), hash);
        assert_eq!(ContentHash::of(&ContentHash::signed(&signed, &signature)), hash);
        assert_ne!(ContentHash::of(&signed.replace("n: 3", "n: 4")), hash);
        assert!(hash.is_written(&hash.to_string()) && !hash.is_written("old"));
    }
}
