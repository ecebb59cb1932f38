//! A new content file while its rows are gathered from several sheets.

use crate::content::Written;

/// Puts a value into a tree, making the maps that lead to it.
pub(super) fn put(map: &mut Written, keys: &[&str], value: Written) {
    let (Written::Map(entries), Some((key, rest))) = (map, keys.split_first()) else { return };
    if rest.is_empty() {
        entries.push(((*key).to_owned(), value));
        return;
    }
    let at = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        entries.push(((*key).to_owned(), Written::Map(Vec::new())));
        entries.len() - 1
    });
    put(&mut entries[at].1, rest, value);
}

/// Puts an item into a list of a tree that is being drafted.
pub(super) fn push(map: &mut Written, lists: &[&str], ids: &[String], item: Written) -> bool {
    let (Written::Map(entries), Some((list, rest))) = (map, lists.split_first()) else {
        return false;
    };
    let at =
        entries.iter().position(|(key, value)| key == list && matches!(value, Written::List(_)));
    if rest.is_empty() {
        match at.map(|at| &mut entries[at].1) {
            Some(Written::List(items)) => items.push(item),
            _ => entries.push(((*list).to_owned(), Written::List(vec![item]))),
        }
        return true;
    }
    let (Some(Written::List(items)), Some((id, ids))) =
        (at.map(|at| &mut entries[at].1), ids.split_first())
    else {
        return false;
    };
    items
        .iter_mut()
        .find(|one| one.text("id") == Some(id))
        .is_some_and(|one| push(one, rest, ids, item))
}
