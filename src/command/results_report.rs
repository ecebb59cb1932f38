//! The report for leaders, written to a file: .docx to be changed before it is signed, a page to be printed, or
//! a PDF.

use std::path::Path;

use anyhow::{Context, anyhow, bail};

use super::flags::Common;
use super::{letters, outside, theme};
use crate::diagnostic::Tongue;
use crate::letter::Docx;
use crate::publication::Publication;
use crate::publication::results::{Bulletin, LeadersReport, Unit};
use crate::store::Store;
use crate::text::{Date, Language};
use crate::theme::FrameFacts;
use crate::theme::context::LetterSheet;

/// Writes the report of a bulletin as it is drawn on a day.
pub(super) fn write(
    common: &Common,
    publication: &Publication,
    store: &dyn Store,
    (bulletin, today): (&Bulletin, Date),
    file: &Path,
) -> anyhow::Result<()> {
    let before = LeadersReport::period_before(bulletin.period);
    let earlier = publication.results.bulletins.iter();
    let previous = earlier.rev().find(|one| one.period == before && one.agency == bulletin.agency);
    let unit = bulletin.agency.clone().map_or(Unit::Site, Unit::Agency);
    let mut quotes = Vec::new();
    for agency in &publication.agencies {
        if bulletin.agency.as_ref().is_none_or(|only| *only == agency.id) {
            let chosen = store.quotes(&agency.id, &bulletin.period.to_string())?;
            quotes.extend(chosen.into_iter().map(|quote| quote.words));
        }
    }
    let agency = bulletin.agency.as_ref();
    let agency = agency.and_then(|agency| publication.agency_by_id(agency.as_str()));
    let office = match agency {
        Some(agency) => publication.agency(agency).name.original(),
        None => publication.site.owner.original(),
    };
    let report = LeadersReport { bulletin, previous, unit: &unit, office, quotes: &quotes, today };
    let letter = report.letter();
    let bytes = match file.extension().and_then(|ending| ending.to_str()) {
        Some("docx") => Docx::of(&letter)?.into_bytes(),
        Some("html") => {
            let theme = theme::load(common, &publication.site.theme)?;
            let facts = FrameFacts::at_run_time(&publication.site, Language::VI, "/");
            let mut html = Vec::new();
            theme.render(&theme.frame(&facts)?, &LetterSheet::of(&letter), &mut html)?;
            html
        }
        Some("pdf") => match letters::setter(common, &publication.site.theme)? {
            Some(set) => set(&letter, today).map_err(|error| anyhow!(error))?,
            None => bail!(match common.lang {
                Tongue::Vietnamese => {
                    "--report: PDF cần bản kèm bộ dàn trang: cargo build --release --features pdf"
                }
                Tongue::English => {
                    "--report: PDF needs the typesetter: cargo build --release --features pdf"
                }
            }),
        },
        _ => bail!("--report: .docx, .html, .pdf"),
    };
    std::fs::write(file, &bytes).with_context(|| file.display().to_string())?;
    outside::note(&match common.lang {
        Tongue::Vietnamese => format!("Đã ghi báo cáo {}.", file.display()),
        Tongue::English => format!("The report is in {}.", file.display()),
    });
    Ok(())
}
