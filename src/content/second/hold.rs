//! A tree of nodes held against the JSON Schema of its file kind: every mistake of shape at once.
//!
//! Only what our own schemas say is understood (they are derived from the file shapes, with
//! references inlined); scalars are checked by the very `parse` that the first reading uses. What is
//! refused is taken out of the tree, so that the rest can still be read and checked in the same run;
//! the key paths of what was taken are kept, since a part that was wrong is not one that is missing.

use serde_json::Value;

use super::{Found, Node, NodeValue};
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::{ProcedureCode, TimeLimit};
use crate::content::keys::{At, nearest};
use crate::content::shape::Written;
use crate::diagnostic::{Problem, Shape};
use crate::feedback::satisfaction::{ReportingPeriod, Ways};
use crate::publication::results::{Percent, Topic, Unit};
use crate::text::{Date, Hour, Language, Money, Phone, Slug};

/// What came of holding a tree against its schema.
#[derive(Debug, Default)]
pub(in crate::content) struct Held {
    pub found: Found,
    /// Key paths (in what is left of the tree) of which something was taken out.
    pub damaged: Vec<String>,
    /// Whether what is left fits the schema.
    pub sound: bool,
}

/// Everything in `node` that `schema` refuses, with its line and column; it is taken out of the tree.
pub(in crate::content) fn hold(node: &mut Node, schema: &Value) -> Held {
    let mut holder = Held::default();
    holder.sound = held(node, schema, At::ROOT, &mut holder);
    holder
}

impl Held {
    fn damage(&mut self, at: At<'_>) {
        if self.damaged.len() < super::MOST {
            self.damaged.push(at.to_string());
        }
    }
}

/// Whether what is left of the node fits.
fn held(node: &mut Node, schema: &Value, at: At<'_>, holder: &mut Held) -> bool {
    let mut branches = Vec::new();
    flatten(schema, &mut branches);
    if node.is_null() && branches.iter().any(|branch| takes(branch, "null")) {
        return true;
    }
    let (line, column, shape) = (node.line, node.column, node.shape());
    let mut wrong = || {
        holder.found.push_with(line, column, || Problem::WrongShape {
            wanted: wanted(&branches),
            found: shape,
        });
        false
    };
    match &mut node.value {
        NodeValue::Map(entries) => match branches.iter().find(|branch| takes(branch, "object")) {
            Some(branch) => held_map((line, column), entries, branch, at, holder),
            None => wrong(),
        },
        NodeValue::List(items) => match branches.iter().find(|branch| takes(branch, "array")) {
            Some(branch) => {
                held_list(items, &branch["items"], at, holder);
                true
            }
            None => wrong(),
        },
        NodeValue::Scalar { .. } => match refused_scalar(node, &branches) {
            Some(problem) => {
                holder.found.push(line, column, problem);
                false
            }
            None => true,
        },
        // Reported when it was read.
        NodeValue::Alias => false,
    }
}

fn held_list(items: &mut Vec<Node>, schema: &Value, at: At<'_>, holder: &mut Held) {
    let before = items.len();
    let mut kept = Vec::with_capacity(before);
    for mut item in items.drain(..) {
        if held(&mut item, schema, at.item(kept.len()), holder) {
            kept.push(item);
        }
    }
    if kept.len() < before {
        holder.damage(at);
    }
    *items = kept;
}

fn held_map(
    (line, column): (u32, u32),
    entries: &mut Vec<(String, Node, Node)>,
    schema: &Value,
    at: At<'_>,
    holder: &mut Held,
) -> bool {
    let properties = schema["properties"].as_object();
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut lost: Vec<String> = Vec::new();
    let mut kept = Vec::with_capacity(entries.len());
    for (key, at_key, mut value) in entries.drain(..) {
        let known = properties.and_then(|known| known.get(&key));
        let known =
            known.or_else(|| Some(&schema["additionalProperties"]).filter(|s| s.is_object()));
        let Some(known) = known else {
            let guess = unknown_key(&key, &at_key, properties, holder);
            lost.extend(guess);
            continue;
        };
        if held(&mut value, known, at.key(&key), holder) {
            kept.push((key, at_key, value));
        } else {
            lost.push(key);
        }
    }
    *entries = kept;
    let mut sound = true;
    for key in required {
        if lost.iter().any(|one| one == key) {
            sound = false;
        } else if !entries.iter().any(|(known, ..)| known == key) {
            holder.found.push(line, column, Problem::MissingKey { key: key.to_owned() });
            sound = false;
        }
    }
    for key in &lost {
        holder.damage(at.key(key));
    }
    sound
}

