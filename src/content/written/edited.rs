//! An existing text with single places replaced: the rest of it, with comments and order, stays byte for byte.

use std::ops::Range;

use super::Written;
use super::spot::{Spot, SpotValue, spots};

/// A text and the places of what stands in it.
#[derive(Debug)]
pub struct Edited {
    text: String,
}

/// A step of the way to a place: a key, or an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An item, from 0.
    Item(usize),
}

impl Edited {
    /// A text to be edited.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, for good.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Puts a value under a key of the map at a place, in the place of the old one or as a new line of that map. Gives
    /// whether it could be done; what it said before and after is the caller's to compare.
    pub fn set(&mut self, at: &[Way<'_>], key: &str, value: &Written) -> bool {
        let Some(root) = spots(&self.text) else { return false };
        let Some(map) = descend(&root, at) else { return false };
        let SpotValue::Map(entries, in_braces) = &map.value else { return false };
        let edit = match entries.iter().position(|(known, ..)| known == key) {
            Some(index) => {
                let (_, at_key, old) = &entries[index];
                replacement(&self.text, at_key, old, value, *in_braces)
            }
            None => insertion(&self.text, entries, *in_braces, key, value),
        };
        self.apply(edit)
    }

    /// The same where the maps that lead there may be missing: they are made.
    pub fn set_deep(&mut self, at: &[Way<'_>], key: &str, value: &Written) -> bool {
        let Some(root) = spots(&self.text) else {
            // A text with nothing in it but remarks.
            let mut whole = Written::Map(vec![(key.to_owned(), value.clone())]);
            for step in at.iter().rev() {
                let Way::Key(outer) = step else { return false };
                whole = Written::Map(vec![((*outer).to_owned(), whole)]);
            }
            let lines = whole.file("", 0, &[]);
            self.text.push_str(lines.split_once('\n').map_or("", |(_, lines)| lines));
            return true;
        };
        let mut there = at.len();
        while there > 0 && descend(&root, &at[..there]).is_none() {
            there -= 1;
        }
        if there == at.len() {
            return self.set(at, key, value);
        }
        let mut inner = Written::Map(vec![(key.to_owned(), value.clone())]);
        for step in at[there + 1..].iter().rev() {
            let Way::Key(outer) = step else { return false };
            inner = Written::Map(vec![((*outer).to_owned(), inner)]);
        }
        let Way::Key(outer) = at[there] else { return false };
        self.set(&at[..there], outer, &inner)
    }

    /// Takes a key and its value out of the map at a place.
    pub fn remove(&mut self, at: &[Way<'_>], key: &str) -> bool {
        let Some(root) = spots(&self.text) else { return false };
        let Some(Spot { value: SpotValue::Map(entries, false), .. }) = descend(&root, at) else {
            return false;
        };
        let Some((_, at_key, old)) = entries.iter().find(|(known, ..)| known == key) else {
            return false;
        };
        let line = line_of(&self.text, at_key.start);
        // The first key of an item stands behind its dash and cannot go alone.
        if !self.text[line..at_key.start].trim().is_empty() {
            return false;
        }
        let end = end_of_lines(&self.text, old.span.end.max(at_key.end));
        self.apply(Some((line..end, String::new())))
    }

    /// Adds an item at the end of the list at a place.
    pub fn push(&mut self, at: &[Way<'_>], item: &Written) -> bool {
        let Some(root) = spots(&self.text) else { return false };
        let Some(Spot { span, value: SpotValue::List(items, in_brackets) }) = descend(&root, at)
        else {
            return false;
        };
        let edit = if *in_brackets {
            let end = span.end.saturating_sub(1);
            let comma = if items.is_empty() { "" } else { ", " };
            Some((end..end, format!("{comma}{}", item.inline(1))))
        } else {
            items.last().zip(items.first()).map(|(last, first)| {
                let line = line_of(&self.text, first.span.start);
                let indent = self.text[line..].bytes().take_while(|sign| *sign == b' ').count();
                let end = end_of_lines(&self.text, last.span.end);
                let gap = if self.text[..end].ends_with('\n') { "" } else { "\n" };
                // A list whose items stand in braces, one a line, goes on so.
                let in_braces = matches!(&last.value, SpotValue::Map(_, true));
                let new = if in_braces {
                    format!("{:indent$}- {}\n", "", item.inline(1))
                } else {
                    item.as_item(indent)
                };
                (end..end, format!("{gap}{new}"))
            })
        };
        self.apply(edit)
    }

    /// Takes an item out of the list at a place, with the lines it stands in.
    pub fn take(&mut self, at: &[Way<'_>], index: usize) -> bool {
        let Some(root) = spots(&self.text) else { return false };
        let Some(Spot { value: SpotValue::List(items, false), .. }) = descend(&root, at) else {
            return false;
        };
        let Some(item) = items.get(index) else { return false };
        if items.len() == 1 {
            return false;
        }
        let line = line_of(&self.text, item.span.start);
        let end = end_of_lines(&self.text, item.span.end);
        self.apply(Some((line..end, String::new())))
    }

    fn apply(&mut self, edit: Option<(Range<usize>, String)>) -> bool {
        let Some((range, new)) = edit else { return false };
        if self.text.get(range.clone()).is_none() {
            return false;
        }
        self.text.replace_range(range, &new);
        true
    }
}

fn descend<'s>(root: &'s Spot, way: &[Way<'_>]) -> Option<&'s Spot> {
    way.iter().try_fold(root, |spot, step| match (&spot.value, step) {
        (SpotValue::Map(entries, _), Way::Key(key)) => {
            entries.iter().find(|(known, ..)| known == key).map(|(_, _, value)| value)
        }
        (SpotValue::List(items, _), Way::Item(index)) => items.get(*index),
        _ => None,
    })
}

/// Where the line of a byte begins.
fn line_of(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where the line ends, break and all, in which the last sign before a byte stands.
fn end_of_lines(text: &str, end: usize) -> usize {
    let end = text[..end].trim_end().len();
    text[end..].find('\n').map_or(text.len(), |at| end + at + 1)
}

fn indent_of(text: &str, at_key: usize) -> usize {
    text[line_of(text, at_key)..at_key].chars().count()
}

fn replacement(
    text: &str,
    at_key: &Range<usize>,
    old: &Spot,
    value: &Written,
    in_braces: bool,
) -> Option<(Range<usize>, String)> {
    let flow = matches!(&old.value, SpotValue::List(_, true) | SpotValue::Map(_, true));
    let span = old.span.start..old.span.start + text[old.span.clone()].trim_end().len();
    let one_line = !text[span.clone()].contains('\n');
    if in_braces
        || (one_line && (flow || matches!(old.value, SpotValue::Scalar)) && value.is_one_line())
    {
        // What stands behind it in the line, a remark say, stays.
        return (!span.is_empty()).then(|| (span, value.inline(usize::from(in_braces))));
    }
    let behind = text[span.end..].lines().next().unwrap_or_default().trim();
    if one_line && !behind.is_empty() {
        // A remark behind it would become a part of a block; what cannot stand in one line is refused.
        return (!span.is_empty() && value.scalar().is_some()).then(|| (span, value.inline(0)));
    }
    let colon = at_key.end + text[at_key.end..].find(':')? + 1;
    let indent = indent_of(text, at_key.start);
    let end = if one_line { span.end } else { end_of_lines(text, old.span.end) };
    let line_break = if one_line { "" } else { "\n" };
    Some((colon..end.max(colon), format!("{}{line_break}", value.after_key(indent))))
}

fn insertion(
    text: &str,
    entries: &[(String, Range<usize>, Spot)],
    in_braces: bool,
    key: &str,
    value: &Written,
) -> Option<(Range<usize>, String)> {
    let (_, at_key, last) = entries.last()?;
    let entry = Written::Map(vec![(key.to_owned(), value.clone())]);
    if in_braces {
        let end = last.span.end;
        let inside = entry.inline(1);
        return Some((end..end, format!(", {}", &inside[1..inside.len() - 1])));
    }
    let indent = indent_of(text, at_key.start);
    let end = end_of_lines(text, last.span.end.max(at_key.end));
    let gap = if text[..end].ends_with('\n') { "" } else { "\n" };
    Some((end..end, format!("{gap}{:indent$}{key}:{}\n", "", value.after_key(indent))))
}

impl Written {
    fn is_one_line(&self) -> bool {
        !self.after_key(0).contains('\n')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# đầu tệp
name: \"Cấp giấy\"  # tên
level: [commune]
steps:
  # bước đầu
  - id: nop
    action: |-
      Nộp
      hồ sơ
    time: 1 days # một
  - id: nhan
    action: Nhận

acts: []
decision: {number: \"1\"}
";

    #[test]
    fn one_place_changes_and_the_rest_stays() {
        let word = |text: &str| Written::Words(text.to_owned());
        let bare = |text: &str| Written::Bare(text.to_owned());
        let step = [Way::Key("steps"), Way::Item(0)];
        let mut edited = Edited::new(TEXT);
        assert!(edited.set(&step, "time", &bare("2 days")));
        assert!(edited.set(&[], "name", &word("Đổi \"giấy\"")));
        assert!(edited.set(&step, "action", &word("Nộp lại")));
        assert!(edited.set(&[Way::Key("decision")], "body", &word("Bộ")));
        assert!(edited.push(&[Way::Key("acts")], &word("1/NĐ")));
        assert!(edited.push(&[Way::Key("level")], &bare("province")));
        assert!(edited.set(&[Way::Key("steps"), Way::Item(1)], "time", &bare("same_day")));
        assert!(edited.set(&[], "kind", &bare("other")));
        let want = TEXT
            .replace("1 days # một", "2 days # một")
            .replace("\"Cấp giấy\"", "\"Đổi \\\"giấy\\\"\"")
            .replace("|-\n      Nộp\n      hồ sơ\n", "\"Nộp lại\"\n")
            .replace("{number: \"1\"}\n", "{number: \"1\", body: \"Bộ\"}\nkind: other\n")
            .replace("[]", "[\"1/NĐ\"]")
            .replace("[commune]", "[commune, province]")
            .replace("action: Nhận\n", "action: Nhận\n    time: same_day\n");
        assert_eq!(edited.text(), want);
    }

    #[test]
    fn items_come_and_go_with_their_lines() {
        let mut edited = Edited::new(TEXT);
        let new = Written::Map(vec![
            ("id".into(), Written::Bare("tra".into())),
            ("action".into(), Written::Words("a\nb".into())),
        ]);
        assert!(edited.push(&[Way::Key("steps")], &new));
        assert!(edited.take(&[Way::Key("steps")], 1));
        assert!(edited.remove(&[Way::Key("steps"), Way::Item(0)], "time"));
        let want = TEXT.replace("    time: 1 days # một\n", "").replace(
            "  - id: nhan\n    action: Nhận\n",
            "  - id: tra\n    action: |-\n      a\n      b\n",
        );
        assert_eq!(edited.text(), want);
    }
}
