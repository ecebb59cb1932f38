//! A content file as a tree of what is written in it, without knowing what it means: the way in for files that a
//! program proposes and a person then edits.
//!
//! What is written with [`Written::file`] reads back equal. An existing text is never written anew: [`Edited`]
//! replaces single places in it, so comments, order and quotes of a person stay.

mod edited;
mod emit;
mod shelf;
mod spot;

pub use edited::{Edited, Way};
pub use shelf::{Shelf, ShelfFile, ShelfKind};

use super::second::{Node, NodeValue, read_nodes};

/// What stands at a place of a content file.
#[derive(Debug, Clone)]
pub enum Written {
    /// A word of a closed list, a number, a date, an amount: stands without quotes where that is safe.
    Bare(String),
    /// Words of people; quoted, or a block of lines.
    Words(String),
    /// A list.
    List(Vec<Self>),
    /// Keys and values in their order.
    Map(Vec<(String, Self)>),
}

/// By what is said; how a scalar is quoted says nothing.
impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::List(one), Self::List(two)) => one == two,
            (Self::Map(one), Self::Map(two)) => one == two,
            _ => matches!((self.scalar(), other.scalar()), (Some(one), Some(two)) if one == two),
        }
    }
}

impl Written {
    /// What a YAML text says; `None` where it is no sound YAML, or says a thing twice.
    pub fn read(text: &str) -> Option<Self> {
        let outcome = read_nodes(text);
        if !outcome.problems.list.is_empty() {
            return None;
        }
        outcome.root.map(Self::of)
    }

    fn of(node: Node) -> Self {
        match node.value {
            NodeValue::Scalar { text, quoted: true } => Self::Words(text),
            NodeValue::Scalar { text, quoted: false } => Self::Bare(text),
            NodeValue::List(items) => Self::List(items.into_iter().map(Self::of).collect()),
            NodeValue::Map(entries) => Self::Map(
                entries.into_iter().map(|(key, _, value)| (key, Self::of(value))).collect(),
            ),
            NodeValue::Alias => Self::Bare(String::new()),
        }
    }

    /// A quote of what the source itself leaves open.
    pub fn as_announced(words: impl Into<String>) -> Self {
        Self::Map(vec![("as_announced".to_owned(), Self::Words(words.into()))])
    }

    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Self::Bare(text) | Self::Words(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => {
                entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The text of a scalar under a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Self::scalar)
    }

    /// The keys and values of a map; none of anything else.
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::nfc;

    fn words() -> impl Strategy<Value = Written> {
        let sign = prop_oneof![
            8 => proptest::char::range(' ', '~'),
            3 => prop_oneof![Just('Ủ'), Just('đ'), Just('ộ'), Just('–'), Just('“'), Just('\u{a0}')],
            2 => prop_oneof![Just('\n'), Just('#'), Just(':'), Just('-'), Just('\\'), Just('"'), Just('\'')],
            1 => prop_oneof![Just('\t'), Just('\u{85}'), Just('\u{2028}'), Just('\u{feff}'), Just('\u{7f}')],
        ];
        proptest::collection::vec(sign, 0..40).prop_map(|signs| {
            Written::Words(nfc(&signs.into_iter().collect::<String>()).into_owned())
        })
    }

    fn any() -> impl Strategy<Value = Written> {
        let leaf = prop_oneof![
            words(),
            "[a-z][a-z_0-9]{0,9}".prop_map(Written::Bare),
            (0_u8..9).prop_map(|n| Written::Bare(n.to_string()))
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Written::List),
                proptest::collection::btree_map("[a-z_]{1,9}|[0-9]{2}/NĐ-CP: x", inner, 0..5)
                    .prop_map(|map| Written::Map(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_equal(tree in proptest::collection::btree_map("[a-z_]{1,9}", any(), 1..6)) {
            let tree = Written::Map(tree.into_iter().collect());
            let text = tree.file("procedure", 2, &["x: # y".to_owned()]);
            let read = Written::read(&text);
            prop_assert_eq!(read.as_ref(), Some(&tree), "{}", text);
        }
    }

    /// The ways to all maps of a tree, each with one of its keys.
    fn places(tree: &Written, at: &[Step], into: &mut Vec<(Vec<Step>, String)>) {
        for (key, value) in tree.entries() {
            into.push((at.to_vec(), key.clone()));
            let inside = [at, &[Step::Key(key.clone())]].concat();
            places(value, &inside, into);
        }
        for (index, item) in tree.items().iter().enumerate() {
            places(item, &[at, &[Step::Item(index)]].concat(), into);
        }
    }

    #[derive(Clone)]
    enum Step {
        Key(String),
        Item(usize),
    }

    fn put(tree: &mut Written, at: &[Step], key: &str, value: &Written) {
        match (tree, at.split_first()) {
            (Written::Map(entries), None) => {
                entries
                    .iter_mut()
                    .filter(|(known, _)| known == key)
                    .for_each(|(_, old)| old.clone_from(value));
            }
            (Written::Map(entries), Some((Step::Key(step), rest))) => {
                entries
                    .iter_mut()
                    .filter(|(known, _)| known == step)
                    .for_each(|(_, map)| put(map, rest, key, value));
            }
            (Written::List(items), Some((Step::Item(index), rest))) => {
                put(&mut items[*index], rest, key, value);
            }
            _ => {}
        }
    }

    #[test]
    fn any_place_of_the_sample_can_be_edited_and_nothing_else_changes() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content");
        let new = [
            Written::Words("a: # \"b\"\nc".to_owned()),
            Written::Bare("none".to_owned()),
            Written::List(vec![
                Written::as_announced("x"),
                Written::Map(vec![("id".into(), Written::Bare("y".into()))]),
            ]),
        ];
        let mut edits = 0;
        // Every third place of some files of each kind.
        for file in Shelf::open(&root).files.iter().step_by(3) {
            let tree = file.written.as_ref().unwrap();
            let mut all = Vec::new();
            places(tree, &[], &mut all);
            for (turn, (at, key)) in all.iter().enumerate().step_by(3) {
                let value = &new[turn % new.len()];
                let way: Vec<Way<'_>> = at
                    .iter()
                    .map(|step| match step {
                        Step::Key(key) => Way::Key(key),
                        Step::Item(index) => Way::Item(*index),
                    })
                    .collect();
                let mut edited = Edited::new(file.text.as_str());
                if !edited.set(&way, key, value) {
                    continue;
                }
                edits += 1;
                let mut wanted = tree.clone();
                put(&mut wanted, at, key, value);
                assert_eq!(Written::read(edited.text()), Some(wanted), "{} {key}", file.name);
            }
        }
        assert!(edits > 500, "{edits}");
    }

    #[test]
    fn a_file_looks_as_a_person_writes_it() {
        let text = "\
# yaml-language-server: $schema=../../.schema/procedure.json
# Nguồn: cổng
name: \"Cấp giấy\"
level: [commune, province]
steps:
  - id: nop
    position: none
    action: |-
      Bước 1: nộp
      Bước 2: nhận
channels:
  - id: tai-quay
    limit: {as_announced: \"1\"}
    fees:
      - id: muc-1
        amount: 8000 VND
acts: []
";
        let tree = Written::read(text).unwrap();
        assert_eq!(tree.file("procedure", 2, &["Nguồn: cổng".to_owned()]), text);
    }
}
