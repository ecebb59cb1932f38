//! What hangs against what would be printed today: hosts that no redirect leads on from, codes that the ledger lost.

use std::collections::BTreeMap;

use crate::catalogue::{PrintedSheet, hanging};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::reading::Sources;
use crate::diagnostic::Problem;
use crate::publication::Publication;

const LOG: &str = "printed-sheets.yaml";

/// Checks the log of what was printed.
pub(super) fn check(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    moved_hosts(publication, findings);
    if sources.named.is_broken("printed-codes.yaml") {
        return;
    }
    let root = At::ROOT;
    let list = root.key("sheets");
    let mut told = Vec::new();
    for (index, sheet) in publication.printed.iter().enumerate() {
        let Some(code) = sheet.code else { continue };
        if publication.ledger.find(&code).is_none() && !told.contains(&code) {
            told.push(code);
            let problem = Problem::PrintedCodeLost { code: code.to_string(), printed: sheet.on };
            findings.error(LOG, list.item(index).key("code"), problem);
        }
    }
}

/// Hosts of sheets that hang and are neither the site's nor led on from.
fn moved_hosts(publication: &Publication, findings: &mut Findings) {
    let site = &publication.site;
    let own = [&site.base_url, &site.print_origin].into_iter().chain(&site.feedback);
    let known: Vec<String> = own.chain(&site.redirects_from).map(|one| host_of(one)).collect();
    let mut lost: BTreeMap<&str, Vec<&PrintedSheet>> = BTreeMap::new();
    for sheet in hanging(&publication.printed) {
        if !known.iter().any(|host| **host == *sheet.host) {
            lost.entry(&sheet.host).or_default().push(sheet);
        }
    }
    for (host, sheets) in lost {
        let sheets = sheets.into_iter().map(|one| format!("{} {}", one.sheet, one.of())).collect();
        let (host, now) = (host.to_owned(), host_of(&site.print_origin));
        findings.error(
            "site.yaml",
            At::ROOT.key("base_url"),
            Problem::PrintedHostLost { host, now, sheets },
        );
    }
}

/// The host of an address, with its port, in lower case.
fn host_of(address: &str) -> String {
    address.split('/').nth(2).unwrap_or_default().to_lowercase()
}
