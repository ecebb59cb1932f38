//! `niemyet print`: sheets for walls and desks, as PDF where the program was built with the feature `pdf`, else as HTML
//! to be printed by a browser. Prints nothing by itself and, without `--record`, logs nothing.

pub(super) mod arguments;
mod collection;
#[cfg(feature = "pdf")]
mod files;
mod html;
mod log;
pub(super) mod marks;
mod purpose;
mod selection;
mod slips;

use std::cell::RefCell;
use std::collections::BTreeSet;

use anyhow::anyhow;

use self::arguments::PrintArguments;
use self::collection::Collection;
use self::purpose::Purpose;
use self::selection::Selection;
use super::done::Done;
use super::flags::{Common, ReadingArguments};
use super::{outside, theme};
use crate::diagnostic::Tongue;
use crate::print::{Legibility, Paper, SheetKind};
#[cfg(feature = "pdf")]
use crate::print::{Setting, Sheet};
use crate::publication::PrintOrigin;

pub(super) fn run(common: &Common, arguments: &PrintArguments) -> anyhow::Result<Done> {
    let reading = ReadingArguments { as_of: arguments.as_of, no_cache: false };
    let options = outside::reading(common, &reading, false)?;
    let read = crate::content::read(&common.site, &options);
    let Some(publication) = read.publication else {
        outside::refuse(common, &read.report);
        return Ok(Done::Problems);
    };
    let site = &publication.site;
    let address = &site.print_origin;
    let origin =
        if arguments.trial { PrintOrigin::trial(address) } else { PrintOrigin::parse(address) };
    let origin =
        origin.map_err(|error| anyhow!(super::unfit_address::unfit(&error, common.lang)))?;
    let theme = theme::load(common, &site.theme)?;
    let selection = Selection::new(common, &publication, arguments)?;
    let (today, purpose, doubts) = (options.today, Purpose::Print, RefCell::default());
    let print = Print { common, arguments, selection, origin, theme, today, purpose, doubts };
    let mut collections = Vec::new();
    for kind in arguments.what.kinds() {
        collections.push(Collection::of(&print, kind)?);
    }
    if arguments.stale {
        print.only_stale(&mut collections);
    }
    if arguments.html || cfg!(not(feature = "pdf")) {
        print.deliver_html(&mut collections)?;
    } else {
        #[cfg(feature = "pdf")]
        print.deliver_pdf(&mut collections)?;
    }
    if arguments.record {
        print.record(&collections)?;
    }
    print.tell_doubts();
    Ok(Done::Fine)
}

/// All that is known when sheets are made.
pub(super) struct Print<'p> {
    common: &'p Common,
    arguments: &'p PrintArguments,
    selection: Selection<'p>,
    origin: PrintOrigin,
    theme: crate::theme::Theme,
    today: crate::text::Date,
    purpose: Purpose<'p>,
    /// What is doubtful about the sheets made so far.
    doubts: RefCell<BTreeSet<String>>,
}

impl Print<'_> {
    /// The paper of a kind of sheet.
    fn paper(&self, kind: SheetKind) -> Paper {
        match kind {
            SheetKind::Slips if self.arguments.roll => Paper::Roll80,
            _ => self.arguments.size.paper(kind),
        }
    }

    /// How sheets of a kind are set.
    #[cfg(feature = "pdf")]
    fn setting<'s>(&'s self, kind: SheetKind, cover: &'s [&'s Sheet]) -> Setting<'s> {
        Setting {
            theme: &self.theme,
            binding: self.selection.publication.site.binding(),
            languages: &self.selection.languages,
            paper: self.paper(kind),
            date: self.today,
            trial: self.origin.is_trial(),
            cover: if self.arguments.no_cover || kind != SheetKind::Poster { &[] } else { cover },
            labels: (kind == SheetKind::Labels).then(|| self.arguments.label_sheet()),
        }
    }

    /// In the operator's tongue.
    fn words(&self, vietnamese: String, english: String) -> String {
        match self.common.lang {
            Tongue::Vietnamese => vietnamese,
            Tongue::English => english,
        }
    }

    /// Notes something doubtful, to be counted or told when all sheets are made.
    fn doubt(&self, words: String) {
        self.doubts.borrow_mut().insert(words);
    }

    /// Says how much is doubtful, or what, as was asked for.
    fn tell_doubts(&self) {
        let doubts = self.doubts.borrow();
        if self.arguments.warnings {
            doubts.iter().for_each(|doubt| outside::note(doubt));
        } else if !doubts.is_empty() {
            outside::note(&self.words(
                format!("{} cảnh báo khi in; xem từng cái bằng --warnings.", doubts.len()),
                format!(
                    "Warnings about what is printed: {}; see each with --warnings.",
                    doubts.len()
                ),
            ));
        }
    }

    /// Notes how a symbol reads, where that is worth saying; refuses one that cannot be printed.
    fn judge(&self, title: &str, legibility: Legibility) -> anyhow::Result<()> {
        match legibility {
            Legibility::Good => {}
            Legibility::Fine(module) => self.doubt(self.words(
                format!("{title}: ô vuông của mã chỉ rộng {module:.2} mm, máy in thường dễ làm nhòe"),
                format!("{title}: the modules are {module:.2} mm wide, which common printers smear"),
            )),
            Legibility::Near(distance) => self.doubt(self.words(
                format!("{title}: mã chỉ quét được từ {:.0} cm trở lại; tên miền ngắn hơn sẽ tốt hơn", distance / 10.0),
                format!("{title}: the symbol reads from {:.0} cm or nearer; a shorter domain helps", distance / 10.0),
            )),
            Legibility::Unprintable(module) => anyhow::bail!(self.words(
                format!("{title}: ô vuông của mã chỉ rộng {module:.2} mm, dưới 0,5 mm thì không in được; cần tên miền ngắn hơn"),
                format!("{title}: the modules would be {module:.2} mm wide; below 0.5 mm they cannot be printed: take a shorter domain"),
            )),
        }
        Ok(())
    }
}
