//! One-time codes for slips that are handed out with receipts. `niemyet codes issue` writes them to standard output and
//! nowhere else: what is not kept cannot be read later beside somebody's name. `niemyet print slips` sets them as slips.

use std::collections::BTreeSet;
use std::fmt::Write;

use anyhow::{anyhow, bail};

use super::codes_arguments::{IssueArguments, SlipFormat};
use super::flags::Common;
use super::unfit_address::unfit;
use super::{keys, outside};
use crate::catalogue::LedgerEntry;
use crate::diagnostic::Tongue;
use crate::feedback::OneTimeCode;
use crate::publication::{PrintOrigin, Publication};
use crate::text::{Date, Slug};

/// Makes codes and prints them.
pub(super) fn issue(
    common: &Common,
    publication: &Publication,
    today: Date,
    arguments: &IssueArguments,
) -> anyhow::Result<()> {
    let entry = counter(common, publication, &arguments.counter)?;
    let address = origin(common, publication, arguments.trial)?.address(&entry.code);
    let last_day = today.plus_days(arguments.days);
    let codes = made(common, entry, arguments.n, last_day)?;
    let mut text = String::new();
    if arguments.format == SlipFormat::Csv {
        text.push_str("code,address,last_day\n");
    }
    for code in codes {
        // Writing to a String cannot fail.
        let _ = match arguments.format {
            SlipFormat::Csv => writeln!(text, "{},{address}/{code},{last_day}", code.grouped()),
            SlipFormat::Text => writeln!(text, "{}", code.grouped()),
        };
    }
    outside::say(&text);
    outside::note(&match common.lang {
        Tongue::Vietnamese => format!(
            "{} mã dùng một lần cho {}, dùng được đến hết ngày {}.",
            arguments.n,
            arguments.counter,
            last_day.vietnamese()
        ),
        Tongue::English => format!(
            "{} one-time codes for {}, good to the end of {last_day}.",
            arguments.n, arguments.counter
        ),
    });
    Ok(())
}

/// So many new codes for a counter.
pub(super) fn made(
    common: &Common,
    entry: &LedgerEntry,
    n: u16,
    last_day: Date,
) -> anyhow::Result<BTreeSet<OneTimeCode>> {
    let secret = keys::secret(&common.data)?;
    let mut codes = BTreeSet::new();
    // No two slips of one batch are alike; nor do they lie in the order in which they were made.
    while codes.len() < usize::from(n) {
        let mut serial = [0; 3];
        outside::random(&mut serial)?;
        codes.insert(OneTimeCode::issue(&secret, &entry.code, serial, last_day.day_number()));
    }
    Ok(codes)
}

/// The printed code in use at a counter.
pub(super) fn counter<'p>(
    common: &Common,
    publication: &'p Publication,
    name: &str,
) -> anyhow::Result<&'p LedgerEntry> {
    let parts = name.split_once('/');
    let parts = parts.and_then(|(agency, counter)| {
        Some((Slug::parse(agency).ok()?, Slug::parse(counter).ok()?))
    });
    let entry =
        parts.and_then(|(agency, counter)| publication.ledger.of_counter(&agency, &counter));
    match (entry, common.lang) {
        (Some(entry), _) => Ok(entry),
        (None, Tongue::Vietnamese) => bail!(
            "không có quầy `{name}` với mã in đang dùng; xem danh sách bằng `niemyet codes list`"
        ),
        (None, Tongue::English) => {
            bail!("no counter `{name}` has a printed code in use; see `niemyet codes list`")
        }
    }
}

/// The origin that receives ratings, where slips lead.
pub(super) fn origin(
    common: &Common,
    publication: &Publication,
    trial: bool,
) -> anyhow::Result<PrintOrigin> {
    let site = &publication.site;
    let origin = site.feedback.as_deref().unwrap_or(&site.print_origin);
    let parsed = if trial { PrintOrigin::trial(origin) } else { PrintOrigin::parse(origin) };
    parsed.map_err(|error| anyhow!(unfit(&error, common.lang)))
}
