//! The ledger of printed codes against the counters that stand.

use std::collections::BTreeMap;

use crate::catalogue::{Ledger, LedgerEntry};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::reading::Sources;
use crate::diagnostic::{Kind, Problem};
use crate::publication::{AgencyIndex, Publication};

const LEDGER: &str = "printed-codes.yaml";

/// Checks the ledger, and that every counter has a code.
pub(super) fn check(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    let root = At::ROOT;
    let list = root.key("codes");
    let entries = &publication.ledger.entries;
    for (index, entry) in entries.iter().enumerate() {
        let at = list.item(index);
        if entries[..index].iter().any(|other| other.code == entry.code) {
            let problem = Problem::CodeReused { code: entry.code.to_string() };
            findings.error(LEDGER, at.key("code"), problem);
        }
        let stands = publication.agency_by_id(entry.agency.as_str()).is_some_and(|agency| {
            publication.counters_of(agency).any(|counter| counter.id == entry.counter)
        });
        let folder = format!("agencies/{}/", entry.agency);
        if !stands && entry.retired.is_none() && !sources.named.any_broken(&folder) {
            let id = format!("{}/{}", entry.agency, entry.counter);
            let (kind, suggestion) = (Kind::Counter, None);
            let problem = Problem::UnknownReference { kind, id, suggestion };
            findings.error(LEDGER, at.key("counter"), problem);
        }
        if let Some(retired) = entry.retired.filter(|retired| *retired < entry.since) {
            let (code, since) = (entry.code.to_string(), entry.since);
            let problem = Problem::RetiredBeforeSince { code, since, retired };
            findings.error(LEDGER, at.key("retired"), problem);
        }
        if goes_round(&publication.ledger, entry) {
            let problem = Problem::SuccessorLoop { code: entry.code.to_string() };
            findings.error(LEDGER, at.key("successor"), problem);
        }
        if let Some(successor) = entry.successor
            && (successor == entry.code || publication.ledger.find(&successor).is_none())
        {
            let (code, successor) = (entry.code.to_string(), successor.to_string());
            let problem = Problem::BadSuccessor { code, successor };
            findings.error(LEDGER, at.key("successor"), problem);
        }
    }
    two_live_codes(&publication.ledger, findings);
    if !sources.named.is_broken(LEDGER) {
        without_code(publication, findings);
    }
}

/// Whether the successors of a code lead back to it by way of others.
fn goes_round(ledger: &Ledger, entry: &LedgerEntry) -> bool {
    let mut next = entry.successor.filter(|successor| *successor != entry.code);
    // No honest chain is longer than the ledger.
    for _ in 0..ledger.entries.len().min(64) {
        let Some(code) = next else { return false };
        if code == entry.code {
            return true;
        }
        next = ledger.find(&code).and_then(|found| found.successor);
    }
    false
}

fn two_live_codes(ledger: &Ledger, findings: &mut Findings) {
    let mut live: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (index, entry) in ledger.entries.iter().enumerate() {
        if entry.retired.is_none() && entry.successor.is_none() {
            let counter = format!("{}/{}", entry.agency, entry.counter);
            live.entry(counter).or_default().push((index, entry.code.to_string()));
        }
    }
    for (counter, codes) in live.into_iter().filter(|(_, codes)| codes.len() > 1) {
        let last = codes.last().map_or(0, |(index, _)| *index);
        let codes: Vec<String> = codes.into_iter().map(|(_, code)| code).collect();
        // The same code twice is told as such.
        if codes.iter().any(|code| *code != codes[0]) {
            let root = At::ROOT;
            let problem = Problem::TwoLiveCodes { counter, codes };
            findings.warning(LEDGER, root.key("codes").item(last), problem);
        }
    }
}

fn without_code(publication: &Publication, findings: &mut Findings) {
    for index in 0..publication.agencies.len() {
        let agency = publication.agency(AgencyIndex(index));
        let file = format!("agencies/{}/counters.yaml", agency.id);
        for (at, counter) in publication.counters_of(AgencyIndex(index)).enumerate() {
            if publication.ledger.of_counter(&agency.id, &counter.id).is_none() {
                let root = At::ROOT;
                let counter = format!("{}/{}", agency.id, counter.id);
                let problem = Problem::CounterWithoutCode { counter };
                findings.warning(&file, root.key("counters").item(at), problem);
            }
        }
    }
}
