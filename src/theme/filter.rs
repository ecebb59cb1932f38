//! The filters a theme gets besides tera's own.
//!
//! `{{ words.papers | fill(n=page.count) }}` fills the `{n}` places of the theme's words with values
//! or phrases; `{{ page.name | plain }}` takes the language mark off a phrase, for attributes.
//! `{{ page.counter | lines }}` breaks a name at its dash, "Quầy 1 – Hộ tịch", into two lines; in
//! running text `{{ page.counter | tied }}` keeps the dash at the end of its line.
//! `{{ page.email | breaks }}` lets a mail or web address break after its signs and not inside a word.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::escape::escape_into;

/// Adds the filters.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill);
    tera.register_filter("plain", plain);
    tera.register_filter("lines", lines);
    tera.register_filter("tied", tied);
    tera.register_filter("breaks", breaks);
}

#[allow(clippy::needless_pass_by_value, reason = "the shape of a filter is tera's")]
/// `{name}` places filled by the arguments of those names; the result is safe HTML.
fn fill(words: &Value, places: Kwargs, _: &State) -> TeraResult<Value> {
    let words = words.as_str().unwrap_or_default();
    let mut html = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some(open) = rest.find('{') {
        escape_into(&rest[..open], &mut html);
        let Some(close) = rest[open..].find('}') else { break };
        let name = &rest[open + 1..open + close];
        let value: Value = places.must_get(name)?;
        match value.as_str() {
            Some(text) if value.is_safe() => html.push_str(text),
            Some(text) => escape_into(text, &mut html),
            None => escape_into(&value.to_string(), &mut html),
        }
        rest = &rest[open + close + 1..];
    }
    escape_into(rest, &mut html);
    Ok(Value::safe_string(&html))
}

/// A phrase without its `<span lang>`: still escaped, so it may stand between quotes.
fn plain(phrase: &Value, _: Kwargs, _: &State) -> Value {
    let text = phrase.as_str().unwrap_or_default();
    if !phrase.is_safe() {
        return phrase.clone();
    }
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        bare.push_str(&rest[..open]);
        rest = rest[open..].find('>').map_or("", |close| &rest[open + close + 1..]);
    }
    bare.push_str(rest);
    Value::safe_string(&bare)
}

/// A name in lines: a break in place of each dash.
fn lines(phrase: &Value, _: Kwargs, _: &State) -> Value {
    with_dash(phrase, "<br>")
}

/// A name whose dash never begins a line.
fn tied(phrase: &Value, _: Kwargs, _: &State) -> Value {
    with_dash(phrase, "\u{a0}– ")
}

/// A phrase as HTML, with something else in place of its dashes.
fn with_dash(phrase: &Value, dash: &str) -> Value {
    let text = phrase.as_str().unwrap_or_default();
    let mut html = String::with_capacity(text.len() + 8);
    if phrase.is_safe() {
        html.push_str(text);
    } else {
        escape_into(text, &mut html);
    }
    Value::safe_string(&html.replace(" – ", dash))
}

/// An address that may break after `@`, `.` and `/`.
fn breaks(address: &Value, _: Kwargs, _: &State) -> Value {
    let mut html = String::new();
    let mut rest = address.as_str().unwrap_or_default();
    while let Some(at) = rest.find(['@', '.', '/']) {
        let (head, tail) = rest.split_at(at + 1);
        escape_into(head, &mut html);
        if !tail.is_empty() && !tail.starts_with('/') {
            html.push_str("<wbr>");
        }
        rest = tail;
    }
    escape_into(rest, &mut html);
    Value::safe_string(&html)
}
