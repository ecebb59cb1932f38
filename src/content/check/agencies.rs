//! Agencies: their contacts, what they post against what was announced, who handles it.

use std::collections::{BTreeSet, HashSet};

use crate::catalogue::agency::Agency;
use crate::catalogue::procedure::ProcedureCode;
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::reading::Sources;
use crate::diagnostic::{Contact, Problem};
use crate::publication::{AgencyIndex, Publication};
use crate::text::Slug;

/// Checks every agency, and that every procedure is offered by one.
pub(super) fn check(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    for index in 0..publication.agencies.len() {
        let at = AgencyIndex(index);
        let agency = publication.agency(at);
        let file = format!("agencies/{}/agency.yaml", agency.id);
        parents(publication, agency, &file, findings);
        // A body that offers nothing has no desk to call.
        if !publication.offered_by(at).is_empty() {
            contacts(agency, &file, findings);
            handled(publication, at, &file, findings);
        }
        posting(publication, sources, at, &file, findings);
        if !sources.named.is_broken(&file) && !sources.named.any_broken("sets/") {
            idle_counters(publication, sources, at, findings);
        }
    }
    if !sources.named.any_broken("sets/") && !sources.named.any_broken("agencies/") {
        offered_nowhere(publication, sources, findings);
    }
}

fn parents(publication: &Publication, agency: &Agency, file: &str, findings: &mut Findings) {
    let mut seen = BTreeSet::from([agency.id.as_str()]);
    let mut above = agency.parent.as_ref();
    while let Some(parent) = above {
        if !seen.insert(parent.as_str()) {
            let problem = Problem::ParentLoop { agency: agency.id.to_string() };
            findings.error(file, At::ROOT.key("parent"), problem);
            return;
        }
        let at = publication.agency_by_id(parent.as_str());
        above = at.and_then(|at| publication.agency(at).parent.as_ref());
    }
}

fn contacts(agency: &Agency, file: &str, findings: &mut Findings) {
    let root = At::ROOT;
    let at = root.key("contacts");
    let help = &agency.contacts.help;
    if help.phone.is_none() && help.email.is_none() && help.address.is_none() {
        findings.error(file, at.key("help"), Problem::MissingContact { contact: Contact::Help });
    } else if help.phone.is_none() && agency.hotlines.is_empty() {
        let problem = Problem::NoHotline { agency: agency.id.to_string() };
        findings.error(file, at.key("help"), problem);
    }
    let petitions = &agency.contacts.petitions;
    if petitions.phone.is_none() && petitions.email.is_none() && petitions.address.is_none() {
        let contact = Contact::Petitions;
        findings.error(file, at.key("petitions"), Problem::MissingContact { contact });
    }
    if agency.contacts.complaints.is_none() {
        let contact = Contact::Complaints;
        findings.warning(file, at.key("complaints"), Problem::MissingContact { contact });
    }
}

fn posting(
    publication: &Publication,
    sources: &Sources,
    at: AgencyIndex,
    file: &str,
    findings: &mut Findings,
) {
    let Some(mut posting) = publication.posting(at) else { return };
    posting.missing.retain(|code| !sources.named.procedures.contains_key(code.as_str()));
    let agency = publication.agency(at).id.to_string();
    let words = |codes: &[ProcedureCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let root = At::ROOT;
    if !posting.missing.is_empty() {
        let codes = words(&posting.missing);
        let problem = Problem::AnnouncedNotPosted { agency: agency.clone(), codes };
        findings.warning(file, root.key("announced"), problem);
    }
    if !posting.surplus.is_empty() {
        let codes = words(&posting.surplus);
        findings.warning(file, root.key("offers"), Problem::PostedNotAnnounced { agency, codes });
    }
}

fn handled(publication: &Publication, at: AgencyIndex, file: &str, findings: &mut Findings) {
    // Where an agency has no counters at all, another one receives for it.
    if publication.counters_of(at).next().is_none() {
        return;
    }
    // Counters without exceptions answer for nearly everything, all at once.
    let plain = || publication.counters_of(at).filter(|one| one.handles.except.is_empty());
    let codes: HashSet<&ProcedureCode> = plain().flat_map(|one| &one.handles.codes).collect();
    let fields: HashSet<&Slug> = plain().flat_map(|one| &one.handles.fields).collect();
    let unhandled = publication.offered_by(at).iter().filter(|offered| {
        if codes.contains(&offered.code) {
            return false;
        }
        let edition = publication.editions_of(&offered.code).next();
        edition.is_some_and(|edition| {
            let field = &publication.edition(edition).field;
            !fields.contains(field)
                && !publication
                    .counters_of(at)
                    .any(|one| one.handles.includes(&offered.code, field))
        })
    });
    let codes: Vec<String> = unhandled.map(|offered| offered.code.to_string()).collect();
    if !codes.is_empty() {
        let agency = publication.agency(at).id.to_string();
        findings.warning(file, At::ROOT.key("offers"), Problem::NoCounterFor { agency, codes });
    }
}

fn idle_counters(
    publication: &Publication,
    sources: &Sources,
    at: AgencyIndex,
    findings: &mut Findings,
) {
    let agency = publication.agency(at);
    let file = format!("agencies/{}/counters.yaml", agency.id);
    for (index, counter) in publication.counters_of(at).enumerate() {
        let handles_some = publication.offered_by(at).iter().any(|offered| {
            publication.editions_of(&offered.code).any(|edition| {
                counter.handles.includes(&offered.code, &publication.edition(edition).field)
            })
        });
        // A broken procedure may be the one it is there for.
        let handles_broken = sources.left_out.iter().any(|one| {
            let field = sources.named.procedures.get(&one.code);
            let field = field.and_then(|id| Slug::parse(id).ok());
            let code = ProcedureCode::parse(&one.code).ok();
            code.zip(field).is_some_and(|(code, field)| counter.handles.includes(&code, &field))
        });
        if !handles_some && !handles_broken {
            let root = At::ROOT;
            let problem = Problem::IdleCounter { counter: counter.id.to_string() };
            findings.warning(&file, root.key("counters").item(index), problem);
        }
    }
}

fn offered_nowhere(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    let offered: BTreeSet<&str> =
        publication.offered.iter().map(|offered| offered.code.as_str()).collect();
    let mut last = "";
    for (edition, file) in publication.editions.iter().zip(&sources.edition_files) {
        let code = edition.code.as_str();
        if code != last && !offered.contains(code) {
            findings.file_warning(file.clone(), Problem::OfferedNowhere { code: code.to_owned() });
        }
        last = code;
    }
}
