//! The parts that the law requires, held against what a procedure file says.

use crate::catalogue::Stated;
use crate::catalogue::law::{Part, RequiredPart, Requirement};
use crate::content::findings::{Finding, Findings};
use crate::content::shape::{BodiesShape, ProcedureFile, StatedText};
use crate::diagnostic::{Problem, Severity};

/// Reports each required part that is not said.
pub(super) fn required_parts(
    file: &str,
    shape: &ProcedureFile,
    required: &[RequiredPart],
    findings: &mut Findings,
) {
    for required in required {
        for (path, said) in where_said(shape, required.part) {
            if said {
                continue;
            }
            let part = path.rsplit('.').next().unwrap_or_default().to_owned();
            let citation = required.citation.to_string();
            let problem = match required.requirement {
                Requirement::Stated => Problem::MissingPart { part, citation },
                Requirement::OrNone => Problem::NoneNotStated { part, citation },
            };
            let (file, severity) = (file.to_owned(), Severity::Error);
            findings.list.push(Finding { file, path, position: None, severity, problem });
        }
    }
}

/// Where a part must be said, and whether it is: once for the file, or once for each channel. "None"
/// and the words of a decision say it; but some body there must be.
fn where_said(shape: &ProcedureFile, part: Part) -> Vec<(String, bool)> {
    let one = |key: &str, said| vec![(key.to_owned(), said)];
    match part {
        Part::Name => one("name", worded(shape.name.as_deref())),
        Part::Steps => one("steps", filled(shape.steps.as_deref())),
        Part::Channels => one("channels", filled(shape.channels.as_deref())),
        Part::Cases => one("cases", shape.cases.is_some()),
        Part::FileSets => one("file_sets", shape.file_sets.is_some()),
        Part::Applicants => one("applicants", filled(shape.applicants.as_deref())),
        Part::Bodies => {
            let named = |body: &StatedText| !matches!(body.0, Stated::None);
            let any =
                |one: &BodiesShape| named(&one.decides) || one.handles.as_ref().is_some_and(named);
            one("bodies", shape.bodies.as_ref().is_some_and(any))
        }
        Part::Results => one("results", shape.results.is_some()),
        Part::Conditions => one("conditions", shape.conditions.is_some()),
        Part::Acts => one("acts", !shape.acts.is_empty()),
        Part::Decision => one("decision", shape.decision.is_some()),
        Part::Answerable => one("answerable", worded(shape.answerable.as_deref())),
        // Whether a paper has a form is said paper by paper; its absence needs no statement.
        Part::Forms => Vec::new(),
        Part::Limit => each_channel(shape, "limit", |channel| channel.limit.is_some()),
        Part::Fees => each_channel(shape, "fees", |channel| channel.fees.is_some()),
    }
}

fn worded(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

fn filled<T>(list: Option<&[T]>) -> bool {
    list.is_some_and(|list| !list.is_empty())
}

fn each_channel(
    shape: &ProcedureFile,
    key: &str,
    said: impl Fn(&crate::content::shape::ChannelShape) -> bool,
) -> Vec<(String, bool)> {
    let channels = shape.channels.iter().flatten().enumerate();
    channels.map(|(at, channel)| (format!("channels[{at}].{key}"), said(channel))).collect()
}
