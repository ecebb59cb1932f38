//! From findings to the report: key paths become lines, by the second reading, file by file.

use std::collections::BTreeMap;
use std::path::Path;

use crate::content::findings::{Finding, Findings};
use crate::content::second::{Node, locate, read_nodes};
use crate::content::source::read_text;
use crate::diagnostic::{Diagnostic, Place, Report};

/// The report of all findings, in order, each with its line quoted.
pub(in crate::content) fn report(findings: Findings, root: &Path) -> Report {
    let mut by_file: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for finding in findings.list {
        by_file.entry(finding.file.clone()).or_default().push(finding);
    }
    let mut report = Report::default();
    for (file, findings) in by_file {
        let mut buffer = Vec::new();
        let text = read_text(&root.join(&file), &mut buffer).ok();
        let text = text.as_deref().unwrap_or_default();
        let nodes = if findings
            .iter()
            .any(|finding| finding.position.is_none() && !finding.path.is_empty())
        {
            read_nodes(text).root
        } else {
            None
        };
        let lines: Vec<&str> = text.lines().collect();
        report.diagnostics.extend(findings.into_iter().map(|finding| {
            let (line, column) = position(&finding, nodes.as_ref());
            let quoted =
                usize::try_from(line).ok().and_then(|line| lines.get(line.wrapping_sub(1)));
            let quoted = quoted.copied().unwrap_or_default().to_owned();
            Diagnostic {
                severity: finding.severity,
                problem: finding.problem,
                place: Place { file: file.clone(), line, column, quoted },
            }
        }));
    }
    report.sort();
    report
}

fn position(finding: &Finding, nodes: Option<&Node>) -> (u32, u32) {
    match (finding.position, nodes) {
        (Some(position), _) => position,
        (None, Some(root)) if !finding.path.is_empty() => locate(root, &finding.path),
        _ => (0, 0),
    }
}
