//! `niemyet codes`: minting the codes that are printed. Never done by a build, since a code that
//! was printed cannot be taken back.

use anyhow::{Context, bail};

use super::codes_arguments::{CodesArguments, CodesVerb};
use super::done::Done;
use super::flags::Common;
use super::unfit_address::unfit;
use super::{outside, slips};
use crate::catalogue::{LedgerEntry, PrintedCode};
use crate::content;
use crate::diagnostic::Tongue;
use crate::publication::{AgencyIndex, PrintOrigin, Publication};

pub(super) fn run(common: &Common, arguments: &CodesArguments) -> anyhow::Result<Done> {
    let Some((publication, today)) = outside::publication(common)? else {
        return Ok(Done::Problems);
    };
    match &arguments.verb {
        CodesVerb::Assign { trial } => assign(common, &publication, today, *trial)?,
        CodesVerb::List => list(common.lang, &publication),
        CodesVerb::Retire { counter, successor } => {
            let successor = successor.as_deref();
            let successor = successor.map(|name| slips::counter(common, &publication, name));
            let successor = successor.transpose()?.map(|entry| entry.code);
            let old = slips::counter(common, &publication, counter)?;
            retire(common, old, today, successor)?;
        }
        CodesVerb::Replace { counter } => {
            let old = slips::counter(common, &publication, counter)?;
            let code = mint(|code| publication.ledger.find(code).is_none())?;
            let new = LedgerEntry { code, since: today, ..old.clone() };
            content::append_codes(&common.site, &[new]).with_context(|| {
                format!("writing printed-codes.yaml in {}", common.site.display())
            })?;
            retire(common, old, today, Some(code))?;
        }
        CodesVerb::Issue(one) => slips::issue(common, &publication, today, one)?,
    }
    Ok(Done::Fine)
}

fn assign(
    common: &Common,
    publication: &Publication,
    today: crate::text::Date,
    trial: bool,
) -> anyhow::Result<()> {
    if let Err(error) = PrintOrigin::parse(&publication.site.print_origin)
        && !trial
    {
        bail!(unfit(&error, common.lang));
    }
    let mut new: Vec<LedgerEntry> = Vec::new();
    for (at, counter) in &publication.counters {
        let agency = &publication.agency(*at).id;
        if publication.ledger.of_counter(agency, &counter.id).is_some() {
            continue;
        }
        let code = mint(|code| {
            publication.ledger.find(code).is_none() && new.iter().all(|entry| entry.code != *code)
        })?;
        let (agency, counter) = (agency.clone(), counter.id.clone());
        new.push(LedgerEntry {
            code,
            agency,
            counter,
            since: today,
            retired: None,
            successor: None,
        });
    }
    if !new.is_empty() {
        content::append_codes(&common.site, &new)
            .with_context(|| format!("writing printed-codes.yaml in {}", common.site.display()))?;
    }
    for entry in &new {
        outside::say(&format!("{}  {}/{}", entry.code.grouped(), entry.agency, entry.counter));
    }
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!("Đã cấp {} mã mới.", new.len()),
        Tongue::English => format!("{} new codes.", new.len()),
    });
    Ok(())
}

/// Writes into the ledger that a code is out of use.
fn retire(
    common: &Common,
    old: &LedgerEntry,
    today: crate::text::Date,
    successor: Option<PrintedCode>,
) -> anyhow::Result<()> {
    let done = content::retire_code(&common.site, &old.code, today, successor.as_ref())
        .with_context(|| format!("writing printed-codes.yaml in {}", common.site.display()))?;
    let to = successor.map(|code| format!(" → {}", code.grouped())).unwrap_or_default();
    let said = format!("{}  {}/{}{to}", old.code.grouped(), old.agency, old.counter);
    if !done {
        bail!(match common.lang {
            Tongue::Vietnamese => format!(
                "dòng của mã này được trình bày tay; tự ghi `retired` và `successor`: {said}"
            ),
            Tongue::English => format!(
                "the line of this code was laid out by hand; write `retired` and `successor` yourself: {said}"
            ),
        });
    }
    outside::say(&said);
    Ok(())
}

fn mint(is_free: impl Fn(&PrintedCode) -> bool) -> anyhow::Result<PrintedCode> {
    loop {
        let mut failed = None;
        let code = PrintedCode::mint(|| {
            let mut byte = [0];
            if let Err(error) = outside::random(&mut byte) {
                failed = Some(error);
            }
            byte[0]
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if is_free(&code) {
            return Ok(code);
        }
    }
}

/// All codes with where they stand; of those out of use since when, and what took their place.
fn list(tongue: Tongue, publication: &Publication) {
    for entry in &publication.ledger.entries {
        let counter =
            publication.agency_by_id(entry.agency.as_str()).and_then(|at: AgencyIndex| {
                publication.counters_of(at).find(|counter| counter.id == entry.counter)
            });
        let name = counter.map_or("–", |counter| counter.name.original());
        let out = entry.retired.map(|day| match tongue {
            Tongue::Vietnamese => format!("  (ngừng dùng {})", day.vietnamese()),
            Tongue::English => format!("  (out of use since {day})"),
        });
        let to = entry.successor.map(|code| format!(" → {}", code.grouped()));
        outside::say(&format!(
            "{}  {}/{}  {name}{}{}",
            entry.code.grouped(),
            entry.agency,
            entry.counter,
            out.unwrap_or_default(),
            to.unwrap_or_default()
        ));
    }
}
