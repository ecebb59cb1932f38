//! Time limits: a number and a unit, as the portal writes them.

use super::{Keys, Marks, SILENT};
use crate::catalogue::procedure::TimeLimit;
use crate::content::Written;
use crate::diagnostic::Doubt;
use crate::import::imported::ImportedLimit;
use crate::import::named::id_of;

/// Puts the limit of a channel; gives words that stand beside a number, for the note.
pub(super) fn put(
    keys: &mut Keys,
    limit: &ImportedLimit,
    at: &str,
    marks: &mut Marks,
) -> Option<String> {
    let at = format!("{at}.limit");
    let unit = limit.unit.as_deref();
    let Some(number) = &limit.number else {
        let words =
            [unit, limit.words.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let words = if words.is_empty() { SILENT.to_owned() } else { words };
        keys.put("limit", Written::as_announced(words));
        return None;
    };
    let known = unit.and_then(unit_word).map(|unit| format!("{number} {unit}"));
    if let Some(text) = known.filter(|text| TimeLimit::parse(text).is_ok()) {
        keys.bare("limit", text);
    } else {
        let shown = unit.map_or_else(|| number.clone(), |unit| format!("{number} {unit}"));
        let doubt = if unit.is_none() { Doubt::NoUnit } else { Doubt::UnreadLimit };
        marks.add(at, &shown, doubt);
        keys.put("limit", Written::as_announced(shown));
    }
    limit.words.clone()
}

fn unit_word(unit: &str) -> Option<&'static str> {
    match id_of(unit, 64).as_str() {
        "ngay-lam-viec" => Some("working_days"),
        "ngay" => Some("days"),
        "gio" => Some("hours"),
        "phut" => Some("minutes"),
        "thang" => Some("months"),
        _ => None,
    }
}
