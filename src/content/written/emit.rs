//! A tree → the text of a file, laid out as people lay out content files: words in quotes, short lists in one line,
//! lists of things one key a line.

use std::fmt::Write;

use super::Written;

/// The longest list or map that stands in one line, in characters.
const ONE_LINE: usize = 110;

impl Written {
    /// The text of a file of a kind that lies so many folders deep, with the line that tells an editor its schema and
    /// remarks below it.
    pub fn file(&self, kind: &str, depth: usize, remarks: &[String]) -> String {
        let up = "../".repeat(depth);
        let mut out = format!("# yaml-language-server: $schema={up}.schema/{kind}.json\n");
        for line in remarks.iter().flat_map(|one| one.lines()) {
            let line: String = line.chars().filter(|sign| !breaks(*sign)).collect();
            // Writing to a String cannot fail; here and below.
            let _ = writeln!(out, "# {}", line.trim());
        }
        match self {
            Self::Map(entries) => map(&mut out, entries, 0),
            other => out.push_str(&other.inline(0)),
        }
        out
    }

    /// The value as it stands after a key or a dash, when what it belongs to is indented by so many spaces; ends
    /// without a line break.
    pub(super) fn after_key(&self, indent: usize) -> String {
        match self {
            Self::Map(entries) if !self.fits_a_line() && !entries.is_empty() => {
                let mut out = "\n".to_owned();
                map(&mut out, entries, indent + 2);
                out.pop();
                out
            }
            Self::List(items) if !self.fits_a_line() && !items.is_empty() => {
                let mut out = "\n".to_owned();
                for one in items {
                    item(&mut out, one, indent + 2);
                }
                out.pop();
                out
            }
            Self::Words(text) if is_block(text) => {
                let mut out = " |-".to_owned();
                for line in text.split('\n') {
                    out.push('\n');
                    if !line.is_empty() {
                        let _ = write!(out, "{:1$}{line}", "", indent + 2);
                    }
                }
                out
            }
            other => format!(" {}", other.inline(0)),
        }
    }

    /// An item of a list in one line, indented by two spaces, as the long lists of fields and acts have them.
    pub fn one_line_item(&self) -> String {
        format!("  - {}\n", self.inline(1))
    }

    /// An item of a list whose dash is indented by so many spaces, with its line breaks.
    pub(super) fn as_item(&self, indent: usize) -> String {
        let mut out = String::new();
        item(&mut out, self, indent);
        out
    }

    /// In one line.
    pub(super) fn inline(&self, depth: usize) -> String {
        match self {
            Self::Bare(text) if is_safe(text, depth > 0) => text.clone(),
            Self::Bare(text) | Self::Words(text) => quoted(text),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|one| one.inline(depth + 1)).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Map(entries) => {
                let entries = entries.iter();
                let entries = entries
                    .map(|(name, value)| format!("{}: {}", key(name), value.inline(depth + 1)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn fits_a_line(&self) -> bool {
        let small = |one: &Self| one.scalar().is_some_and(|text| !text.contains('\n'));
        match self {
            Self::List(items) => {
                items.iter().all(small) && self.inline(0).chars().count() <= ONE_LINE
            }
            // A thing with an id has a line for each key.
            Self::Map(entries) => {
                entries.iter().all(|(key, value)| key != "id" && small(value))
                    && (entries.len() == 1 || self.inline(0).chars().count() <= ONE_LINE)
            }
            Self::Bare(_) | Self::Words(_) => true,
        }
    }
}

fn map(out: &mut String, entries: &[(String, Written)], indent: usize) {
    for (at, (name, value)) in entries.iter().enumerate() {
        // The first key of an item stands behind its dash.
        let here = if at == 0 && out.ends_with("- ") { 0 } else { indent };
        let _ = writeln!(out, "{:here$}{}:{}", "", key(name), value.after_key(indent));
    }
}

fn item(out: &mut String, one: &Written, indent: usize) {
    let _ = write!(out, "{:indent$}-", "");
    match one {
        Written::Map(entries) if !entries.is_empty() && !one.fits_a_line() => {
            out.push(' ');
            map(out, entries, indent + 2);
        }
        Written::List(items) if !items.is_empty() => {
            let _ = writeln!(out, " {}", one.inline(0));
        }
        other => {
            let _ = writeln!(out, "{}", other.after_key(indent));
        }
    }
}

fn key(name: &str) -> String {
    let plain =
        !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_');
    let word = matches!(name, "null" | "true" | "false" | "y" | "n" | "yes" | "no" | "on" | "off");
    if plain && !word { name.to_owned() } else { quoted(name) }
}

/// Whether a value can stand without quotes and be read as the same text.
fn is_safe(text: &str, in_brackets: bool) -> bool {
    let starts = text.starts_with(|sign: char| sign.is_ascii_alphanumeric());
    let sound = |sign: char| {
        sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.' | '/' | ' ' | '%')
    };
    starts
        && !text.ends_with(' ')
        && text.chars().all(sound)
        && !text.contains("  ")
        && (!in_brackets || text.len() < ONE_LINE)
        && text != "null"
}

/// Signs that are a line break to some reader of YAML, or that no text may hold as they are.
fn breaks(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether a text is shown as a block of lines, which keeps every sign as it is.
fn is_block(text: &str) -> bool {
    let plain =
        |line: &str| !line.starts_with(' ') && !line.ends_with(' ') && !line.contains(breaks);
    // A line that begins with a curly quote looks, in a block, like a value that somebody meant to quote.
    text.contains('\n')
        && !text.contains(['“', '”'])
        && !text.ends_with('\n')
        && !text.starts_with('\n')
        && text.split('\n').all(plain)
}

/// In double quotes, as YAML reads it.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            sign if breaks(sign) => {
                let _ = write!(out, "\\u{:04x}", u32::from(sign));
            }
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}
