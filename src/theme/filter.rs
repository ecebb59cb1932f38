//! The two filters a theme gets besides tera's own.
//!
//! `{{ words.papers | fill(n=page.count) }}` fills the `{n}` places of the theme's words with values
//! or phrases; `{{ page.name | plain }}` takes the language mark off a phrase, for attributes.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::escape::escape_into;

/// Adds the filters.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill);
    tera.register_filter("plain", plain);
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
