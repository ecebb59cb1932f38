//! Checks that need the whole: references between files, editions in time, what is offered where,
//! printed codes, contacts. Each file of this folder is one family of checks.

mod agencies;
mod codes;
mod editions;
mod offerings;
mod placed;
mod references;
mod surveys;

pub(super) use placed::report;

use super::findings::Findings;
use super::reading::{ReadingOptions, Sources};
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
    surveys::check(publication, sources, findings);
    if options.keep_going {
        for (code, kept) in &sources.left_out {
            let kept = kept.then(|| code.clone());
            let what = code.clone();
            findings.file_warning("site.yaml", Problem::LeftOut { what, kept });
        }
    }
}
