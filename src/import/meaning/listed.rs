//! Words of closed lists: level, kind, applicants.

use super::{Keys, Marks};
use crate::content::Written;
use crate::diagnostic::Doubt;
use crate::import::imported::ImportedProcedure;
use crate::import::named::id_of;

/// The portal's words, folded, and ours.
const LEVELS: [(&str, &str); 3] =
    [("cap-xa", "commune"), ("cap-tinh", "province"), ("cap-bo", "ministry")];

const KINDS: [(&str, &str); 6] = [
    ("tthc-duoc-giao-luat-quy-dinh-chi-tiet", "detailed_by_law"),
    ("tthc-duoc-luat-giao-quy-dinh-chi-tiet", "detailed_by_law"),
    ("tthc-khong-duoc-luat-giao-cho-dia-phuong-quy-dinh", "not_delegated"),
    ("tthc-khong-duoc-luat-giao-cho-dia-phuong-quy-dinh-hoac-quy-dinh-chi-tiet", "not_delegated"),
    ("tthc-duoc-luat-giao-cho-dia-phuong-quy-dinh", "local"),
    ("loai-khac", "other"),
];

const APPLICANTS: [(&str, &str); 13] = [
    ("cong-dan-viet-nam", "citizen"),
    ("cong-dan", "citizen"),
    ("nguoi-viet-nam-dinh-cu-o-nuoc-ngoai", "overseas_vietnamese"),
    ("nguoi-nuoc-ngoai", "foreigner"),
    ("doanh-nghiep", "enterprise"),
    ("doanh-nghiep-co-von-dau-tu-nuoc-ngoai", "foreign_enterprise"),
    ("hop-tac-xa", "cooperative"),
    ("to-chuc-khong-bao-gom-doanh-nghiep-htx", "organisation"),
    ("to-chuc-nuoc-ngoai", "foreign_organisation"),
    ("can-bo-cong-chuc-vien-chuc", "official"),
    ("dang-vien", "party_member"),
    ("to-chuc-dang", "party_organisation"),
    ("doanh-nghiep-viet-nam", "enterprise"),
];

pub(super) fn put(keys: &mut Keys, procedure: &ImportedProcedure, marks: &mut Marks) {
    several(keys, "level", &procedure.levels, &LEVELS, marks);
    if let Some(kind) = &procedure.kind {
        match known(kind, &KINDS) {
            Some(word) => keys.bare("kind", word),
            None => marks.add("kind", kind, Doubt::UnknownWord),
        }
    }
    several(keys, "applicants", &procedure.applicants, &APPLICANTS, marks);
}

fn known(words: &str, list: &[(&str, &'static str)]) -> Option<&'static str> {
    let id = id_of(words, 120);
    list.iter().find(|(portal, _)| *portal == id).map(|(_, ours)| *ours)
}

fn several(
    keys: &mut Keys,
    key: &str,
    said: &[String],
    list: &[(&str, &'static str)],
    marks: &mut Marks,
) {
    let mut words: Vec<&str> = Vec::new();
    for one in said {
        match known(one, list) {
            Some(word) if !words.contains(&word) => words.push(word),
            Some(_) => {}
            None => marks.add(key, one, Doubt::UnknownWord),
        }
    }
    if !words.is_empty() {
        let words = words.into_iter().map(|word| Written::Bare(word.to_owned()));
        keys.put(key, Written::List(words.collect()));
    }
}
