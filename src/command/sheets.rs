//! Counter sheets: one printable page and one symbol for every counter that has a code.

use std::path::Path;

use anyhow::Context;

use super::build::BuiltSite;
use super::flags::Common;
use crate::catalogue::{Counter, LedgerEntry};
use crate::print::CardSubject;
use crate::publication::{AgencyIndex, PrintOrigin, Publication};
use crate::symbol::{Level, Symbol};
use crate::theme::Theme;

/// Writes all sheets of a built site; gives how many.
pub(super) fn all(
    common: &Common,
    site: &BuiltSite,
    origin: &PrintOrigin,
) -> anyhow::Result<usize> {
    let publication = &site.publication;
    let counters: Vec<_> = publication
        .counters
        .iter()
        .filter_map(|(at, counter)| {
            let agency = &publication.agency(*at).id;
            Some((*at, counter, publication.ledger.of_counter(agency, &counter.id)?))
        })
        .collect();
    html(common, &common.output.join("sheets"), publication, &site.theme, origin, &counters)
}

/// Writes the sheets of some counters with their symbols into a folder; gives how many.
pub(super) fn html(
    common: &Common,
    folder: &Path,
    publication: &Publication,
    theme: &Theme,
    origin: &PrintOrigin,
    counters: &[(AgencyIndex, &Counter, &LedgerEntry)],
) -> anyhow::Result<usize> {
    for (at, counter, entry) in counters {
        let address = origin.address(&entry.code);
        let (symbol, svg) = kept_symbol(common, &address, Level::Q)?;
        let place = folder.join(publication.agency(*at).id.as_str());
        std::fs::create_dir_all(&place).with_context(|| format!("making {}", place.display()))?;
        write(&place.join(format!("{}.svg", counter.id)), svg.as_bytes())?;
        write(&place.join(format!("{}.png", counter.id)), &symbol.png(PIXELS)?)?;
        for language in &publication.site.languages {
            let subject = CardSubject { publication, agency: *at, counter, entry };
            let card = crate::print::counter_card(subject, origin, &symbol, theme, *language)?;
            write(&place.join(format!("{}.{language}.html", counter.id)), &card)?;
        }
    }
    Ok(counters.len())
}

/// Pixels a module in PNG files: enough for Word and Zalo.
const PIXELS: u32 = 12;

/// A symbol that was read back once, and its drawing. That takes a hundred times longer than drawing it, so the proof
/// is remembered by the content of the symbol.
pub(super) fn kept_symbol(
    common: &Common,
    address: &str,
    level: Level,
) -> anyhow::Result<(Symbol, String)> {
    let symbol = Symbol::encode(address, level)?;
    let svg = symbol.svg(address);
    let drawn = blake3::hash(svg.as_bytes()).to_hex();
    let proofs = common.output.join("cache").join("symbols");
    let proof = proofs.join(drawn.as_str());
    if proof.is_file() {
        return Ok((symbol, svg));
    }
    let symbol = Symbol::proved(address, level)
        .with_context(|| format!("the symbol of {address} cannot be read back"))?;
    // Without a proof it is only read back once more next time.
    let _ = std::fs::create_dir_all(&proofs).and_then(|()| std::fs::write(&proof, ""));
    Ok((symbol, svg))
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if std::fs::read(path).is_ok_and(|own| own == bytes) {
        return Ok(());
    }
    std::fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}
