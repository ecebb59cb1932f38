//! Counter sheets: one printable page and one symbol for every counter that has a code.

use std::path::Path;

use anyhow::Context;

use super::arguments::Common;
use super::build::BuiltSite;
use crate::publication::PrintOrigin;
use crate::symbol::{Level, Symbol};

/// Writes all sheets; gives how many.
pub(super) fn all(
    common: &Common,
    site: &BuiltSite,
    origin: &PrintOrigin,
) -> anyhow::Result<usize> {
    let folder = common.output.join("sheets");
    let publication = &site.publication;
    let mut count = 0;
    for (at, counter) in &publication.counters {
        let agency = publication.agency(*at);
        let Some(entry) = publication.ledger.of_counter(&agency.id, &counter.id) else { continue };
        let address = origin.address(&entry.code);
        let (symbol, svg) = kept_symbol(common, &address)?;
        let place = folder.join(agency.id.as_str());
        std::fs::create_dir_all(&place).with_context(|| format!("making {}", place.display()))?;
        write(&place.join(format!("{}.svg", counter.id)), svg.as_bytes())?;
        write(&place.join(format!("{}.png", counter.id)), &symbol.png(PIXELS)?)?;
        for language in &publication.site.languages {
            let card = crate::print::counter_card(
                crate::print::CardSubject { publication, agency: *at, counter, entry },
                origin,
                &symbol,
                &site.theme,
                *language,
            )?;
            write(&place.join(format!("{}.{language}.html", counter.id)), &card)?;
        }
        count += 1;
    }
    Ok(count)
}

/// Pixels a module in PNG files: enough for Word and Zalo.
const PIXELS: u32 = 12;

/// A symbol that was read back once, and its drawing. That takes a hundred times longer than drawing it, so the proof
/// is remembered by the content of the symbol.
fn kept_symbol(common: &Common, address: &str) -> anyhow::Result<(Symbol, String)> {
    let symbol = Symbol::encode(address, Level::Q)?;
    let svg = symbol.svg(address);
    let drawn = blake3::hash(svg.as_bytes()).to_hex();
    let proofs = common.output.join("cache").join("symbols");
    let proof = proofs.join(drawn.as_str());
    if proof.is_file() {
        return Ok((symbol, svg));
    }
    let symbol = Symbol::proved(address, Level::Q)
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
