//! `niemyet diff`: what changed for a citizen between two contents, and what to print again. Here the rooms `change` and
//! `print` meet: the one tells what changed, the other gives every sheet a mark.

pub(super) mod arguments;
mod comparison;
mod git;
mod json;
#[cfg(test)]
mod made_changes;
mod one_edition;
mod published;
mod reprint;
mod sheet_words;
mod side;
#[cfg(test)]
mod table_tests;
mod wall;

use self::arguments::{DiffArguments, DiffFormat};
use self::comparison::{Comparison, Markup};
use self::side::Side;
use super::done::Done;
use super::flags::Common;
use super::outside;
use crate::change::between;

pub(super) fn run(common: &Common, arguments: &DiffArguments) -> anyhow::Result<Done> {
    let day = match arguments.as_of {
        Some(day) => day,
        None => outside::today()?,
    };
    if let Some(mark) = &arguments.sheet {
        let Some(own) = Side::Folder(common.site.clone()).read(common, day)? else {
            return Ok(Done::Problems);
        };
        let verdict = wall::verdict(common, &own, mark, day)?;
        outside::say(&verdict.words);
        return Ok(if verdict.current { Done::Fine } else { Done::Problems });
    }
    let side = |typed: Option<&String>, otherwise: Side| {
        typed.map_or(Ok(otherwise), |typed| Side::parse(typed))
    };
    let before = side(arguments.before.as_ref(), Side::Published)?;
    let after = side(arguments.after.as_ref(), Side::Folder(common.site.clone()))?;
    // The content first: where it has mistakes they are what must be seen.
    let Some(new) = after.read(common, day)? else { return Ok(Done::Problems) };
    let Some(old) = before.read(common, day)? else { return Ok(Done::Problems) };
    let changes = between(&old, &new, day)?;
    let reprints = reprint::reprints(common, [&old, &new], &changes, arguments.language, day)?;
    let comparison = Comparison {
        before: before.name(common.lang),
        after: after.name(common.lang),
        day,
        changes,
        reprints,
        forms: Comparison::forms([&old, &new]),
    };
    outside::say(&match arguments.format {
        DiffFormat::Human => comparison.report(common.lang, Markup::Plain),
        DiffFormat::Markdown => comparison.report(common.lang, Markup::Markdown),
        DiffFormat::Json => comparison.json(),
    });
    Ok(Done::Fine)
}
