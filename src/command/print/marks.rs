//! All sheets of a publication, only to be compared: nothing is written, and no symbol is read back.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Print;
use super::arguments::{Languages, PrintArguments};
use super::collection::Collection;
use super::purpose::Purpose;
use super::selection::Selection;
use crate::catalogue::procedure::ProcedureCode;
use crate::command::flags::Common;
use crate::command::theme;
use crate::print::{Sheet, SheetKind};
use crate::publication::{PrintOrigin, Publication};
use crate::text::Date;

/// Every sheet of every kind as it would be printed on a day on A4. With `only`, those that can speak of these
/// procedures: their own sheets, and the boards of the agencies that offer one of them.
pub(in crate::command) fn sheets_of(
    common: &Common,
    publication: &Publication,
    day: Date,
    language: Languages,
    only: Option<&BTreeSet<ProcedureCode>>,
) -> anyhow::Result<Vec<Sheet>> {
    let address = &publication.site.print_origin;
    // What is printed for a trial says the same.
    let origin = PrintOrigin::parse(address).or_else(|_| PrintOrigin::trial(address))?;
    let language = match language {
        Languages::Both => Languages::Both,
        Languages::One(one) if publication.site.languages.contains(&one) => language,
        Languages::One(_) => Languages::One(publication.site.binding()),
    };
    let arguments = PrintArguments::for_comparing(language);
    let selection = Selection::new(common, publication, &arguments)?;
    let purpose = Purpose::Compare(only);
    let theme = theme::load(common, &publication.site.theme)?;
    let mut print = Print {
        common,
        arguments: &arguments,
        selection,
        origin,
        theme,
        today: day,
        purpose,
        doubts: RefCell::default(),
    };
    if let Some(only) = only {
        let offers = |at: &crate::publication::AgencyIndex| {
            let mut offered = publication.offered_by(*at).iter();
            offered.any(|one| only.contains(&one.code))
        };
        print.selection.agencies.retain(offers);
    }
    let mut sheets = Vec::new();
    for kind in SheetKind::ALL {
        let speaks = only.is_none() || matches!(kind, SheetKind::Board | SheetKind::Procedure);
        if speaks {
            sheets.extend(Collection::of(&print, kind)?.sheets);
        }
    }
    Ok(sheets)
}