/// Reports a key that no schema knows; gives the one that was probably meant.
fn unknown_key(
    key: &str,
    at_key: &Node,
    properties: Option<&serde_json::Map<String, Value>>,
    holder: &mut Held,
) -> Option<String> {
    let mut guess = None;
    holder.found.push_with(at_key.line, at_key.column, || {
        let known: Vec<String> =
            properties.map(|known| known.keys().cloned().collect()).unwrap_or_default();
        guess = nearest(key, known.iter().map(String::as_str));
        Problem::UnknownKey { key: key.to_owned(), suggestion: guess.clone(), known }
    });
    guess
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

fn wanted(branches: &[&Value]) -> Shape {
    let any = |kind: &str| branches.iter().any(|branch| takes(branch, kind));
    if branches.iter().any(|branch| branch["const"] == "none") {
        if any("integer") { Shape::Number } else { Shape::ListOrNone }
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

/// Why no branch takes a scalar, if none does.
fn refused_scalar(node: &Node, branches: &[&Value]) -> Option<Problem> {
    let NodeValue::Scalar { text, quoted } = &node.value else { return None };
    if branches.iter().any(|branch| branch["const"] == text.as_str()) {
        return None;
    }
    let bad = |wanted, reason: &str| {
        let reason = reason.to_owned();
        Some(Problem::BadValue { wanted, found: text.clone(), reason })
    };
    for branch in branches {
        if let Some(shape) = branch["x-shape"].as_str() {
            return refused(shape, text);
        }
        if let Some(words) = branch["enum"].as_array() {
            let allowed: Vec<String> =
                words.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            if allowed.iter().any(|word| word == text) {
                return None;
            }
            let suggestion = nearest(text, allowed.iter().map(String::as_str));
            return Some(Problem::NotOneOf { found: text.clone(), allowed, suggestion });
        }
        if takes(branch, "string") {
            // Null in any of its spellings is not a text that somebody wrote, nor are spaces.
            let empty = node.is_null() || text.trim().is_empty();
            return empty.then_some(Problem::EmptyText);
        }
        if takes(branch, "integer") {
            return match whole_number(text, branch) {
                Ok(()) if !quoted => None,
                Ok(()) => bad(Shape::Number, NUMBER_IN_QUOTES),
                Err(reason) => bad(Shape::Number, &reason),
            };
        }
        if takes(branch, "boolean") {
            let sound = !quoted && matches!(text.as_str(), "true" | "false");
            return if sound { None } else { bad(Shape::YesNo, "true / false") };
        }
    }
    Some(Problem::WrongShape { wanted: wanted(branches), found: node.shape() })
}

/// The reason given for a number in quotes, known to the wording by this sentence.
const NUMBER_IN_QUOTES: &str = "a number is written without quotes";

fn whole_number(text: &str, branch: &Value) -> Result<(), String> {
    let bound = |key: &str| branch[key].as_i64();
    // A nought in front makes another number of it in some readers, and a text in others.
    let digits = text.bytes().all(|sign| sign.is_ascii_digit())
        && !text.is_empty()
        && (text == "0" || !text.starts_with('0'));
    let number = text.parse::<i64>().ok().filter(|_| digits);
    let sound = number.is_some_and(|number| {
        bound("minimum").is_none_or(|least| number >= least)
            && bound("maximum").is_none_or(|most| number <= most)
    });
    let (least, most) = (bound("minimum").unwrap_or(0), bound("maximum"));
    let most = most.unwrap_or(i64::from(u32::MAX));
    if sound { Ok(()) } else { Err(format!("{least} – {most}")) }
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
        "Period" => by::<ReportingPeriod>(text),
        "Percent" => by::<Percent>(text),
        "Unit" => by::<Unit>(text),
        "Ways" => by::<Ways>(text),
        "Topic" => by::<Topic>(text),
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
        Some("Period") => Shape::Period,
        Some("Percent") => Shape::Percent,
        Some("Unit") => Shape::Unit,
        Some("Ways") => Shape::Ways,
        Some("Topic") => Shape::Topic,
        _ => Shape::Text,
    }
}
