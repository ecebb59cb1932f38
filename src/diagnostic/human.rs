//! The report as a person reads it in a terminal: each problem with its line quoted and a caret
//! under the place, then what to do, and the counts on the last line.

use std::collections::BTreeSet;

use super::{Diagnostic, Place, Report, Severity, Tongue};
use crate::text::nfc;

/// A quoted line is cut to this many characters around the column; remedies are wrapped here too.
const WIDTH: usize = 100;

/// A tab is shown as this many spaces, so that the caret stands right on every terminal.
const TAB: &str = "    ";

impl Report {
    /// The whole report for a terminal, ending in a line of counts. Diagnostics come in the order
    /// they stand in; with `colour`, ANSI colours are used.
    pub fn human(&self, tongue: Tongue, colour: bool) -> String {
        let paint = Paint { colour };
        let mut out = String::new();
        for diagnostic in &self.diagnostics {
            out.push_str(&told(diagnostic, tongue, paint).join("\n"));
            out.push_str("\n\n");
        }
        out.push_str(&self.counts(tongue));
        out.push('\n');
        out
    }

    /// How many errors and warnings in how many files, in words.
    pub fn counts(&self, tongue: Tongue) -> String {
        let (errors, warnings, files) = (self.errors(), self.warnings(), self.files());
        let mut parts = Vec::new();
        match tongue {
            Tongue::Vietnamese => {
                parts.push(if errors == 0 {
                    "không có lỗi".into()
                } else {
                    format!("{errors} lỗi")
                });
                if warnings > 0 {
                    parts.push(format!("{warnings} cảnh báo"));
                }
            }
            Tongue::English => {
                parts.push(if errors == 0 { "no errors".into() } else { plural(errors, "error") });
                if warnings > 0 {
                    parts.push(plural(warnings, "warning"));
                }
            }
        }
        let found = parts.join(", ");
        match (files, tongue) {
            (0, _) => found,
            (_, Tongue::Vietnamese) => format!("{found} trong {files} tệp"),
            (_, Tongue::English) => format!("{found} in {}", plural(files, "file")),
        }
    }

    /// How many files have at least one diagnostic.
    pub fn files(&self) -> usize {
        let files: BTreeSet<&str> =
            self.diagnostics.iter().map(|found| found.place.file.as_str()).collect();
        files.iter().filter(|file| !file.is_empty()).count()
    }
}

impl Severity {
    /// What it is called.
    pub fn name(self, tongue: Tongue) -> &'static str {
        match (self, tongue) {
            (Self::Error, Tongue::Vietnamese) => "lỗi",
            (Self::Warning, Tongue::Vietnamese) => "cảnh báo",
            (Self::Error, Tongue::English) => "error",
            (Self::Warning, Tongue::English) => "warning",
        }
    }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// ANSI colours, or none.
#[derive(Clone, Copy)]
struct Paint {
    colour: bool,
}

const BOLD: &str = "1";
const BLUE: &str = "34";

impl Paint {
    fn apply(self, style: &str, words: &str) -> String {
        if self.colour { format!("\x1b[{style}m{words}\x1b[0m") } else { words.to_owned() }
    }

    fn of(severity: Severity) -> &'static str {
        match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
        }
    }
}

/// The lines that tell one problem.
fn told(diagnostic: &Diagnostic, tongue: Tongue, paint: Paint) -> Vec<String> {
    let Diagnostic { severity, problem, place } = diagnostic;
    let wording = problem.wording(tongue);
    let (message, remedy) = (sound(&wording.message), sound(&wording.remedy));
    let style = Paint::of(*severity);

    let label = format!("{} {}", severity.name(tongue), diagnostic.code());
    let head = paint.apply(style, &label);
    let mut lines = vec![match stands_at(place) {
        stand if stand.is_empty() => head,
        stand => format!("{head}  {}", paint.apply(BOLD, &stand)),
    }];

    let number = place.line.to_string();
    let margin = " ".repeat(number.len().max(5));
    let bar = paint.apply(BLUE, "│");
    let mut said = false;
    if place.line > 0 && !place.quoted.trim().is_empty() {
        let (quoted, caret) = quote(&place.quoted, place.column);
        let number = paint.apply(BLUE, &format!("{number:>5}"));
        lines.push(format!("{number} {bar} {quoted}"));
        if let Some(caret) = caret {
            said = caret + 2 + message.chars().count() <= WIDTH;
            let pointer = if said { format!("^ {message}") } else { "^".to_owned() };
            let pointer = paint.apply(style, &pointer);
            lines.push(format!("{margin} {bar} {}{pointer}", " ".repeat(caret)));
        }
    }
    if !said {
        for line in wrapped(&message) {
            lines.push(format!("{margin} {bar} {}", paint.apply(style, &line)));
        }
    }
    let mut corner = paint.apply(BLUE, "└");
    for line in wrapped(&remedy) {
        lines.push(format!("{margin} {corner} {line}"));
        " ".clone_into(&mut corner);
    }
    lines
}

