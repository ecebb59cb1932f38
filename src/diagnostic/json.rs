//! The report for another program: one JSON object, whose `version` grows only when a field
//! changes its meaning.

use serde::Serialize;

use super::{Report, Severity, Tongue};

/// The version of this shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    language: &'static str,
    diagnostics: Vec<Entry<'a>>,
    counts: Counts,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: String,
    severity: &'static str,
    file: &'a str,
    /// Absent when the whole file is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    /// Absent when the whole line or file is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    message: String,
    remedy: String,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    files: usize,
}

impl Report {
    /// The report as JSON: `version`, `language`, `diagnostics` and `counts`.
    pub fn json(&self, tongue: Tongue) -> String {
        let diagnostics = self.diagnostics.iter().map(|found| {
            let wording = found.problem.wording(tongue);
            Entry {
                code: found.code().to_string(),
                severity: level(found.severity),
                file: &found.place.file,
                line: known(found.place.line),
                column: known(found.place.column),
                message: wording.message,
                remedy: wording.remedy,
            }
        });
        written(&Document {
            version: VERSION,
            language: tongue.tag(),
            diagnostics: diagnostics.collect(),
            counts: Counts {
                errors: self.errors(),
                warnings: self.warnings(),
                files: self.files(),
            },
        })
    }
}

/// The word for a severity in machine formats; SARIF has the same two.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A line or column that is known.
pub(super) fn known(number: u32) -> Option<u32> {
    (number > 0).then_some(number)
}

/// JSON, indented, with a line end. Writing texts and numbers of our own into memory cannot fail.
pub(super) fn written<T: Serialize>(document: &T) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Place, Problem};
    use super::*;

    #[test]
    fn json_counts_and_places() {
        let place = Place { file: "a.yaml".into(), line: 3, column: 7, quoted: "x".into() };
        let report = Report {
            diagnostics: vec![
                Diagnostic::error(place.clone(), Problem::Alias),
                Diagnostic::warning(place, Problem::EmptyText),
                Diagnostic::error(Place::file("b.yaml"), Problem::EmptyFile),
            ],
        };
        let json: serde_json::Value =
            serde_json::from_str(&report.json(Tongue::Vietnamese)).unwrap();
        assert_eq!(json["version"], 1);
        assert_eq!(json["counts"], serde_json::json!({"errors": 2, "warnings": 1, "files": 2}));
        assert_eq!(json["diagnostics"].as_array().unwrap().len(), 3);
        assert_eq!(json["diagnostics"][0]["code"], "N005");
        assert_eq!(json["diagnostics"][0]["line"], 3);
        assert_eq!(json["diagnostics"][1]["severity"], "warning");
        assert_eq!(json["diagnostics"][2].get("line"), None);
        assert_eq!(json["diagnostics"][2]["message"], "Tệp không có nội dung.");
        let english = report.json(Tongue::English);
        assert!(english.contains("The file has nothing in it."));
    }
}
