//! `niemyet print`: sheets for walls and desks, as PDF where the program was built with the feature `pdf`, else as HTML
//! to be printed by a browser. Prints nothing by itself and, without `--record`, logs nothing.

pub(super) mod arguments;
mod collection;
#[cfg(feature = "pdf")]
mod files;
mod html;
mod log;
mod selection;

use anyhow::anyhow;

use self::arguments::PrintArguments;
use self::collection::Collection;
use self::selection::Selection;
use super::done::Done;
use super::flags::{Common, ReadingArguments};
use super::{outside, theme};
use crate::diagnostic::Tongue;
use crate::print::Legibility;
#[cfg(feature = "pdf")]
use crate::print::{Setting, Sheet, SheetKind};
use crate::publication::PrintOrigin;

pub(super) fn run(common: &Common, arguments: &PrintArguments) -> anyhow::Result<Done> {
    let reading = ReadingArguments { as_of: arguments.as_of, no_cache: false };
    let options = outside::reading(common, &reading, false)?;
    let read = crate::content::read(&common.site, &options);
    let Some(publication) = read.publication else {
        outside::say(&read.report.human(common.lang, outside::wants_colour()));
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
    let print = Print { common, arguments, selection, origin, theme, today: options.today };
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
}

impl Print<'_> {
    /// How sheets of a kind are set.
    #[cfg(feature = "pdf")]
    fn setting<'s>(&'s self, kind: SheetKind, cover: &'s [&'s Sheet]) -> Setting<'s> {
        Setting {
            theme: &self.theme,
            binding: self.selection.publication.site.binding(),
            languages: &self.selection.languages,
            paper: self.arguments.size.paper(kind),
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

    /// Says how a symbol reads, where that is worth saying; refuses one that cannot be printed.
    fn judge(&self, title: &str, legibility: Legibility) -> anyhow::Result<()> {
        match legibility {
            Legibility::Good => {}
            Legibility::Fine(module) => outside::note(&self.words(
                format!("{title}: ô vuông của mã chỉ rộng {module:.2} mm, máy in thường dễ làm nhòe"),
                format!("{title}: the modules are {module:.2} mm wide, which common printers smear"),
            )),
            Legibility::Near(distance) => outside::note(&self.words(
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
