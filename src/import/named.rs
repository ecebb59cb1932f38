//! Names → ids.

use std::collections::BTreeSet;

use crate::text::fold;

/// A name as an id: `Cấp, quản lý căn cước` becomes `cap-quan-ly-can-cuoc`; at most so many signs, cut between words.
pub(super) fn id_of(name: &str, longest: usize) -> String {
    let mut id = String::new();
    for word in fold(name).split(|sign: char| !sign.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let gap = usize::from(!id.is_empty());
        if id.len() + gap + word.len() > longest {
            break;
        }
        if gap > 0 {
            id.push('-');
        }
        id.push_str(word);
    }
    id
}

/// Ids of one list, each once.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// The id, with a number behind it where it is taken.
    pub(super) fn once(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = 2;
        while !self.0.insert(id.clone()) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        assert_eq!(id_of("Cấp, quản lý căn cước", 64), "cap-quan-ly-can-cuoc");
        assert_eq!(id_of("Đường bộ (TW)", 10), "duong-bo");
        let mut ids = Ids::default();
        assert_eq!([ids.once("a"), ids.once("a"), ids.once("a-2")], ["a", "a-2", "a-2-2"]);
    }
}
