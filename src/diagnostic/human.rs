//! The report as a person reads it in a terminal: each problem with its line quoted and a caret
//! under the place, then what to do, and the counts on the last line.

use std::collections::{BTreeMap, BTreeSet};

use super::screen::{WIDTH, quote, sound, wrapped};
use super::{Code, Diagnostic, Place, Report, Severity, Tongue};

/// So many warnings of one code are told with their remedy; who has read three knows the rest.
const TOLD_IN_FULL: usize = 3;

impl Report {
    /// The whole report for a terminal, ending in a line of counts. Diagnostics come in the order
    /// they stand in; with `colour`, ANSI colours are used.
    pub fn human(&self, tongue: Tongue, colour: bool) -> String {
        let paint = Paint { colour };
        let mut out = String::new();
        let mut told_before: BTreeMap<Code, usize> = BTreeMap::new();
        let mut last_is_brief = false;
        for diagnostic in &self.diagnostics {
            let before = told_before.entry(diagnostic.code()).or_default();
            *before += 1;
            let is_brief = diagnostic.severity == Severity::Warning && *before > TOLD_IN_FULL;
            if last_is_brief && !is_brief {
                out.push('\n');
            }
            last_is_brief = is_brief;
            if is_brief {
                out.push_str(&brief(diagnostic, tongue, paint));
                out.push('\n');
            } else {
                out.push_str(&told(diagnostic, tongue, paint).join("\n"));
                out.push_str("\n\n");
            }
        }
        if last_is_brief {
            out.push('\n');
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

/// One problem on one line: label, place, message.
fn brief(diagnostic: &Diagnostic, tongue: Tongue, paint: Paint) -> String {
    let label = format!("{} {}", diagnostic.severity.name(tongue), diagnostic.code());
    let head = paint.apply(Paint::of(diagnostic.severity), &label);
    let place = paint.apply(BOLD, &stands_at(&diagnostic.place));
    let message = sound(&diagnostic.problem.wording(tongue).message);
    format!("{head}  {place}  {message}")
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
    fn from_the_fourth_on_a_warning_takes_one_line() {
        let warning = |line| {
            let (part, words) = ("limit".to_owned(), "Không có".to_owned());
            Diagnostic::warning(place("a.yaml", line, 3, "x"), Problem::AsAnnounced { part, words })
        };
        let mut report = Report { diagnostics: (1..=5).map(warning).collect() };
        let shown = report.human(Tongue::English, false);
        assert_eq!(shown.matches("└").count(), 3, "{shown}");
        assert!(shown.contains("\nwarning N312  a.yaml:4:3  `limit`"), "{shown}");
        assert!(shown.ends_with(".\n\nno errors, 5 warnings in 1 file\n"), "{shown}");
        report.deny_warnings();
        assert_eq!(report.human(Tongue::English, false).matches("└").count(), 5);
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
}
