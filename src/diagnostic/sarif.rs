//! The report as SARIF 2.1.0, which code hosts and editors show beside the lines.
//!
//! Addresses are relative to the content folder, whose place only the reader of the file knows;
//! `uriBaseId` says so. Columns count code points, as `columnKind` declares.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Serialize;

use super::json::{known, level, written};
use super::{Code, Diagnostic, Report, Tongue};

/// The name of the content folder among the base addresses.
const BASE: &str = "CONTENT";

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    original_uri_base_ids: Bases,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Bases {
    #[serde(rename = "CONTENT")]
    content: Base,
}

#[derive(Serialize)]
struct Base {
    description: Message,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: String,
    short_description: Message,
    full_description: Message,
    help: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<u32>,
}

impl Report {
    /// The report as a SARIF 2.1.0 log. Its rules are the codes that occur, each explained.
    pub fn sarif(&self, tongue: Tongue) -> String {
        let codes: BTreeSet<Code> = self.diagnostics.iter().map(Diagnostic::code).collect();
        let codes: Vec<Code> = codes.into_iter().collect();
        let results = self.diagnostics.iter().map(|found| outcome(found, &codes, tongue));
        let base = match tongue {
            Tongue::Vietnamese => "Thư mục nội dung của trang.",
            Tongue::English => "The content folder of the site.",
        };
        written(&Log {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [Run {
                tool: Tool {
                    driver: Driver {
                        name: "niemyet",
                        version: env!("CARGO_PKG_VERSION"),
                        rules: codes.iter().map(|code| rule(*code, tongue)).collect(),
                    },
                },
                language: tongue.tag(),
                column_kind: "unicodeCodePoints",
                original_uri_base_ids: Bases {
                    content: Base { description: Message { text: base.into() } },
                },
                results: results.collect(),
            }],
        })
    }
}

fn rule(code: Code, tongue: Tongue) -> Rule {
    let page = code.explain(tongue);
    Rule {
        id: code.to_string(),
        short_description: Message { text: page.title.into() },
        full_description: Message { text: page.why.into() },
        help: Message { text: page.mend.into() },
    }
}

fn outcome(found: &Diagnostic, codes: &[Code], tongue: Tongue) -> Outcome {
    let wording = found.problem.wording(tongue);
    let code = found.code();
    let place = &found.place;
    let locations = if place.file.is_empty() {
        Vec::new()
    } else {
        let start_column = known(place.column);
        vec![Location {
            physical_location: Physical {
                artifact_location: Artifact { uri: encoded(&place.file), uri_base_id: BASE },
                region: known(place.line).map(|start_line| Region { start_line, start_column }),
            },
        }]
    };
    Outcome {
        rule_id: code.to_string(),
        rule_index: codes.binary_search(&code).unwrap_or_default(),
        level: level(found.severity),
        message: Message { text: format!("{} {}", wording.message, wording.remedy) },
        locations,
    }
}

/// A relative address: every byte percent-encoded save letters, digits, `-._~` and `/`.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::samples::samples;
    use super::super::{Place, Problem};
    use super::*;

    #[test]
    fn every_result_has_its_rule() {
        let place = |line| Place {
            file: "procedures/hộ tịch/a@b.yaml".into(),
            line,
            column: line,
            quoted: String::new(),
        };
        let mut report = Report::default();
        for (line, problem) in (0..).zip(samples()) {
            report.diagnostics.push(Diagnostic::warning(place(line), problem));
        }
        report.diagnostics.push(Diagnostic::error(Place::default(), Problem::NoProcedures));

        let log: serde_json::Value = serde_json::from_str(&report.sarif(Tongue::English)).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Code::all().len());
        for rule in rules {
            for text in ["shortDescription", "help"] {
                assert!(!rule[text]["text"].as_str().unwrap().is_empty());
            }
        }
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), report.diagnostics.len());
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        }
        let first = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(
            first["artifactLocation"]["uri"],
            "procedures/h%E1%BB%99%20t%E1%BB%8Bch/a%40b.yaml"
        );
        assert_eq!(first.get("region"), None);
        assert!(run["originalUriBaseIds"].get(BASE).is_some());
        let second = &results[1]["locations"][0]["physicalLocation"]["region"];
        assert_eq!(*second, serde_json::json!({"startLine": 1, "startColumn": 1}));
        assert_eq!(results.last().unwrap().get("locations"), None);
    }

    #[test]
    fn an_empty_report_is_a_sound_log() {
        let log: serde_json::Value =
            serde_json::from_str(&Report::default().sarif(Tongue::Vietnamese)).unwrap();
        assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
        assert_eq!(log["runs"][0]["language"], "vi");
    }
}
