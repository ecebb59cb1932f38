//! The ledger of printed codes against the counters that stand.

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
        if let Some(successor) = entry.successor
            && (successor == entry.code || publication.ledger.find(&successor).is_none())
        {
            let (code, successor) = (entry.code.to_string(), successor.to_string());
            let problem = Problem::BadSuccessor { code, successor };
            findings.error(LEDGER, at.key("successor"), problem);
        }
    }
    if !sources.named.is_broken(LEDGER) {
        without_code(publication, findings);
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
