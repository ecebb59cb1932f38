//! A theme's own wording in one language: flat keys, so that a template writes `words.time_limit`,
//! a translator sees one list, and a missing key is found by comparing two lists.

use std::collections::{BTreeMap, HashMap};

use tera::Value;

use super::ThemeError;
use super::escape::escape_into;
use crate::text::{Language, NumberStyle};

/// The wording of a theme in one language; keys that it lacks come from Vietnamese.
#[derive(Debug, Clone)]
pub struct Words {
    language: Language,
    own: BTreeMap<String, String>,
    all: HashMap<String, String>,
    /// Of the keys that have a form for one thing (`papers_count_one`): that form, by the key without
    /// its end.
    ones: HashMap<String, String>,
    numbers: NumberStyle,
    value: Value,
}

impl Words {
    /// Reads `words/<language>.json`.
    pub(super) fn parse(
        language: Language,
        json: &str,
        fallback: Option<&Self>,
    ) -> Result<Self, ThemeError> {
        let own: BTreeMap<String, String> = serde_json::from_str(json).map_err(|error| {
            ThemeError::Words { file: format!("words/{language}.json"), reason: error.to_string() }
        })?;
        let mut all: HashMap<_, _> = fallback.map(|words| words.all.clone()).unwrap_or_default();
        all.extend(own.iter().map(|(key, words)| (key.clone(), words.clone())));
        let value = Value::try_from_serializable(&all)
            .map_err(|error| ThemeError::Templates(error.to_string()))?;
        let ones = own.iter().filter_map(|(key, words)| {
            key.strip_suffix("_one").map(|stem| (stem.to_owned(), words.clone()))
        });
        let ones = ones.collect();
        let sign = |key: &str, otherwise| {
            all.get(key).and_then(|words| words.chars().next()).unwrap_or(otherwise)
        };
        let numbers =
            NumberStyle { group: sign("number_group", '.'), decimal: sign("number_decimal", ',') };
        Ok(Self { language, own, all, ones, numbers, value })
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Between thousands and before decimals.
    pub fn number_style(&self) -> NumberStyle {
        self.numbers
    }

    /// The words of a key. A key that no language has stands for itself, in brackets: it is a slip
    /// in this program, and `theme check` reports it.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.all.get(key).map_or(key, String::as_str)
    }

    /// The words of a key, with `{name}` places filled.
    pub fn fill(&self, key: &str, places: &[(&str, &str)]) -> String {
        fill(self.get(key), places)
    }

    /// The words of a key for a number: `key_one` for 1 where the language has it, with `{n}` filled.
    pub fn count(&self, key: &str, number: usize) -> String {
        let one = if number == 1 { self.ones.get(key) } else { None };
        let words = one.map_or_else(|| self.get(key), String::as_str);
        fill(words, &[("n", &self.whole(number))])
    }

    /// The keys that this language has itself.
    pub(super) fn own_keys(&self) -> impl Iterator<Item = &str> {
        self.own.keys().map(String::as_str)
    }

    /// Whether a template may ask for a key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.all.contains_key(key)
    }

    /// A template with its `{{ words.key }}` places filled by the words themselves, as HTML: a page
    /// holds some sixty of them, the same on every page, so they are looked up once and not ten
    /// thousand times. Places with a filter, and keys that do not exist, are left to the engine.
    pub(super) fn woven_into(&self, template: &str) -> String {
        let mut woven = String::with_capacity(template.len() * 5 / 4);
        let mut rest = template;
        while let Some(at) = rest.find("{{ words.") {
            let tail = &rest[at + "{{ words.".len()..];
            let end = tail.find(" }}");
            let words = end.and_then(|end| self.all.get(&tail[..end]).zip(Some(end)));
            let Some((words, end)) = words else {
                woven.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
                continue;
            };
            woven.push_str(&rest[..at]);
            let start = woven.len();
            escape_into(words, &mut woven);
            // A brace would start another place, a line end would shift the lines of errors.
            if woven[start..].contains(['{', '\n']) {
                let safe = woven[start..].replace('{', "&#123;").replace('\n', " ");
                woven.truncate(start);
                woven.push_str(&safe);
            }
            rest = &tail[end + " }}".len()..];
        }
        woven.push_str(rest);
        woven
    }

    /// The words as templates see them.
    pub(super) fn value(&self) -> Value {
        self.value.clone()
    }
}

/// `{name}` places filled; a place that is not named stays as it is.
fn fill(words: &str, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    let mut rest = words;
    while let Some(open) = memchr::memchr(b'{', rest.as_bytes()) {
        out.push_str(&rest[..open]);
        let tail = &rest[open..];
        let filled = memchr::memchr(b'}', tail.as_bytes()).and_then(|close| {
            let place = places.iter().find(|(name, _)| *name == &tail[1..close])?;
            Some((place.1, close))
        });
        let Some((value, close)) = filled else {
            out.push('{');
            rest = &tail[1..];
            continue;
        };
        out.push_str(value);
        rest = &tail[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_and_missing_keys_come_from_vietnamese() {
        let vi = r#"{"papers": "{n} giấy tờ", "home": "Trang chủ", "number_group": "."}"#;
        let vi = Words::parse(Language::VI, vi, None).unwrap();
        let en = r#"{"papers": "{n} papers", "papers_one": "{n} paper", "number_group": ","}"#;
        let en = Words::parse(Language::EN, en, Some(&vi)).unwrap();
        assert_eq!(
            (vi.count("papers", 1), vi.count("papers", 1200)),
            ("1 giấy tờ".into(), "1.200 giấy tờ".into())
        );
        assert_eq!(
            (en.count("papers", 1), en.count("papers", 1200)),
            ("1 paper".into(), "1,200 papers".into())
        );
        assert_eq!(en.get("home"), "Trang chủ");
        assert_eq!(fill("{a} {b} {", &[("a", "{b}")]), "{b} {b} {");
    }

    #[test]
    fn words_that_are_no_flat_list_are_refused_with_their_place() {
        let error = Words::parse(Language::EN, "{\"a\": [1]}", None).unwrap_err();
        assert!(error.to_string().contains("line 1"), "{error}");
    }
}
