//! The sheet of English words: a line for each text of a procedure that can be translated.

use super::rows::name_of;
use crate::content::{Shelf, ShelfFile, ShelfKind, Written};
use crate::text::Language;

/// Its name.
pub(super) const SHEET: &str = "Tiếng Anh";

/// Its headings.
pub(super) const HEADINGS: [&str; 4] = ["Mã thủ tục", "Mục", "Tiếng Việt", "Tiếng Anh"];

/// Keys whose texts have words in other languages.
const WORDED: [&str; 14] = [
    "name",
    "short_name",
    "summary",
    "decides",
    "handles",
    "coordinates",
    "delegated",
    "answerable",
    "position",
    "action",
    "note",
    "text",
    "validity",
    "returned",
];

/// Keys of a fee and of a limit besides.
const MORE: [&str; 3] = ["per", "of", "when"];

/// A text and its words.
pub(super) struct Line {
    /// The procedure as a workbook names it.
    pub file: String,
    /// Keys and ids, parted by `/`, as the words file nests them.
    pub path: String,
    pub binding: String,
    pub english: Option<String>,
}

/// The words file that belongs to a procedure file.
pub(super) fn words_file<'s>(shelf: &'s Shelf, of: &ShelfKind) -> Option<&'s ShelfFile> {
    shelf.files.iter().find(|file| file.language == Some(Language::EN) && file.kind == *of)
}

/// All lines, procedure by procedure.
pub(super) fn lines(shelf: &Shelf) -> Vec<Line> {
    let mut lines = Vec::new();
    for file in shelf.files.iter().filter(|file| file.language.is_none()) {
        let (Some((super::plan::Of::Procedure, name)), Some(written)) =
            (name_of(&file.kind), &file.written)
        else {
            continue;
        };
        let words = words_file(shelf, &file.kind).and_then(|file| file.written.as_ref());
        let mut texts = Vec::new();
        collect(written, "", &mut texts);
        for (path, binding) in texts {
            let english = words.and_then(|words| found(words, &path));
            lines.push(Line { file: name.clone(), path, binding, english });
        }
    }
    lines
}

/// The words at a path.
pub(super) fn found(words: &Written, path: &str) -> Option<String> {
    let found = path.split('/').try_fold(words, |map, key| map.get(key));
    found.and_then(Written::scalar).map(str::to_owned)
}

fn collect(map: &Written, path: &str, into: &mut Vec<(String, String)>) {
    for (key, value) in map.entries() {
        let here = if path.is_empty() { key.clone() } else { format!("{path}/{key}") };
        match value {
            Written::Map(_) if key == "bodies" => collect(value, &here, into),
            Written::List(items)
                if matches!(
                    key.as_str(),
                    "steps"
                        | "channels"
                        | "fees"
                        | "limit_cases"
                        | "cases"
                        | "papers"
                        | "conditions"
                        | "results"
                ) =>
            {
                for item in items {
                    let Some(id) = item.text("id") else { continue };
                    let at = format!("{here}/{id}");
                    // These two have one text each, which stands under the id itself.
                    let only = match key.as_str() {
                        "conditions" => Some("text"),
                        "limit_cases" => Some("when"),
                        _ => None,
                    };
                    match only {
                        Some(only) => {
                            into.extend(item.text(only).map(|text| (at, text.to_owned())));
                        }
                        None => collect(item, &at, into),
                    }
                }
            }
            Written::Bare(text) | Written::Words(text)
                if (WORDED.contains(&key.as_str())
                    || (path.contains("/fees/") && MORE.contains(&key.as_str())))
                    && text != "none" =>
            {
                into.push((here, text.clone()));
            }
            _ => {}
        }
    }
}
