//! Writes the list: words first, then fields, then procedures in the order of the alphabet.
//!
//! ```text
//! tim 1
//! tôi muốn xin …                      words that ask and name nothing
//! dang<TAB>Đăng<TAB>đăng             a word without marks, and all ways in which it stands in names
//!                                     an empty line
//! <word><word>                        a field: each word one sign, its place above, counted from U+0030
//!                                     an empty line
//! 1.000894<TAB><field><TAB><name><TAB><alias>…   a procedure; `*` before its field: the name is in the language that binds
//! ```
//!
//! A word stands with the signs that follow it, up to the next word; between two of them is a space unless the
//! first ends with U+2060. The commonest words come first, so that their signs are short.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use super::Entry;
use crate::text::{Language, Syllable};

/// The first line.
pub(super) const VERSION: &str = "tim 1";

/// Says that no space follows.
pub(super) const JOINER: char = '\u{2060}';

/// The sign of the first word.
const FIRST: u32 = 0x30;

/// The gap in Unicode that no sign stands for, and its length.
const GAP: (u32, u32) = (0xD800, 0x800);

/// The list of these procedures, which stand in the order of the alphabet. `fillers` are words, with spaces between
/// them, that people put around what they look for.
pub fn write(entries: &[Entry], fillers: &str) -> String {
    let texts = entries.iter().flat_map(|entry| {
        [&entry.name, &entry.field].into_iter().chain(&entry.aliases).map(String::as_str)
    });
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in texts.flat_map(words_of) {
        *counts.entry(word).or_default() += 1;
    }
    let mut groups: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (word, count) in counts {
        groups.entry(Syllable::of(bare(&word)).folded).or_default().push((count, word));
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    for (_, words) in &mut groups {
        words.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    }
    let weight = |group: &(String, Vec<(usize, String)>)| -> usize {
        group.1.iter().map(|(count, _)| count).sum()
    };
    // The sort is stable, so equal ones stay in the order of their letters.
    groups.sort_by_key(|group| std::cmp::Reverse(weight(group)));
    let mut out = format!("{VERSION}\n{fillers}\n");
    let mut places: HashMap<&str, char> = HashMap::new();
    for (folded, words) in &groups {
        out.push_str(folded);
        for (_, word) in words {
            places.insert(word, sign(places.len()));
            out.push('\t');
            out.push_str(word);
        }
        out.push('\n');
    }
    let row = |text: &str| words_of(text).map(|word| places[word.as_str()]).collect::<String>();
    let mut fields: Vec<&str> = entries.iter().map(|entry| entry.field.as_str()).collect();
    fields.sort_unstable();
    fields.dedup();
    out.push('\n');
    for field in &fields {
        out.push_str(&row(field));
        out.push('\n');
    }
    for entry in entries {
        let field = fields.binary_search(&entry.field.as_str()).unwrap_or_default();
        let mark = if entry.foreign { "*" } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(out, "\n{}\t{mark}{}\t{}", entry.code, sign(field), row(&entry.name));
        for alias in &entry.aliases {
            out.push('\t');
            out.push_str(&row(alias));
        }
    }
    out
}

/// Where the list of a language lies on the site: its name changes with what it says.
pub fn path(list: &str, language: Language) -> String {
    let hash = blake3::hash(list.as_bytes()).to_hex();
    format!("tim-{language}-{}.txt", &hash[..16])
}

/// The internal entry of a release that says where the list of a language lies.
pub fn pointer(language: Language) -> String {
    format!("tim-{language}")
}

/// The sign of a place.
fn sign(place: usize) -> char {
    let place = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(FIRST);
    let point = if place < GAP.0 { place } else { place.saturating_add(GAP.1) };
    char::from_u32(point).unwrap_or(char::MAX)
}

/// The place that a sign stands for.
pub(super) fn place(sign: char) -> Option<usize> {
    let point = u32::from(sign);
    let point = if point < GAP.0 { point } else { point - GAP.1 };
    usize::try_from(point.checked_sub(FIRST)?).ok()
}

/// The words of a text, each with the signs around it.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(JOINER, "");
    let mut words = Vec::new();
    let mut word = String::new();
    let mut is_after = false;
    for sign in text.chars() {
        let is_word = sign.is_alphanumeric();
        if is_word && is_after {
            words.push(ended(std::mem::take(&mut word)));
            is_after = false;
        }
        is_after |= !is_word && word.contains(char::is_alphanumeric);
        word.push(sign);
    }
    if !word.is_empty() {
        words.push(word);
    }
    words.into_iter()
}

/// A word that another follows: its space is understood, and where there is none it says so.
fn ended(mut word: String) -> String {
    if word.ends_with(' ') {
        word.pop();
    } else {
        word.push(JOINER);
    }
    word
}

/// A word without the signs around it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric())
}
