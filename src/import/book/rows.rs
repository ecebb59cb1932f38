//! The rows of a sheet as the content has them: each map with its address and the way to it.

use super::plan::{Of, Sheet};
use crate::content::{Shelf, ShelfFile, ShelfKind, Way, Written};

/// A row.
pub(super) struct Row<'s> {
    pub file: &'s ShelfFile,
    /// The file's own name in the workbook, then ids.
    pub address: Vec<String>,
    /// The places in the lists of the sheet.
    pub places: Vec<usize>,
    pub map: &'s Written,
}

/// What a content file is called in a workbook: a code, with its day if it is a later edition; an agency.
pub(super) fn name_of(kind: &ShelfKind) -> Option<(Of, String)> {
    match kind {
        ShelfKind::Procedure { code, from, .. } => {
            let from = from.map(|day| format!("@{day}")).unwrap_or_default();
            Some((Of::Procedure, format!("{code}{from}")))
        }
        ShelfKind::Agency(id) => Some((Of::Agency, id.clone())),
        ShelfKind::Counters(id) => Some((Of::Counters, id.clone())),
        ShelfKind::Fields | ShelfKind::Acts => None,
    }
}

/// All rows of a sheet, in the order of files and lists.
pub(super) fn rows<'s>(sheet: &Sheet, shelf: &'s Shelf) -> Vec<Row<'s>> {
    let mut rows = Vec::new();
    for file in shelf.files.iter().filter(|file| file.language.is_none()) {
        let (Some((of, name)), Some(written)) = (name_of(&file.kind), &file.written) else {
            continue;
        };
        if of == sheet.of {
            descend(file, sheet.lists, (vec![name], Vec::new()), written, &mut rows);
        }
    }
    rows
}

fn descend<'s>(
    file: &'s ShelfFile,
    lists: &[&str],
    (address, places): (Vec<String>, Vec<usize>),
    map: &'s Written,
    rows: &mut Vec<Row<'s>>,
) {
    let Some((list, rest)) = lists.split_first() else {
        rows.push(Row { file, address, places, map });
        return;
    };
    let items = map.get(list).map(Written::items).unwrap_or_default();
    for (at, item) in items.iter().enumerate() {
        let Some(id) = item.text("id") else { continue };
        let (mut address, mut places) = (address.clone(), places.clone());
        address.push(id.to_owned());
        places.push(at);
        descend(file, rest, (address, places), item, rows);
    }
}

/// The way from the root of a file to a row.
pub(super) fn way(sheet: &Sheet, places: &[usize]) -> Vec<Way<'static>> {
    let steps = sheet.lists.iter().zip(places);
    steps.flat_map(|(list, at)| [Way::Key(list), Way::Item(*at)]).collect()
}

/// The value that keys lead to.
pub(super) fn value<'w>(map: &'w Written, keys: &[&str]) -> Option<&'w Written> {
    keys.iter().try_fold(map, |map, key| map.get(key))
}
