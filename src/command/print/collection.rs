//! The sheets of one kind that were asked for, each with what it says.

use anyhow::Context;

use super::Print;
use crate::command::sheets::kept_symbol;
use crate::print::{self, CounterSubject, Sheet, SheetKind};

/// Sheets of one kind.
pub(super) struct Collection {
    pub(super) kind: SheetKind,
    pub(super) sheets: Vec<Sheet>,
}

impl Collection {
    /// The sheets of a kind.
    pub(super) fn of(print: &Print<'_>, kind: SheetKind) -> anyhow::Result<Self> {
        let sheets = match kind {
            SheetKind::Poster | SheetKind::Tent | SheetKind::Labels => of_counters(print, kind)?,
            _ => Vec::new(),
        };
        Ok(Self { kind, sheets })
    }
}

fn of_counters(print: &Print<'_>, kind: SheetKind) -> anyhow::Result<Vec<Sheet>> {
    let paper = print.arguments.size.paper(kind);
    let mut sheets = Vec::new();
    for (agency, counter, entry) in print.selection.counters() {
        let address = print.origin.address(&entry.code);
        let (symbol, _) = kept_symbol(print.common, &address, kind.level())?;
        print.judge(counter.name.original(), kind.legibility(paper, &symbol))?;
        let subject = CounterSubject {
            publication: print.selection.publication,
            theme: &print.theme,
            agency,
            counter,
            entry,
            origin: &print.origin,
            languages: &print.selection.languages,
        };
        let sheet = print::counter_sheet(kind, paper, subject, &symbol);
        sheets.push(sheet.with_context(|| counter.name.original().to_owned())?);
    }
    Ok(sheets)
}
