//! A tree of nodes held against the JSON Schema of its file kind: every mistake of shape at once.
//!
//! Only what our own schemas say is understood (they are derived from the file shapes, with
//! references inlined); scalars are checked by the very `parse` that the first reading uses.

use serde_json::Value;

use super::{Node, NodeValue};
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{ProcedureCode, TimeLimit};
use crate::content::keys::nearest;
use crate::content::shape::Written;
use crate::diagnostic::{Problem, Shape};
use crate::text::{Date, Hour, Language, Money, Phone, Slug};

/// Everything in `node` that `schema` refuses, with its line and column.
pub(in crate::content) fn hold(node: &Node, schema: &Value) -> Vec<(u32, u32, Problem)> {
    let mut found = Vec::new();
    held(node, schema, &mut found);
    found
}

type Found = Vec<(u32, u32, Problem)>;

fn held(node: &Node, schema: &Value, found: &mut Found) {
    if matches!(node.value, NodeValue::Alias) {
        return; // Reported when it was read.
    }
    let mut branches = Vec::new();
    flatten(schema, &mut branches);
    if node.is_null() && branches.iter().any(|branch| takes(branch, "null")) {
        return;
    }
    match &node.value {
        NodeValue::Map(entries) => match branches.iter().find(|branch| takes(branch, "object")) {
            Some(branch) => held_map(node, entries, branch, found),
            None => wrong(node, &branches, found),
        },
        NodeValue::List(items) => match branches.iter().find(|branch| takes(branch, "array")) {
            Some(branch) => {
                for item in items {
                    held(item, &branch["items"], found);
                }
            }
            None => wrong(node, &branches, found),
        },
        NodeValue::Scalar { text, .. } => held_scalar(node, text, &branches, found),
        NodeValue::Alias => {}
    }
}

/// The alternatives of a schema, nested `anyOf`s taken apart.
fn flatten<'s>(schema: &'s Value, into: &mut Vec<&'s Value>) {
    match schema["anyOf"].as_array() {
        Some(alternatives) => alternatives.iter().for_each(|one| flatten(one, into)),
        None => into.push(schema),
    }
}

fn takes(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::String(only) => only == kind,
        Value::Array(kinds) => kinds.iter().any(|one| one == kind),
        _ => {
            kind == "null"
                && schema["enum"].as_array().is_some_and(|all| all.contains(&Value::Null))
        }
    }
}

fn wrong(node: &Node, branches: &[&Value], found: &mut Found) {
    let problem = Problem::WrongShape { wanted: wanted(branches), found: node.shape() };
    found.push((node.line, node.column, problem));
}

fn wanted(branches: &[&Value]) -> Shape {
    let any = |kind: &str| branches.iter().any(|branch| takes(branch, kind));
    if branches.iter().any(|branch| branch["const"] == "none") {
        Shape::ListOrNone
    } else if any("array") {
        Shape::List
    } else if branches.iter().any(|branch| branch["x-shape"].is_string()) {
        shape_of(branches)
    } else if any("object") {
        Shape::Map
    } else if any("integer") {
        Shape::Number
    } else if any("boolean") {
        Shape::YesNo
    } else {
        Shape::Text
    }
}

fn held_map(node: &Node, entries: &[(String, Node, Node)], schema: &Value, found: &mut Found) {
    let properties = schema["properties"].as_object();
    for (key, at_key, value) in entries {
        if let Some(known) = properties.and_then(|known| known.get(key)) {
            held(value, known, found);
        } else if schema["additionalProperties"].is_object() {
            held(value, &schema["additionalProperties"], found);
        } else {
            let known: Vec<String> =
                properties.map(|known| known.keys().cloned().collect()).unwrap_or_default();
            let suggestion = nearest(key, known.iter().map(String::as_str));
            let problem = Problem::UnknownKey { key: key.clone(), suggestion, known };
            found.push((at_key.line, at_key.column, problem));
        }
    }
    for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !entries.iter().any(|(known, ..)| known == key) {
            found.push((node.line, node.column, Problem::MissingKey { key: key.to_owned() }));
        }
    }
}

fn held_scalar(node: &Node, text: &str, branches: &[&Value], found: &mut Found) {
    let mut report = |problem| found.push((node.line, node.column, problem));
    if branches.iter().any(|branch| branch["const"] == text) {
        return;
    }
    for branch in branches {
        if let Some(shape) = branch["x-shape"].as_str() {
            if let Some(problem) = refused(shape, text) {
                report(problem);
            }
            return;
        }
        if let Some(words) = branch["enum"].as_array() {
            let allowed: Vec<String> =
                words.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            if !allowed.iter().any(|word| word == text) {
                let suggestion = nearest(text, allowed.iter().map(String::as_str));
                report(Problem::NotOneOf { found: text.to_owned(), allowed, suggestion });
            }
            return;
        }
        if takes(branch, "string") {
            return;
        }
        if takes(branch, "integer") {
            let bound = |key: &str| branch[key].as_i64();
            let number = text.parse::<i64>().ok();
            let sound = number.is_some_and(|number| {
                bound("minimum").is_none_or(|least| number >= least)
                    && bound("maximum").is_none_or(|most| number <= most)
            });
            if !sound {
                let reason = format!(
                    "{} – {}",
                    bound("minimum").unwrap_or(0),
                    bound("maximum").unwrap_or(i64::from(u32::MAX))
                );
                let found = text.to_owned();
                report(Problem::BadValue { wanted: Shape::Number, found, reason });
            }
            return;
        }
        if takes(branch, "boolean") {
            if !matches!(text, "true" | "false") {
                let reason = "true / false".to_owned();
                let found = text.to_owned();
                report(Problem::BadValue { wanted: Shape::YesNo, found, reason });
            }
            return;
        }
    }
    wrong(node, branches, found);
}

/// The scalar types that schemas name in `x-shape`.
fn refused(shape: &str, text: &str) -> Option<Problem> {
    fn by<T: Written>(text: &str) -> Option<Problem> {
        T::read(text).err().map(|reason| T::refuse(text, reason))
    }
    match shape {
        "Date" => by::<Date>(text),
        "Hour" => by::<Hour>(text),
        "Language" => by::<Language>(text),
        "Money" => by::<Money>(text),
        "Phone" => by::<Phone>(text),
        "Slug" => by::<Slug>(text),
        "ProcedureCode" => by::<ProcedureCode>(text),
        "PrintedCode" => by::<PrintedCode>(text),
        "TimeLimit" => by::<TimeLimit>(text),
        _ => None,
    }
}

fn shape_of(branches: &[&Value]) -> Shape {
    let name = branches.iter().find_map(|branch| branch["x-shape"].as_str());
    match name {
        Some("Date") => Shape::Date,
        Some("Hour") => Shape::Hour,
        Some("Language") => Shape::Language,
        Some("Money") => Shape::Money,
        Some("Phone") => Shape::Phone,
        Some("Slug") => Shape::Slug,
        Some("ProcedureCode") => Shape::ProcedureCode,
        Some("PrintedCode") => Shape::PrintedCode,
        Some("TimeLimit") => Shape::TimeLimit,
        _ => Shape::Text,
    }
}
