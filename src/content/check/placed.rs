//! From findings to the report: key paths become lines, by the second reading, file by file.

use std::collections::BTreeMap;
use std::path::Path;

use crate::content::findings::{Finding, Findings};
use crate::content::second::{MOST, Node, locate, read_nodes};
use crate::content::source::read_text;
use crate::diagnostic::{Diagnostic, Place, Problem, Report, Severity};

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
        let mut placed: Vec<_> = findings
            .into_iter()
            .map(|finding| (position(&finding, nodes.as_ref()), finding))
            .collect();
        let more = bound(&mut placed, &file);
        placed.extend(more);
        report.diagnostics.extend(placed.into_iter().map(|((line, column), finding)| {
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

/// Keeps the first hundred findings of a file, errors before warnings, and counts the rest.
fn bound(placed: &mut Vec<((u32, u32), Finding)>, file: &str) -> Option<((u32, u32), Finding)> {
    let many = |finding: &Finding| match finding.problem {
        Problem::ManyMore { count } => Some(count),
        _ => None,
    };
    let counted: usize = placed.iter().filter_map(|(_, finding)| many(finding)).sum();
    placed.retain(|(_, finding)| many(finding).is_none());
    placed.sort_by_key(|(at, finding)| (finding.severity, *at));
    let cut = placed.len().saturating_sub(MOST);
    let severity = if counted > 0 { Severity::Error } else { placed.get(MOST)?.1.severity };
    placed.truncate(MOST);
    let problem = Problem::ManyMore { count: counted + cut };
    let (file, path) = (file.to_owned(), String::new());
    Some(((0, 0), Finding { file, path, position: None, severity, problem }))
}

fn position(finding: &Finding, nodes: Option<&Node>) -> (u32, u32) {
    match (finding.position, nodes) {
        (Some(position), _) => position,
        (None, Some(root)) if !finding.path.is_empty() => locate(root, &finding.path),
        _ => (0, 0),
    }
}
