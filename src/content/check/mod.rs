//! Checks that need the whole: references between files, editions in time, what is offered where,
//! printed codes, contacts. Each file of this folder is one family of checks.

mod agencies;
mod codes;
mod editions;
pub(super) mod figures;
mod offerings;
mod placed;
mod printed_sheets;
mod references;
mod surveys;

pub(super) use placed::report;

use super::findings::Findings;
use super::reading::{Cause, ReadingOptions, Sources};
use crate::diagnostic::Problem;
use crate::publication::Publication;

/// Runs every check of the whole.
pub(super) fn whole(
    publication: &Publication,
    sources: &Sources,
    options: &ReadingOptions,
    findings: &mut Findings,
) {
    if sources.named.procedures.is_empty() {
        findings.file_warning("site.yaml", Problem::NoProcedures);
    }
    references::check(publication, sources, findings);
    editions::check(publication, sources, options.today, findings);
    agencies::check(publication, sources, findings);
    offerings::check(publication, sources, findings);
    codes::check(publication, sources, findings);
    printed_sheets::check(publication, sources, findings);
    surveys::check(publication, sources, findings);
    if options.keep_going {
        sources.left_out.iter().for_each(|one| one.tell(findings));
        others_left_out(publication, sources, findings);
    }
}

/// Says which agencies, sets and surveys are not published because of a mistake in their file.
fn others_left_out(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    let named = &sources.named;
    let agencies = named.agencies.iter().filter(|id| publication.agency_by_id(id).is_none());
    let agencies = agencies.map(|id| (format!("agencies/{id}"), "/agency.yaml"));
    let is_set = |id: &&String| !publication.sets.iter().any(|set| set.id.as_str() == *id);
    let sets = named.sets.iter().filter(is_set).map(|id| (format!("sets/{id}"), ".yaml"));
    let is_survey = |id: &&String| !publication.surveys.iter().any(|one| one.id.as_str() == *id);
    let surveys = named.surveys.iter().filter(is_survey);
    let surveys = surveys.map(|id| (format!("surveys/{id}"), ".yaml"));
    for (what, end) in agencies.chain(sets).chain(surveys) {
        Cause::in_file(findings, &format!("{what}{end}")).tell(what, None, findings);
    }
}