/// `file:line:column`, as far as it is known.
fn stands_at(place: &Place) -> String {
    let file = sound(&place.file);
    match (place.line, place.column) {
        (0, _) => file,
        (line, 0) => format!("{file}:{line}"),
        (line, column) => format!("{file}:{line}:{column}"),
    }
}

/// The line as it is shown, and how many signs stand before the caret (none without a column).
fn quote(line: &str, column: u32) -> (String, Option<usize>) {
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
fn sound(words: &str) -> String {
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
    use super::super::{Contact, Problem};
    use super::*;

    fn place(file: &str, line: u32, column: u32, quoted: &str) -> Place {
        Place { file: file.into(), line, column, quoted: quoted.into() }
    }

    fn three() -> Report {
        let fee = place("procedures/cu-tru/3.000370.yaml", 31, 17, "        amount: 20 VND");
        let key = place("procedures/cu-tru/3.000370.yaml", 4, 1, "fee: none");
        Report {
            diagnostics: vec![
                Diagnostic::error(fee, Problem::DroppedThousands { amount: 20, meant: 20_000 }),
                Diagnostic::error(
                    key,
                    Problem::UnknownKey {
                        key: "fee".into(),
                        suggestion: Some("fees".into()),
                        known: vec!["id".into(), "fees".into()],
                    },
                ),
                Diagnostic::warning(
                    Place::file("agencies/phuong-vi-du/agency.yaml"),
                    Problem::MissingContact { contact: Contact::Complaints },
                ),
            ],
        }
    }

    #[test]
    fn three_problems_in_vietnamese() {
        let expected = "\
lỗi N402  procedures/cu-tru/3.000370.yaml:31:17
   31 │         amount: 20 VND
      │                 ^ 20 đồng? Có phải 20.000 đồng?
      └ Viết `amount: 20000 VND`; nếu quyết định công bố đúng là 20 đồng thì thêm dòng `exact: true`.

lỗi N101  procedures/cu-tru/3.000370.yaml:4:1
    4 │ fee: none
      │ ^ Ở đây không có khóa `fee`.
      └ Có phải ý ông/bà là `fees`? Các khóa dùng được ở đây: `id`, `fees`.

cảnh báo N303  agencies/phuong-vi-du/agency.yaml
      │ Thiếu đầu mối tiếp công dân, khiếu nại, tố cáo (`complaints`).
      └ Thêm vào `contacts` trong `agency.yaml`, ví dụ:
        `complaints: {name: \"Ban Tiếp công dân\", place: \"Phòng 101\", days: \"Thứ Năm hằng tuần\"}`.

2 lỗi, 1 cảnh báo trong 2 tệp
";
        let shown = three().human(Tongue::Vietnamese, false);
        assert_eq!(shown, expected, "\n{shown}");
    }

    #[test]
    fn three_problems_in_english() {
        let expected = "\
error N402  procedures/cu-tru/3.000370.yaml:31:17
   31 │         amount: 20 VND
      │                 ^ 20 đồng? Is 20,000 đồng meant?
      └ Write `amount: 20000 VND`; if the announcing decision really says 20 đồng, add the line
        `exact: true`.

error N101  procedures/cu-tru/3.000370.yaml:4:1
    4 │ fee: none
      │ ^ There is no key `fee` here.
      └ Did you mean `fees`? Keys that may stand here: `id`, `fees`.

warning N303  agencies/phuong-vi-du/agency.yaml
      │ The contact for complaints and reception of citizens (`complaints`) is missing.
      └ Add it to `contacts` in `agency.yaml`, for example:
        `complaints: {name: \"Ban Tiếp công dân\", place: \"Phòng 101\", days: \"Thứ Năm hằng tuần\"}`.

2 errors, 1 warning in 2 files
";
        let shown = three().human(Tongue::English, false);
        assert_eq!(shown, expected, "\n{shown}");
    }

    #[test]
    fn a_clean_report_says_so() {
        let clean = Report::default();
        assert_eq!(clean.human(Tongue::Vietnamese, true), "không có lỗi\n");
        assert_eq!(clean.human(Tongue::English, false), "no errors\n");
    }

    #[test]
    fn colour_changes_nothing_else() {
        let coloured = three().human(Tongue::Vietnamese, true);
        assert!(coloured.contains("\x1b[1;31mlỗi N402\x1b[0m"));
        let mut plain = coloured;
        for code in ["1;31", "1;33", BOLD, BLUE, "0"] {
            plain = plain.replace(&format!("\x1b[{code}m"), "");
        }
        assert_eq!(plain, three().human(Tongue::Vietnamese, false));
    }

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
