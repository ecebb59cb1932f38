//! `niemyet store compare` and `niemyet store rebuild-tallies`: whether what is counted is what was kept.

use super::done::Done;
use super::flags::Common;
use super::{database, outside};
use crate::diagnostic::Tongue;
use crate::store::Difference;

/// How many differences are shown.
const SHOWN: usize = 20;

/// Compares the tallies with the ratings; a difference is a problem.
pub(super) fn compare(common: &Common) -> anyhow::Result<Done> {
    let found = database::existing(common)?.compare_tallies()?;
    show(&found);
    outside::say(&match (common.lang, found.len()) {
        (Tongue::Vietnamese, 0) => "Số đếm khớp với các lượt đánh giá.".to_owned(),
        (Tongue::English, 0) => "The tallies fit the ratings.".to_owned(),
        (Tongue::Vietnamese, n) => {
            format!("{n} ô đếm khác với các lượt đánh giá; sửa bằng: niemyet store rebuild-tallies")
        }
        (Tongue::English, n) => {
            format!(
                "cells that differ from the ratings: {n}; to mend: niemyet store rebuild-tallies"
            )
        }
    });
    Ok(if found.is_empty() { Done::Fine } else { Done::Problems })
}

/// Makes the tallies fit the ratings, in months that are not sealed.
pub(super) fn rebuild(common: &Common) -> anyhow::Result<Done> {
    let found = database::existing(common)?.rebuild_tallies()?;
    show(&found);
    let n = found.len();
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!("Đã sửa {n} ô đếm."),
        Tongue::English => format!("cells mended: {n}"),
    });
    Ok(Done::Fine)
}

fn show(found: &[Difference]) {
    for one in found.iter().take(SHOWN) {
        outside::say(&one.to_string());
    }
    if found.len() > SHOWN {
        outside::say("…");
    }
}
